import type { Belief } from '../core/belief.ts'
import { type Claim, claimKey } from '../core/claim.ts'
import type { Knowledge, KnowledgeBook } from '../core/knowledge.ts'
import { ClaimIndex } from './claim-index.ts'

/** What an agent knows from the start, indexed once. */
export interface InnateKnowledge {
  readonly index: ClaimIndex
  /** Whether it is all that the game data holds. */
  readonly full: boolean
}

/** All that an agent holds true, innate and learned. */
export interface BeliefBase {
  readonly knowledge: Knowledge
  readonly beliefs: readonly Belief[]
  /** The claim that is held under the key, from whichever source; null when none is. */
  heldClaim(key: string): Claim | null
  /** What goes with an attempt as its recipe book and tool knowledge. */
  knowledgeBook(): KnowledgeBook
}

export function innateKnowledge(granted: readonly Claim[], full: readonly Claim[]): InnateKnowledge {
  return { index: new ClaimIndex(granted), full: granted.length === full.length }
}

/**
 * Folds beliefs over innate knowledge: a held belief replaces the innate claim of its key, a refuted one takes the same
 * innate claim away. The work grows with the number of beliefs, not with innate knowledge.
 */
export function foldBeliefs(innate: InnateKnowledge, beliefs: readonly Belief[]): BeliefBase {
  const learned = new ClaimIndex(
    beliefs.filter((belief) => belief.status === 'held').flatMap((belief) => belief.claim ?? []),
  )
  const hidden = new Set([...learned.byKey.keys(), ...refutedInnateKeys(innate, beliefs)])
  const heldClaim = (key: string) =>
    learned.byKey.get(key) ?? (hidden.has(key) ? null : (innate.index.byKey.get(key) ?? null))
  return {
    knowledge: layeredKnowledge(innate.index, learned, hidden),
    beliefs,
    heldClaim,
    knowledgeBook: () => knowledgeBook(innate, learned, hidden),
  }
}

function refutedInnateKeys(innate: InnateKnowledge, beliefs: readonly Belief[]): readonly string[] {
  return beliefs.flatMap(({ status, claim }) => {
    if (status !== 'refuted' || claim === null) return []
    const key = claimKey(claim)
    const believed = innate.index.byKey.get(key)
    return believed !== undefined && sameClaim(believed, claim) ? [key] : []
  })
}

/** Whether two claims say the same; lists count as sets. */
export function sameClaim(a: Claim, b: Claim): boolean {
  return normalized(a) === normalized(b)
}

function normalized(claim: Claim): string {
  return JSON.stringify(claim, (_key, value: unknown) => {
    if (Array.isArray(value)) return [...value].sort()
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

function layeredKnowledge(innate: ClaimIndex, learned: ClaimIndex, hidden: ReadonlySet<string>): Knowledge {
  const merged = <T extends Claim>(below: readonly T[] = [], above: readonly T[] = []): readonly T[] =>
    hidden.size === 0 ? below : [...above, ...below.filter((claim) => !hidden.has(claimKey(claim)))]
  return {
    recipesFor: (item) => merged(innate.recipes.get(item), learned.recipes.get(item)),
    smeltingsFor: (item) => merged(innate.smeltings.get(item), learned.smeltings.get(item)),
    fuels: () => merged(innate.fuels, learned.fuels),
    blocksDropping: (item) => merged(innate.drops.get(item), learned.drops.get(item)),
    toolFor: (block) => learned.tool(block) ?? (hidden.has(`tool:${block}`) ? null : innate.tool(block)),
    mobsDropping: (item) => merged(innate.mobDrops.get(item), learned.mobDrops.get(item)),
    placesOf: (block) => merged(innate.places.get(block), learned.places.get(block)),
    craftableItems: () =>
      [...new Set([...innate.recipes.keys(), ...learned.recipes.keys()])]
        .filter((item) => merged(innate.recipes.get(item), learned.recipes.get(item)).length > 0)
        .sort(),
  }
}

function knowledgeBook(
  innate: InnateKnowledge,
  learned: ClaimIndex,
  hidden: ReadonlySet<string>,
): KnowledgeBook {
  const kept = [...innate.index.byKey].filter(([key]) => !hidden.has(key)).map(([, claim]) => claim)
  const changed = [...learned.byKey].some(([key, claim]) => isKnowHow(claim) && !repeats(innate, key, claim))
  if (innate.full && kept.length + overlap(innate, learned) === innate.index.byKey.size && !changed) {
    return { scope: 'full' }
  }
  return { scope: 'listed', claims: [...learned.byKey.values(), ...kept].filter(isKnowHow) }
}

function repeats(innate: InnateKnowledge, key: string, claim: Claim): boolean {
  const below = innate.index.byKey.get(key)
  return below !== undefined && sameClaim(below, claim)
}

/** How many innate claims are hidden only because a learned one says the same. */
function overlap(innate: InnateKnowledge, learned: ClaimIndex): number {
  return [...learned.byKey].filter(([key, claim]) => repeats(innate, key, claim)).length
}

/** Whether the claim is about how the world works, as opposed to where things are and who does what. */
export function isKnowHow(claim: Claim): boolean {
  return ['recipe', 'smelting', 'fuel', 'drop', 'tool', 'mob-drop'].includes(claim.type)
}
