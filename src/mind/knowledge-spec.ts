import * as z from 'zod'
import { assertNever } from '../core/assert-never.ts'
import type { Claim } from '../core/claim.ts'
import { NOVICE_KNOWS } from './novice.ts'

/** What an agent knows from the start, as a team file says it. */
export const knowledgeSpecSchema = z.union([
  z.literal('expert').describe('Everything that the game data holds.'),
  z.literal('novice').describe('Wood worked by hand, and what lies loose on the ground.'),
  z
    .strictObject({ knows: z.array(z.string().min(1)) })
    .describe('Only how to get and use the items, blocks and mobs that are named.'),
  z
    .strictObject({ base: z.literal('expert'), except: z.array(z.string().min(1)) })
    .describe('Everything but how to get and use the items, blocks and mobs that are named.'),
])

export type KnowledgeSpec = z.infer<typeof knowledgeSpecSchema>

/** The claims of the full book that the specification grants. */
export function grantedClaims(full: readonly Claim[], spec: KnowledgeSpec): readonly Claim[] {
  if (spec === 'expert') return full
  if (spec === 'novice') return knownClaims(full, new Set(NOVICE_KNOWS))
  if ('knows' in spec) return knownClaims(full, new Set(spec.knows))
  const unknown = new Set(spec.except)
  return full.filter((claim) => !gives(claim).some((name) => unknown.has(name)))
}

/** A block that drops something known is known too, with its tools: knowing how to get a thing includes where from. */
function knownClaims(full: readonly Claim[], known: ReadonlySet<string>): readonly Claim[] {
  const granted = new Set(full.filter((claim) => gives(claim).some((name) => known.has(name))))
  const blocks = new Set([...granted].flatMap((claim) => (claim.type === 'drop' ? [claim.block] : [])))
  return full.filter(
    (claim) =>
      granted.has(claim) || ((claim.type === 'tool' || claim.type === 'depth') && blocks.has(claim.block)),
  )
}

/** The names whose knowledge the claim is part of. */
function gives(claim: Claim): readonly string[] {
  switch (claim.type) {
    case 'recipe':
    case 'smelting':
    case 'fuel':
      return [claim.item]
    case 'drop':
      return [claim.block, ...claim.items]
    case 'tool':
    case 'depth':
      return [claim.block]
    case 'mob-drop':
      return [claim.mob, ...claim.items]
    case 'place':
    case 'holds':
    case 'doing':
    case 'knows':
    case 'needs':
    case 'at':
    case 'spares':
    case 'promise':
    case 'part':
      return []
    default:
      return assertNever(claim)
  }
}
