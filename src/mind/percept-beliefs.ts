import type { Belief, BeliefDraft } from '../core/belief.ts'
import type { ContainsClaim, PlaceClaim } from '../core/claim.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import { CONTAINERS } from '../core/containers.ts'
import type { Knowledge } from '../core/knowledge.ts'
import type { Percept, SeenBlock } from '../core/percept.ts'
import { distanceBetween, formatPosition, type Position } from '../core/position.ts'

/** A place is not noted again when one of its kind is believed to be this near to it, in blocks. */
const SAME_AREA = 32

/** Places of one kind that are kept in mind at most. */
const MOST_PLACES = 8

/**
 * What a look around tells: where useful blocks stand. Stations and chests are noted one by one; of trees, ores and the
 * like one place per area, so that the number of beliefs stays small however often an agent looks.
 *
 * Places that turn out to be empty are given up.
 *
 * @param beliefs what is believed so far
 * @param knowledge what is held true, with what was known from the start; without it no place is given up
 */
export function perceptBeliefs(
  percept: Percept,
  beliefs: readonly Belief[] = [],
  knowledge: Pick<Knowledge, 'placesOf'> | null = null,
): readonly BeliefDraft[] {
  const known = placesByName(beliefs)
  const noted = percept.blocks
    .filter((block) => isWorthNoting(block, known.get(block.name) ?? []))
    .map((block) => placeDraft({ type: 'place', what: block.name, position: block.nearest }))
  const names = new Set([...known.keys(), ...STATIONS])
  const believed = [...names].flatMap((name) => knowledge?.placesOf(name) ?? [])
  return [
    ...noted,
    ...believed.filter((place) => isGone(percept, place)).map(emptyDraft),
    ...contentsBelieved(beliefs)
      .filter(({ position }) => isContainerGone(percept, position))
      .map(goneDraft),
  ]
}

/**
 * Whether a thing that would be close by is not there: what is seen of its kind is farther off. Farther away nothing is
 * concluded, since not all of the world may have come into sight yet.
 */
function isGone({ position, blocks }: Percept, place: PlaceClaim): boolean {
  const distance = distanceBetween(position, place.position)
  if (distance > CLOSE_LOOK) return false
  const nearest = blocks.find(({ name }) => name === place.what)
  return nearest === undefined || nearest.distance > distance + NEARLY
}

function contentsBelieved(beliefs: readonly Belief[]): readonly ContainsClaim[] {
  return beliefs.flatMap(({ status, claim }) =>
    status === 'held' && claim?.type === 'contains' && claim.count > 0 ? [claim] : [],
  )
}

/** Whether no container of any sort stands there, as far as one sees. */
function isContainerGone(percept: Percept, position: Position): boolean {
  return CONTAINERS.every((what) => isGone(percept, { type: 'place', what, position }))
}

function goneDraft(claim: ContainsClaim): BeliefDraft {
  const sentence = `There is no chest at ${formatPosition(claim.position)}.`
  return { kind: 'perception', sentence, claim, source: { type: 'seen' }, confidence: 0 }
}

/** Within so many blocks one sees what is there and what is not. */
const CLOSE_LOOK = 8

/** Distances are rounded, and measured from different parts of a block. */
const NEARLY = 1.5

function emptyDraft(claim: PlaceClaim): BeliefDraft {
  const sentence = `There is no ${claim.what} at ${formatPosition(claim.position)}.`
  return { ...placeDraft(claim), sentence, confidence: 0 }
}

function isWorthNoting({ name, nearest }: SeenBlock, known: readonly Position[]): boolean {
  if (STATION.test(name)) return known.length < MOST_PLACES * 4
  if (!USEFUL.test(name) || known.length >= MOST_PLACES) return false
  return known.every((position) => distanceBetween(position, nearest) > SAME_AREA)
}

const STATIONS = ['crafting_table', 'furnace', 'blast_furnace', 'smoker', 'chest', 'trapped_chest', 'barrel']

/** Whether it is a thing that somebody has put there. */
export function isStation(block: string): boolean {
  return STATION.test(block)
}

const STATION = new RegExp(`^(${STATIONS.join('|')})$|_bed$|_door$`)

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

function placeDraft(claim: PlaceClaim): BeliefDraft {
  return {
    kind: 'perception',
    sentence: claimSentence(claim),
    claim,
    source: { type: 'seen' },
    confidence: 1,
  }
}
