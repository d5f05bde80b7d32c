import type { Belief, BeliefDraft } from '../core/belief.ts'
import type { Claim } from '../core/claim.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import type { Percept, SeenBlock } from '../core/percept.ts'
import { distanceBetween, type Position } from '../core/position.ts'

/** A place is not noted again when one of its kind is believed to be this near to it, in blocks. */
const SAME_AREA = 32

/** Places of one kind that are kept in mind at most. */
const MOST_PLACES = 8

/**
 * What a look around tells: where useful blocks stand. Stations and chests are noted one by one; of trees, ores and the
 * like one place per area, so that the number of beliefs stays small however often an agent looks.
 *
 * @param beliefs what is believed so far
 */
export function perceptBeliefs(percept: Percept, beliefs: readonly Belief[] = []): readonly BeliefDraft[] {
  const known = placesByName(beliefs)
  return percept.blocks
    .filter((block) => isWorthNoting(block, known.get(block.name) ?? []))
    .map((block) => placeDraft({ type: 'place', what: block.name, position: block.nearest }))
}

function isWorthNoting({ name, nearest }: SeenBlock, known: readonly Position[]): boolean {
  if (STATION.test(name)) return known.length < MOST_PLACES * 4
  if (!USEFUL.test(name) || known.length >= MOST_PLACES) return false
  return known.every((position) => distanceBetween(position, nearest) > SAME_AREA)
}

const STATION = /^(crafting_table|furnace|blast_furnace|smoker|chest|trapped_chest|barrel)$|_bed$|_door$/

const USEFUL = new RegExp(
  [
    '_log$|_stem$|_ore$|^ancient_debris$',
    '^(stone|deepslate|granite|diorite|andesite|sand|red_sand|gravel|clay|obsidian|netherrack|ice)$',
    '^(water|lava|sugar_cane|bamboo|cactus|pumpkin|melon|wheat|carrots|potatoes|beetroots|sweet_berry_bush)$',
  ].join('|'),
)

function placesByName(beliefs: readonly Belief[]): ReadonlyMap<string, readonly Position[]> {
  const places = new Map<string, Position[]>()
  for (const { status, claim } of beliefs) {
    if (status !== 'held' || claim?.type !== 'place') continue
    places.set(claim.what, [...(places.get(claim.what) ?? []), claim.position])
  }
  return places
}

function placeDraft(claim: Extract<Claim, { type: 'place' }>): BeliefDraft {
  return {
    kind: 'perception',
    sentence: claimSentence(claim),
    claim,
    source: { type: 'seen' },
    confidence: 1,
  }
}
