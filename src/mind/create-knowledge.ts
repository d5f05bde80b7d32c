import type { Belief } from '../core/belief.ts'
import { type Claim, claimKey, type RecipeClaim } from '../core/claim.ts'
import type { Knowledge } from '../core/knowledge.ts'
import { formatPosition } from '../core/position.ts'
import { ClaimIndex, indexOf } from './claim-index.ts'
import { sameClaim } from './same-claim.ts'
import { isStale } from './staleness.ts'

/**
 * What an agent holds true, innate and learned, ready to be looked up. A held belief replaces the innate claim of its
 * key; a refuted belief takes the same innate claim away. Apart from the first call for an `innate` list, which indexes
 * it, the work grows with the number of beliefs only.
 *
 * @param tick now, for beliefs that are too old to act on, also where the same was known from the start; without it none is
 */
export function createKnowledge(innate: readonly Claim[], beliefs: readonly Belief[], tick = 0): Knowledge {
  const isTooOld = (belief: Belief) => belief.status === 'held' && isStale(belief, tick)
  const old = beliefs.filter(isTooOld).flatMap(({ claim }) => (claim === null ? [] : [claimKey(claim)]))
  const { claims, hidden } = foldBeliefs(
    innate,
    old.length === 0 ? beliefs : beliefs.filter((belief) => !isTooOld(belief)),
  )
  return layeredKnowledge(indexOf(innate), { claims, hidden: new Set([...hidden, ...old]) })
}

/** The beliefs as a layer over innate knowledge. */
export interface LearnedLayer {
  readonly claims: ClaimIndex
  /** Keys of innate claims that do not count any more. */
  readonly hidden: ReadonlySet<string>
}

export function foldBeliefs(innate: readonly Claim[], beliefs: readonly Belief[]): LearnedLayer {
  const index = indexOf(innate)
  const claims = new ClaimIndex(
    beliefs.filter((belief) => belief.status === 'held').flatMap((belief) => belief.claim ?? []),
  )
  const refuted = beliefs
    .filter((belief) => belief.status === 'refuted')
    .flatMap((belief) => belief.claim ?? [])
    .filter((claim) => {
      const believed = index.byKey.get(claimKey(claim))
      return believed !== undefined && sameClaim(believed, claim)
    })
  return { claims, hidden: new Set([...claims.byKey.keys(), ...refuted.map(claimKey)]) }
}

const NO_RECIPES: readonly RecipeClaim[] = []

function layeredKnowledge(innate: ClaimIndex, { claims: learned, hidden }: LearnedLayer): Knowledge {
  const merged = <T extends Claim>(below: readonly T[] = [], above: readonly T[] = []): readonly T[] =>
    hidden.size === 0 ? below : [...above, ...below.filter((claim) => !hidden.has(claimKey(claim)))]
  // Of most things nothing about making them was learned: their lists stay the same, so that what follows from them can be kept.
  const relearned = new Set(
    [...hidden].filter((key) => key.startsWith('recipe:')).map((key) => key.split(':')[1]),
  )
  const recipesFor = (item: string) =>
    relearned.has(item) || learned.recipes.has(item)
      ? merged(innate.recipes.get(item), learned.recipes.get(item))
      : (innate.recipes.get(item) ?? NO_RECIPES)
  return {
    recipesFor,
    smeltingsFor: (item) => merged(innate.smeltings.get(item), learned.smeltings.get(item)),
    smeltingOf: (from) =>
      learned.smelting(from) ?? (hidden.has(`smelting:${from}`) ? null : innate.smelting(from)),
    fuels: () => merged(innate.fuels, learned.fuels),
    blocksDropping: (item) => merged(innate.drops.get(item), learned.drops.get(item)),
    dropsOf: (block) => learned.drop(block) ?? (hidden.has(`drop:${block}`) ? null : innate.drop(block)),
    toolFor: (block) => learned.tool(block) ?? (hidden.has(`tool:${block}`) ? null : innate.tool(block)),
    mobsDropping: (item) => merged(innate.mobDrops.get(item), learned.mobDrops.get(item)),
    dropsOfMob: (mob) => learned.mobDrop(mob) ?? (hidden.has(`mob-drop:${mob}`) ? null : innate.mobDrop(mob)),
    depthOf: (block) => learned.depth(block) ?? (hidden.has(`depth:${block}`) ? null : innate.depth(block)),
    buriedBlocks: () =>
      [...new Set([...innate.buried, ...learned.buried])]
        .filter((block) => !hidden.has(`depth:${block}`) || learned.depth(block) !== null)
        .sort(),
    placesOf: (block) => merged(innate.places.get(block), learned.places.get(block)),
    storesOf: (item) => merged(innate.stores.get(item), learned.stores.get(item)),
    contentsAt: (position) => {
      const place = formatPosition(position)
      return merged(innate.contents.get(place), learned.contents.get(place))
    },
    craftableItems: () =>
      [...new Set([...innate.recipes.keys(), ...learned.recipes.keys()])]
        .filter((item) => recipesFor(item).length > 0)
        .sort(),
  }
}
