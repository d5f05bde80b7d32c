import type { Act } from '../../../src/body/acting/act.ts'
import { equip } from '../../../src/body/acts/hand-acts.ts'
import { craftItem } from '../../../src/body/primitives/craft-item.ts'
import type { Position } from '../../../src/core/position.ts'
import { makeRoom } from './belongings.ts'
import { goToDryLand } from './dry-land.ts'
import { reap, sow } from './farm.ts'
import { gather, gatherSeeds, hunt, wander } from './gathering.ts'
import { fetchLava } from './lava.ts'
import { mineOres } from './ores.ts'
import { type Load, smeltAll } from './smelting.ts'
import { craftTools } from './tools.ts'
import { near, tunnelTo } from './tunnels.ts'
import { packUp, setUp } from './workshop.ts'

const LOGS = 12
/** Ingots for a suit of armour, two pickaxes, a bucket and a compass. */
const IRON = 37
const COAL = 8
const SEEDS = 10
const MEAT = /^(beef|porkchop|mutton|chicken)$/
const STONE = { blocks: /^stone$/, items: /^cobblestone$/ }
const FURNACES = 4
/** Cobblestone of a furnace. */
const FURNACE_STONES = 8
/** About where lava lakes are. */
const LAVA_HEIGHT = -53
/** Blocks from home at which the inventory is emptied. */
const ROOM_DISTANCE = 14
const ARMOUR = [
  ['iron_helmet', 'head'],
  ['iron_chestplate', 'torso'],
  ['iron_leggings', 'legs'],
  ['iron_boots', 'feet'],
] as const

export type Log = (step: string) => void

/** From empty hands to all that the quest asks for; fails with the step that could not be done. */
export async function runQuest(act: Act, log: Log): Promise<void> {
  const plants = await settle(act, log)
  await must('no dry land', goToDryLand(act))
  const home = act.bot.entity.position.floored()
  await stoneAndIron(act, log)
  await ironTools(act)
  log('iron tools')
  await depths(act, log)
  await must('no way home', goHome(act, home))
  log('home')
  await feast(act, plants)
  log('bread')
}

/** The first part: wooden tools, meat, wool of one colour, and a field. Gives the places of its plants. */
export async function settle(act: Act, log: Log): Promise<readonly Position[]> {
  await must('no wood', gather(act, { blocks: /_log$/, items: /_log$/, count: LOGS }))
  await craftTools(act, ['wooden_pickaxe', 'wooden_sword', 'wooden_hoe'])
  log('wooden tools')
  await must('no wool', huntWool(act))
  await must('no meat', hunt(act, ['cow', 'pig', 'sheep', 'chicken'], MEAT, 5))
  log('meat and wool')
  const plants = await plantWheat(act)
  log(`${plants.length} plants of wheat`)
  return plants
}

async function must(what: string, done: Promise<boolean>): Promise<void> {
  if (!(await done)) throw new Error(`The quest failed: ${what}.`)
}

/** Wool of one colour, as a bed takes it. */
async function huntWool(act: Act): Promise<boolean> {
  for (let sheep = 3; sheep < 12 && woolOfOneColour(act) === null; sheep++) {
    await hunt(act, ['sheep'], /_wool$/, sheep)
  }
  return woolOfOneColour(act) !== null
}

function woolOfOneColour({ bot }: Act): string | null {
  const wool = bot.inventory.items().find(({ name, count }) => name.endsWith('_wool') && count >= 3)
  return wool?.name ?? null
}

async function plantWheat(act: Act): Promise<readonly Position[]> {
  await must('no seeds', gatherSeeds(act, SEEDS))
  for (let turn = 0; turn < 8; turn++) {
    const plants = await sow(act)
    if (plants.length >= 4) return plants
    await wander(act, turn)
  }
  throw new Error('The quest failed: no shore.')
}

async function stoneAndIron(act: Act, log: Log): Promise<void> {
  await must('no stone', mineOres(act, [{ ...STONE, count: 5 }]))
  const coal = { blocks: /coal_ore$/, items: /^coal$/, count: COAL }
  const iron = { blocks: /iron_ore$/, items: /^raw_iron$/, count: IRON }
  await must('no coal and iron', mineOres(act, [coal, iron]))
  await must('no stone', mineOres(act, [{ ...STONE, count: FURNACES * FURNACE_STONES }]))
  log('coal and iron ore')
}

async function ironTools(act: Act): Promise<void> {
  await craftTools(act, Array<string>(FURNACES).fill('furnace'))
  await smeltAll(act, [...meatLoad(act), ...ironLoads(FURNACES - 1)])
  const bed = woolOfOneColour(act)?.replace('_wool', '_bed') ?? 'white_bed'
  const armour = ARMOUR.map(([name]) => name)
  await craftTools(act, [bed, 'iron_pickaxe', 'iron_pickaxe', 'bucket', ...armour])
  for (const [name, where] of ARMOUR) await equip(act, name, where)
}

function meatLoad({ bot }: Act): readonly Load[] {
  const [meat] = bot.inventory.items().filter(({ name }) => MEAT.test(name))
  return meat === undefined ? [] : [{ item: meat.name, count: meat.count }]
}

function ironLoads(furnaces: number): readonly Load[] {
  const share = Math.ceil(IRON / furnaces)
  return Array.from({ length: furnaces }, (_, index) => ({
    item: 'raw_iron',
    count: Math.min(share, IRON - index * share),
  }))
}

async function depths(act: Act, log: Log): Promise<void> {
  const diamond = { blocks: /diamond_ore$/, items: /^diamond$/, count: 3 }
  const redstone = { blocks: /redstone_ore$/, items: /^redstone$/, count: 1 }
  await must('no diamonds and redstone', mineOres(act, [diamond, redstone]))
  log('diamonds and redstone')
  await craftTools(act, ['diamond_pickaxe', 'compass'])
  log('diamond pickaxe and compass')
  await must('no lava', findLava(act))
  log('lava')
}

/** Looks for lava around and, as long as there is none, some way off. */
async function findLava(act: Act): Promise<boolean> {
  for (const side of [1, -1, 2, -2]) {
    if (await fetchLava(act)) return true
    const { x, z } = act.bot.entity.position
    await tunnelTo(act, near({ x: x + 24 * side, y: LAVA_HEIGHT, z }, 4))
  }
  return fetchLava(act)
}

/** Throws away what digging brought some way before home: beside the field it would be picked up again. */
async function goHome(act: Act, home: Position): Promise<boolean> {
  for (let turn = 0; turn < 4; turn++) {
    await tunnelTo(act, near(home, ROOM_DISTANCE))
    await makeRoom(act)
    if (await tunnelTo(act, near(home, 3))) return true
  }
  return false
}

async function feast(act: Act, plants: readonly Position[]): Promise<void> {
  await reap(act, plants, 3)
  await must('no dry land', goToDryLand(act))
  await setUp(act, 'crafting_table')
  await craftItem(act, 'bread', 1)
  await packUp(act, 'crafting_table')
}
