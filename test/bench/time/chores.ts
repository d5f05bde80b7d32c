import type { GameServer } from '../../../server/game-server.ts'
import { type Bot, type Entity, goals } from '../../../src/body/mineflayer-library.ts'
import type { Random } from '../../../src/core/random.ts'

/** What a bot of the workload has done. */
export interface Chores {
  walked: number
  dug: number
  crafted: number
  fought: number
}

const WALK_BLOCKS = 12
/** Ticks after which a way that leads nowhere is given up. */
const WALK_TICKS = 200
/** What takes longer to dig is left: blocks under water. In milliseconds. */
const LONGEST_DIG_MS = 2000
const FIGHT_TICKS = 240
/** Ticks between two blows. */
const SWING_TICKS = 13
const REACH_BLOCKS = 3

/** Lets a bot walk, dig, craft and fight in turn, until it is gone. */
export async function doChores(bot: Bot, server: GameServer, random: Random, done: Chores): Promise<never> {
  for (;;) await doRound(bot, server, random, done).catch(leaveWhenLate)
}

async function doRound(bot: Bot, server: GameServer, random: Random, done: Chores): Promise<void> {
  if (await walk(bot, random)) done.walked++
  done.dug += await dig(bot)
  if (await craft(bot, server)) done.crafted++
  if (await fight(bot, server)) done.fought++
}

/** Where real time is too quick for the machine, Mineflayer gives up waiting for ticks: the round is left, and the figures tell. */
function leaveWhenLate(error: unknown): void {
  if (!(error instanceof Error) || !error.message.startsWith('Timeout waiting for')) throw error
}

async function walk(bot: Bot, random: Random): Promise<boolean> {
  const { x, z } = bot.entity.position
  const way = () => random.below(2 * WALK_BLOCKS + 1) - WALK_BLOCKS
  const arrived = bot.pathfinder.goto(new goals.GoalNearXZ(x + way(), z + way(), 1)).then(
    () => true,
    () => false,
  )
  const late = bot.waitForTicks(WALK_TICKS).then(
    () => false,
    () => false,
  )
  const result = await Promise.race([arrived, late])
  bot.pathfinder.setGoal(null)
  return result
}

async function dig(bot: Bot): Promise<number> {
  let dug = 0
  for (const [x, z] of [
    [1, 0],
    [0, 1],
    [-1, 0],
  ] as const) {
    const block = bot.blockAt(bot.entity.position.offset(x, -1, z))
    if (block === null || !bot.canDigBlock(block) || bot.digTime(block) > LONGEST_DIG_MS) continue
    dug += await bot.dig(block, true).then(
      () => 1,
      () => 0,
    )
  }
  return dug
}

async function craft(bot: Bot, server: GameServer): Promise<boolean> {
  server.command(`/clear ${bot.username}`)
  server.command(`/give ${bot.username} oak_log 2`)
  // Who is hungry cannot run.
  server.command(`/effect give ${bot.username} saturation 1 20`)
  await bot.waitForTicks(2)
  for (const name of ['oak_planks', 'stick', 'crafting_table']) {
    const item = bot.registry.itemsByName[name]
    const recipe = item === undefined ? undefined : bot.recipesFor(item.id, null, 1, null)[0]
    if (recipe === undefined) return false
    await bot.craft(recipe, name === 'oak_planks' ? 2 : 1)
  }
  return true
}

/** Runs after a pig, which flees, and beats it with the bare hand. One that gets away is taken out of the game. */
async function fight(bot: Bot, server: GameServer): Promise<boolean> {
  const { x, y, z } = bot.entity.position
  const name = `Prey of ${bot.username}`
  server.command(`/summon pig ${x + 1} ${y} ${z} {CustomName:'"${name}"'}`)
  await bot.waitForTicks(4)
  const pig = bot.nearestEntity((entity) => entity.name === 'pig' && isNear(bot, entity, REACH_BLOCKS + 1))
  if (pig !== null) await chase(bot, pig)
  const isDead = pig !== null && !pig.isValid
  server.command(`/kill @e[type=pig,name="${name}"]`)
  return isDead
}

async function chase(bot: Bot, pig: Entity): Promise<void> {
  bot.setControlState('forward', true)
  bot.setControlState('sprint', true)
  for (let tick = 0; tick < FIGHT_TICKS && pig.isValid; tick++) {
    await bot.lookAt(pig.position, true)
    bot.setControlState('forward', !isNear(bot, pig, 1))
    bot.setControlState(
      'jump',
      'isCollidedHorizontally' in bot.entity && bot.entity.isCollidedHorizontally === true,
    )
    if (tick % SWING_TICKS === 0 && isNear(bot, pig, REACH_BLOCKS)) bot.attack(pig)
    await bot.waitForTicks(1)
  }
  bot.clearControlStates()
}

function isNear(bot: Bot, { position }: Entity, blocks: number): boolean {
  return position.distanceTo(bot.entity.position) < blocks
}
