import * as z from 'zod'
import type { BlockValue } from '../../core/skill-values.ts'
import { position } from '../host/common-parameters.ts'
import { type ReadMethod, type ReadSource, readMethod } from '../host/read-method.ts'
import { type Bot, blockClass } from '../mineflayer-library.ts'
import { loadedWorld } from '../sight/loaded-world.ts'
import { blockValue } from '../values/block-value.ts'
import { itemValue } from '../values/item-value.ts'
import { toBlockVec3 } from '../values/position-value.ts'
import { sectionsNear } from './block-search.ts'

/** Farthest search, in blocks, and most blocks in one answer. */
const MAXIMUM_DISTANCE = 64
const MAXIMUM_BATCH = 256
const MAXIMUM_SKIP = 20_000

const maxDistance = z
  .number('it should be a number of blocks')
  .min(0)
  .transform((value) => Math.min(value, MAXIMUM_DISTANCE))
const stateIds = z.array(z.number().int()).max(30_000)
const area = z.strictObject({ point: position.nullish(), maxDistance })
const search = z.strictObject({
  point: position.nullish(),
  maxDistance,
  stateIds,
  count: z.number().int().min(1).max(MAXIMUM_BATCH),
  skip: z.number().int().min(0).max(MAXIMUM_SKIP),
})
const cursorDistance = z.number('it should be a number of blocks').min(0).max(256).default(256)

/** Blocks around the bot. */
export const blockReads: Readonly<Record<string, ReadMethod>> = {
  blockAt: readMethod({ position }, (source, values) => valueAt(source, values.position)),
  blocksAt: readMethod({ positions: z.array(position).max(MAXIMUM_BATCH) }, (source, { positions }) =>
    positions.map((one) => valueAt(source, one)),
  ),
  blockStates: readMethod({ area }, (source, values) =>
    statesNear(source.bot, values.area).map((id) => stateValue(source, id)),
  ),
  blockCandidates: readMethod({ search }, ({ bot, clock, searches }, values) => {
    const { point, maxDistance: distance, stateIds: ids, count, skip } = values.search
    const center = point ?? bot.entity.position
    const { x, y, z: south } = center
    return searches.batch(
      { point: { x, y, z: south }, maxDistance: distance, stateIds: ids },
      { skip, count },
      clock.tick(),
    )
  }),
  canSeeBlock: readMethod({ position }, ({ bot }, values) => {
    const block = bot.blockAt(toBlockVec3(values.position))
    return block !== null && Boolean(bot.canSeeBlock(block))
  }),
  canDigBlock: readMethod({ position }, ({ bot }, values) => {
    const block = bot.blockAt(toBlockVec3(values.position))
    return block !== null && Boolean(bot.canDigBlock(block))
  }),
  digTime: readMethod({ position }, ({ bot }, values) => {
    const block = bot.blockAt(toBlockVec3(values.position))
    const digMs = block === null ? Number.POSITIVE_INFINITY : bot.digTime(block)
    return Number.isFinite(digMs) ? digMs : Number.MAX_SAFE_INTEGER
  }),
  bestHarvestTool: readMethod({ position }, ({ bot }, values) => {
    const block = bot.blockAt(toBlockVec3(values.position))
    return block === null ? null : itemValue(bot.pathfinder.bestHarvestTool(block))
  }),
  blockAtCursor: readMethod({ maxDistance: cursorDistance }, (source, values) => {
    const block = source.bot.blockAtCursor(values.maxDistance)
    return block ? blockValue(block, source.bot, source.knowledge) : null
  }),
}

function valueAt({ bot, knowledge }: ReadSource, at: z.infer<typeof position>): BlockValue | null {
  const block = bot.blockAt(toBlockVec3(at))
  return block ? blockValue(block, bot, knowledge) : null
}

function stateValue({ bot, knowledge }: ReadSource, stateId: number): BlockValue {
  const block = blockClass(bot).fromStateId(stateId, 0)
  return blockValue(block, bot, knowledge)
}

/** The states that occur in the sections around, each once, those of the nearest section first. */
function statesNear(bot: Bot, { point, maxDistance: distance }: z.infer<typeof area>): readonly number[] {
  const world = loadedWorld(bot)
  const seen = new Set<number>()
  for (const section of sectionsNear(world, point ?? bot.entity.position, distance)) {
    for (const id of section.palette ?? allStates(world, section.place)) seen.add(id)
  }
  return [...seen]
}

/** A section without a palette holds so many states that only its blocks tell which. */
function allStates(
  world: ReturnType<typeof loadedWorld>,
  place: { x: number; y: number; z: number },
): Set<number> {
  const found = new Set<number>()
  const column = world.column(place.x, place.z)
  for (let x = 0; x < 16; x++) {
    for (let y = place.y * 16; y < (place.y + 1) * 16; y++) {
      for (let z = 0; z < 16; z++) found.add(column?.getBlockStateId({ x, y, z }) ?? 0)
    }
  }
  return found
}
