import type { Belief } from '../../core/belief.ts'
import type { Circumstances } from '../../core/circumstances.ts'
import type { Claim } from '../../core/claim.ts'
import type { Episode } from '../../core/episode.ts'
import { UNKNOWN_BIOME } from '../../core/percept.ts'
import type { Position } from '../../core/position.ts'
import type { Skill } from '../../core/skill.ts'
import type { MemoryEntry } from './entry-index.ts'

/** The parts of an episode that it is found by. */
export type EpisodeOutline = Pick<Episode, 'id' | 'task' | 'summary' | 'tick' | 'circumstances'>

export function episodeEntry({ id, task, summary, tick, circumstances }: EpisodeOutline): MemoryEntry {
  return {
    key: id,
    text: `${task} ${summary}`,
    meaning: inWords(summary),
    marks: circumstances === null ? [] : marksOf(circumstances),
    tick,
  }
}

export function factEntry({ id, sentence, claim, source, tick }: Belief): MemoryEntry {
  const teller = source.type === 'told' ? [`player:${source.by}`] : []
  return {
    key: id,
    text: sentence,
    meaning: inWords(claim === null ? sentence : withoutPlace(sentence, claim)),
    marks: [...teller, ...(claim === null ? [] : claimMarks(claim))],
    tick,
  }
}

export function skillEntry({ name, description, provenance, statistics }: Skill): MemoryEntry {
  return {
    key: name,
    text: `${name} ${description}`,
    meaning: inWords(`${name}. ${description}`),
    marks: [],
    tick: statistics.lastTick ?? provenance.tick,
  }
}

/** Names of the game and of code, taken apart, so that a model of English can read them. */
export function inWords(text: string): string {
  return text
    .replace(/_/g, ' ')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Marks of the circumstances: two situations are alike as far as they share them, rare ones above all. */
export function marksOf(circumstances: Circumstances): readonly string[] {
  const { dimension, biome, position, blocks, mobs, players, items, time } = circumstances
  return [
    `dimension:${dimension}`,
    // Two places are not alike because nothing is known about either.
    ...(biome === UNKNOWN_BIOME ? [] : [`biome:${biome}`]),
    ...areaMarks(position),
    ...blocks.map((name) => `block:${name}`),
    ...mobs.map((name) => `mob:${name}`),
    ...players.map((name) => `player:${name}`),
    ...items.map((name) => `item:${name}`),
    ...(time === null ? [] : [`time:${time}`]),
  ]
}

/**
 * The squares of land and the layers that a position lies in. Each kind has a second grid, shifted by half a side, so that
 * near places share a mark also where a border lies between them.
 */
function areaMarks({ x, y, z }: Position): readonly string[] {
  return ['', 'shifted '].flatMap((grid) => {
    const shift = grid === '' ? 0 : 0.5
    const cell = (coordinate: number, side: number) => Math.floor(coordinate / side + shift)
    return [`${grid}area:${cell(x, AREA)},${cell(z, AREA)}`, `${grid}layer:${cell(y, LAYER)}`]
  })
}

/** Side of a square of land, in blocks: about as far as an agent sees. */
const AREA = 64

/** Height of a layer, in blocks. */
const LAYER = 32

function claimMarks(claim: Claim): readonly string[] {
  if (claim.type === 'place') return [`block:${claim.what}`, ...areaMarks(claim.position)]
  if (claim.type === 'contains') return [`item:${claim.item}`, ...areaMarks(claim.position)]
  return 'agent' in claim ? [`player:${claim.agent}`] : []
}

/** Where a thing is and how many there are tells the planner much and the reader of its meaning nothing. */
function withoutPlace(sentence: string, claim: Claim): string {
  if (claim.type === 'place') return `There is ${claim.what}.`
  if (claim.type === 'contains') return `A chest holds ${claim.item}.`
  if (claim.type === 'holds') return `${claim.agent} has ${claim.item}.`
  return sentence
}
