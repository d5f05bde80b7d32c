import type { Vec3 } from 'vec3'
import type { Position } from '../../core/position.ts'
import type { BlockValue, StateValue } from '../../core/skill-values.ts'
import { type Block, probeBlock, toBlock } from './blocks.ts'
import type { Gate } from './gate.ts'
import { blockCorner, nameOf, positionOf, vectorOf } from './vectors.ts'

type Predicate = (block: Block) => unknown

export interface FindBlocksOptions {
  readonly matching: number | readonly number[] | Predicate
  readonly point?: unknown
  readonly maxDistance?: number
  readonly count?: number
  readonly useExtraInfo?: boolean | Predicate
}

const MAX_DISTANCE = 64
const MAX_COUNT = 1024
const MAX_CANDIDATES = 8192
const BATCH = 256

/**
 * Mineflayer's search in its two phases: the predicate runs on the distinct states around the point, with a null
 * position; where it reads more than the state it runs again on blocks at their places, nearest first.
 */
export function findBlocks(gate: Gate, options: FindBlocksOptions): Vec3[] {
  const search = readOptions(gate, options)
  const states = gate.read<BlockValue[]>('blockStates', search.area)
  const { stateIds, needsPlace } = matchStates(gate, search, states)
  if (stateIds.length === 0) return []
  return needsPlace ? testCandidates(gate, search, stateIds) : nearest(gate, search, stateIds)
}

interface Search {
  readonly matches: Predicate
  readonly extra: boolean | Predicate
  readonly area: { readonly point: Position; readonly maxDistance: number }
  readonly count: number
}

function readOptions(gate: Gate, options: FindBlocksOptions): Search {
  const { matching, point = null, maxDistance = 16, count = 1, useExtraInfo = false } = options
  return {
    matches: predicateOf(matching),
    extra: useExtraInfo,
    area: {
      point: blockCorner(point === null ? ownPosition(gate) : positionOf(point, 'findBlocks')),
      maxDistance: Math.min(maxDistance || 16, MAX_DISTANCE),
    },
    count: Math.min(count || 1, MAX_COUNT),
  }
}

function ownPosition(gate: Gate): Position {
  return gate.read<StateValue>('state').entity.position
}

function predicateOf(matching: FindBlocksOptions['matching']): Predicate {
  if (typeof matching === 'function') return matching
  const types = Array.isArray(matching) ? matching : [matching]
  const wrong = types.find((type) => typeof type !== 'number')
  if (wrong === undefined && types.length > 0 && types[0] !== undefined)
    return (block) => types.includes(block.type)
  throw new TypeError(
    `findBlocks needs "matching" to be a block id, a list of ids or a function, but got ${nameOf(wrong)}. ` +
      'Write mcData.blocksByName["name"].id, or (block) => block.name === "name".',
  )
}

function matchStates(gate: Gate, search: Search, states: readonly BlockValue[]) {
  const tested = states.map((state) => ({ stateId: state.stateId, ...testState(gate, search, state) }))
  const anyMatch = tested.some(({ matches }) => matches)
  const kept = tested.filter(({ matches, readPlace }) => matches || (readPlace && anyMatch))
  return {
    stateIds: kept.map(({ stateId }) => stateId),
    needsPlace: search.extra !== false || kept.some(({ readPlace }) => readPlace),
  }
}

function testState(gate: Gate, search: Search, state: BlockValue): { matches: boolean; readPlace: boolean } {
  const { block, placeWasRead } = probeBlock({ ...state, position: null }, gate)
  try {
    const matches = Boolean(search.matches(block))
    return { matches: matches || (search.extra === true && placeWasRead()), readPlace: placeWasRead() }
  } catch (error) {
    // With useExtraInfo Mineflayer never shows the predicate a block without a place.
    if (search.extra === true && placeWasRead()) return { matches: true, readPlace: true }
    throw error
  }
}

function nearest(gate: Gate, search: Search, stateIds: readonly number[]): Vec3[] {
  const found: Vec3[] = []
  for (const batch of batches(gate, search, stateIds, Math.min(search.count, BATCH))) {
    found.push(...batch.map(vectorOf))
    if (found.length >= search.count) break
  }
  return found.slice(0, search.count)
}

function testCandidates(gate: Gate, search: Search, stateIds: readonly number[]): Vec3[] {
  const found: Vec3[] = []
  for (const batch of batches(gate, search, stateIds, BATCH)) {
    for (const value of gate.read<(BlockValue | null)[]>('blocksAt', batch)) {
      if (value === null || value.position === null || !accepts(search, toBlock(value, gate))) continue
      found.push(vectorOf(value.position))
      if (found.length >= search.count) return found
    }
  }
  return found
}

function accepts(search: Search, block: Block): boolean {
  if (!search.matches(block)) return false
  return typeof search.extra !== 'function' || Boolean(search.extra(block))
}

function* batches(
  gate: Gate,
  search: Search,
  stateIds: readonly number[],
  size: number,
): Generator<readonly Position[]> {
  for (let skip = 0; skip < MAX_CANDIDATES; skip += size) {
    const page = gate.read<{ positions: Position[]; end: boolean }>('blockCandidates', {
      ...search.area,
      stateIds,
      count: size,
      skip,
    })
    if (page.positions.length > 0) yield page.positions
    if (page.end || page.positions.length === 0) return
  }
}
