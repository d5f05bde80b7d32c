import * as z from 'zod'
import { assertNever } from '../core/assert-never.ts'
import { type Claim, claimKey, claimSchema } from '../core/claim.ts'
import { InputError } from '../core/errors.ts'
import { nearestName } from '../core/nearest-name.ts'
import { NOVICE_KNOWS } from './novice.ts'

const names = z.array(z.string().min(1))

/** What an agent gets wrong or lacks, beside what it knows otherwise. */
const planted = {
  lacks: names
    .optional()
    .describe(
      'Claims that it lacks, by their keys or the start of them: "recipe:stick", "tool:dirt", "fuel".',
    ),
  believes: z
    .array(claimSchema)
    .optional()
    .describe(
      'Claims that it holds true whether they are or not; each replaces what it would know of its subject.',
    ),
}

/** What an agent knows from the start, as a team file says it. */
export const knowledgeSpecSchema = z.union([
  z.literal('expert').describe('Everything that the game data holds.'),
  z.literal('novice').describe('Wood worked by hand, and what lies loose on the ground.'),
  z
    .strictObject({ knows: names, ...planted })
    .describe('Only how to get and use the items, blocks and mobs that are named.'),
  z
    .strictObject({ base: z.enum(['expert', 'novice']), except: names.optional(), ...planted })
    .describe(
      'Everything that one of the two knows but how to get and use the items, blocks and mobs that are named.',
    ),
])

export type KnowledgeSpec = z.infer<typeof knowledgeSpecSchema>

/**
 * The claims of the full book that the specification grants, with what it plants. Throws an InputError for something
 * lacking that nobody could know.
 */
export function grantedClaims(full: readonly Claim[], spec: KnowledgeSpec): readonly Claim[] {
  if (typeof spec === 'string') return spec === 'expert' ? full : novice(full)
  const known = 'knows' in spec ? knownClaims(full, new Set(spec.knows)) : withoutNames(full, spec)
  const lacks = spec.lacks ?? []
  for (const key of lacks) checkKey(key, full)
  const believes = spec.believes ?? []
  const replaced = new Set(believes.map(claimKey))
  const kept = known.filter((claim) => {
    const key = claimKey(claim)
    return !replaced.has(key) && !lacks.some((lacking) => isPartOf(key, lacking))
  })
  return kept.length === full.length && believes.length === 0 ? full : [...kept, ...believes]
}

function novice(full: readonly Claim[]): readonly Claim[] {
  return knownClaims(full, new Set(NOVICE_KNOWS))
}

function withoutNames(
  full: readonly Claim[],
  {
    base,
    except = [],
  }: { readonly base: 'expert' | 'novice'; readonly except?: readonly string[] | undefined },
): readonly Claim[] {
  const unknown = new Set(except)
  const known = base === 'expert' ? full : novice(full)
  return known.filter((claim) => !gives(claim).some((name) => unknown.has(name)))
}

/** Whether the key is the one named, or begins with all its parts. */
function isPartOf(key: string, named: string): boolean {
  return key === named || key.startsWith(`${named}:`)
}

function checkKey(lacking: string, full: readonly Claim[]): void {
  const keys = full.map(claimKey)
  if (keys.some((key) => isPartOf(key, lacking))) return
  const shorter = [...new Set(keys.map((key) => key.split(':').slice(0, 2).join(':')))]
  const nearest = nearestName(lacking, shorter)
  throw new InputError(
    `An agent cannot lack "${lacking}": no claim of the game has a key that starts so. ` +
      (nearest === null
        ? 'Keys look like "recipe:stick", "tool:dirt" or "smelting:raw_iron".'
        : `Did you mean "${nearest}"?`),
  )
}

/** A block that drops something known is known too, with its tools: knowing how to get a thing includes where from. */
function knownClaims(full: readonly Claim[], known: ReadonlySet<string>): readonly Claim[] {
  const granted = new Set(full.filter((claim) => gives(claim).some((name) => known.has(name))))
  const blocks = new Set([...granted].flatMap((claim) => (claim.type === 'drop' ? [claim.block] : [])))
  return full
    .filter(
      (claim) =>
        granted.has(claim) || ((claim.type === 'tool' || claim.type === 'depth') && blocks.has(claim.block)),
    )
    .map((claim) => withoutOtherLoot(claim, known))
}

/** Who knows that iron golems leave poppies need not know that they leave iron. */
function withoutOtherLoot(claim: Claim, known: ReadonlySet<string>): Claim {
  if (claim.type !== 'mob-drop' || known.has(claim.mob)) return claim
  return { ...claim, items: claim.items.filter((item) => known.has(item)) }
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
    case 'contains':
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
