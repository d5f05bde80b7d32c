import { assertNever } from '../core/assert-never.ts'
import type { Belief } from '../core/belief.ts'
import { type Claim, claimKey } from '../core/claim.ts'
import { formatPosition } from '../core/position.ts'

/** Contradicting claims of which none outweighs the other. */
export interface OpenQuestion {
  /** Key of the claims. */
  readonly subject: string
  /** What is acted on meanwhile; null for what was believed from the start. */
  readonly held: Claim | null
  readonly open: readonly Claim[]
  /** What would decide it, in words. */
  readonly trial: string
}

/** The contradictions that are still open, in the order of their beliefs. */
export function openQuestions(beliefs: readonly Belief[]): readonly OpenQuestion[] {
  const open = new Map<string, Claim[]>()
  const held = new Map<string, Claim>()
  for (const { claim, status } of beliefs) {
    if (claim === null) continue
    const key = claimKey(claim)
    if (status === 'held') held.set(key, claim)
    if (status === 'open') open.set(key, [...(open.get(key) ?? []), claim])
  }
  return [...open].map(([subject, claims]) => {
    const acted = held.get(subject) ?? null
    const trial = trialFor(acted === null ? claims : [acted, ...claims])
    return { subject, held: acted, open: claims, trial }
  })
}

/** What to do to see which of the claims is true. */
function trialFor(claims: readonly Claim[]): string {
  const ways = [...new Set(claims.map(trialOf))]
  return `It is decided by one of these: ${ways.join('; ')}.`
}

function trialOf(claim: Claim): string {
  switch (claim.type) {
    case 'recipe':
      return `crafting ${inWords(claim.item)}${claim.table ? ' at a crafting table' : ''}`
    case 'smelting':
      return `smelting ${inWords(claim.from)}`
    case 'fuel':
      return `burning ${inWords(claim.item)} in a furnace`
    case 'drop':
      return `mining ${inWords(claim.block)} and looking what falls`
    case 'tool':
      return `mining ${inWords(claim.block)} ${withTools(claim.tools)}`
    case 'mob-drop':
      return `killing a ${inWords(claim.mob)}`
    case 'depth':
      return `digging for ${inWords(claim.block)} around height ${claim.best}`
    case 'place':
      return `going there to look for ${inWords(claim.what)}`
    case 'contains':
      return `looking into the chest at ${formatPosition(claim.position)}`
    case 'holds':
    case 'doing':
    case 'knows':
    case 'needs':
    case 'at':
    case 'spares':
    case 'promise':
    case 'part':
      return `asking ${claim.agent}`
    default:
      return assertNever(claim)
  }
}

function withTools(tools: readonly string[]): string {
  return tools.length === 0 ? 'by hand' : `with ${tools.map(inWords).join(' or ')}`
}

function inWords(name: string): string {
  return name.replaceAll('_', ' ')
}
