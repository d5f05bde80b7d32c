import type { ItemCounts } from '../../core/item-counts.ts'
import type { Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Done, done } from '../acting/done.ts'
import { gainedItems, inventoryCounts, itemList } from '../acting/held-items.ts'
import { blockByName } from '../acting/names.ts'
import type { Block, Bot, Vec3 } from '../mineflayer-library.ts'
import { namedBlocks } from '../reads/named-blocks.ts'
import { positionValue } from '../values/position-value.ts'
import { breakBlock } from './break-block.ts'
import { type Collected, collectAround } from './collect-drops.ts'
import { holdBestTool } from './hold-item.ts'
import { reachBlock, SEARCH_DISTANCE } from './near-block.ts'

/** Items that fly off farther than this are left, in blocks. */
const DROP_RADIUS = 5
/** How many of the nearest blocks are weighed against each other. */
const CANDIDATES = 64
/** Blocks that could not be reached before the whole act fails. */
const MAXIMUM_UNREACHABLE = 5
/** A block with no open side costs digging: it counts as that much farther away. */
const BURIED_PENALTY = 8
/** Under water digging takes five times as long, and breath runs out. */
const DIVING_PENALTY = 12
/** Where another player is at work its neighbour would be in its way, and lose items to it. */
const CROWDING_PENALTY = 24
/** How near to a block another player must be for it to be that player's place, in blocks. */
const PLACE_RADIUS = 6
/** Blocks high above the feet take a scaffold: each block of height beyond this costs as many blocks of way. */
const EASY_HEIGHT = 4
const HEIGHT_PENALTY = 6

/**
 * Finds the nearest blocks of the name within 32 blocks, goes there, digs them with the best tool held and collects
 * what drops, until `count` blocks are mined.
 *
 * When the agent's book names tools that the block needs and none is held, it fails with `wrong-tool` and digs nothing.
 * When the book says nothing, it digs as a player would; `nothing-dropped` is all that it then learns.
 */
export async function mineBlock(act: Act, name: string, count: number): Promise<Done> {
  const { bot } = act
  blockByName(bot.registry, name)
  checkTool(act, name)
  const before = inventoryCounts(bot)
  const unreachable = new Map<string, ActFailure>()
  let mined = 0
  let tool: string | null | undefined
  let at: Position | null = null
  while (mined < count) {
    const block = nextBlock(bot, name, unreachable)
    if (block === null) throw noMoreBlocks(name, { mined, count, unreachable: [...unreachable.values()] })
    const result = await mineOne(act, block, unreachable)
    if (result === null) continue
    if (result.tool !== undefined) tool = result.tool
    at = positionValue(block.position)
    if (result.lacksRoom && !gainedAny(result.gained)) throw noRoom(name)
    if (!result.sawItems && lacksTool(bot, block))
      throw nothingDropped(name, tool === undefined ? heldNow(bot) : tool)
    // What fell out of reach does not count: another block is mined in its place.
    if (gainedAny(result.gained) || !result.sawItems) mined++
    // What somebody else picked up is no reason to give up: further on nobody is in the way.
    else if (!isOthersPlace(bot, block.position))
      unreachable.set(`lost:${block.position}`, new ActFailure('unreachable', 'Its items fell out of reach.'))
  }
  const gained = gainedItems(before, inventoryCounts(bot))
  if (!gainedAny(gained)) throw nothingDropped(name, tool === undefined ? heldNow(bot) : tool)
  const used = tool === undefined ? {} : { tool }
  return done(`Mined ${mined} ${name}: gained ${itemList(gained)}.`, { mined, gained, ...used, at })
}

function checkTool(act: Act, name: string): void {
  const tools = act.knowledge.toolsFor(name) ?? []
  if (tools.length === 0 || act.bot.inventory.items().some((item) => tools.includes(item.name))) return
  throw new ActFailure(
    'wrong-tool',
    `Mining ${name} takes one of these tools, and none is held: ${tools.join(', ')}.`,
  )
}

interface Mined extends Collected {
  /** What was in hand when the block broke, null for bare hands; left out where it broke on the way to it. */
  readonly tool?: string | null
}

async function mineOne(act: Act, block: Block, unreachable: Map<string, ActFailure>): Promise<Mined | null> {
  try {
    await reachBlock(act, block)
    await holdBestTool(act, block)
    const { position } = block
    const present = act.bot.blockAt(position)
    // The way there may have led through the very block.
    const isThere = present !== null && present.type === block.type
    const hand = heldNow(act.bot)
    if (isThere) await breakBlock(act, present)
    const collected = await collectAround(act, position.offset(0.5, 0.5, 0.5), DROP_RADIUS)
    return { ...collected, ...(isThere && { tool: hand }) }
  } catch (error) {
    if (!(error instanceof ActFailure) || (error.code !== 'no-path' && error.code !== 'failed')) throw error
    unreachable.set(String(block.position), error)
    return null
  }
}

function nextBlock(bot: Bot, name: string, unreachable: ReadonlyMap<string, ActFailure>): Block | null {
  if (unreachable.size >= MAXIMUM_UNREACHABLE) return null
  const eyes = bot.entity.position.offset(0, 1.62, 0)
  const climb = (position: Vec3) =>
    Math.max(0, position.y - bot.entity.position.y - EASY_HEIGHT) * HEIGHT_PENALTY
  const dig = (position: Vec3) => (isBuried(bot, position) ? BURIED_PENALTY : 0)
  const dive = (position: Vec3) => (isUnderWater(bot, position) ? DIVING_PENALTY : 0)
  const crowd = (position: Vec3) => (isOthersPlace(bot, position) ? CROWDING_PENALTY : 0)
  const cost = (position: Vec3) =>
    eyes.distanceTo(position) + dig(position) + climb(position) + dive(position) + crowd(position)
  const [nearest] = namedBlocks(bot, name, { maxDistance: SEARCH_DISTANCE, count: CANDIDATES })
    .filter((position) => !unreachable.has(String(position)) && !touchesLava(bot, position))
    .map((position) => ({ position, cost: cost(position) }))
    .sort((a, b) => a.cost - b.cost)
  return nearest ? bot.blockAt(nearest.position) : null
}

/** Whether another player stands at the block, and nearer to it than the bot. */
function isOthersPlace(bot: Bot, position: Vec3): boolean {
  const own = bot.entity.position.distanceTo(position)
  return Object.values(bot.players).some(({ username, entity }) => {
    if (username === bot.username || !entity) return false
    const distance = entity.position.distanceTo(position)
    return distance <= PLACE_RADIUS && distance < own
  })
}

function isUnderWater(bot: Bot, position: Vec3): boolean {
  return bot.blockAt(position.offset(0, 1, 0))?.name === 'water'
}

function isBuried(bot: Bot, position: Vec3): boolean {
  return neighbours(bot, position).every((block) => block === null || block.boundingBox === 'block')
}

function touchesLava(bot: Bot, position: Vec3): boolean {
  return neighbours(bot, position).some((block) => block?.name === 'lava')
}

function neighbours(bot: Bot, position: Vec3): readonly (Block | null)[] {
  const sides = [
    [0, 1, 0],
    [0, -1, 0],
    [1, 0, 0],
    [-1, 0, 0],
    [0, 0, 1],
    [0, 0, -1],
  ] as const
  return sides.map(([x, y, z]) => bot.blockAt(position.offset(x, y, z) as never))
}

/** Whether digging on would be in vain: known to the body, told to nobody. */
function lacksTool(bot: Bot, block: Block): boolean {
  const tools = block.harvestTools
  return tools !== undefined && !bot.inventory.items().some((item) => tools[item.type])
}

function heldNow(bot: Bot): string | null {
  return bot.heldItem?.name ?? null
}

function nothingDropped(name: string, tool: string | null): ActFailure {
  const hand = tool === null ? 'bare hands' : `the ${tool} in hand`
  return new ActFailure('nothing-dropped', `The ${name} broke under ${hand}, and nothing dropped.`)
}

function noRoom(name: string): ActFailure {
  const message = `The inventory is full: what dropped from the ${name} could not be picked up. Put something away first.`
  return new ActFailure('no-space', message)
}

function noMoreBlocks(
  name: string,
  state: { readonly mined: number; readonly count: number; readonly unreachable: readonly ActFailure[] },
): ActFailure {
  const progress = state.mined > 0 ? ` Mined ${state.mined} of ${state.count}.` : ''
  const [first] = state.unreachable
  if (first === undefined) {
    const advice = 'Explore to find some.'
    return new ActFailure(
      'not-found',
      `No${state.mined > 0 ? ' more' : ''} ${name} within ${SEARCH_DISTANCE} blocks.${progress} ${advice}`,
    )
  }
  return new ActFailure(first.code, `No ${name} nearby can be reached.${progress} ${first.message}`)
}

function gainedAny(gained: ItemCounts): boolean {
  return Object.keys(gained).length > 0
}
