import type { Act } from '../../../src/body/acting/act.ts'
import { equip } from '../../../src/body/acts/hand-acts.ts'
import { craftItem } from '../../../src/body/primitives/craft-item.ts'
import type { Position } from '../../../src/core/position.ts'
import { fetchLava, goHome, stripMine } from './depths.ts'
import { reap, sow } from './farm.ts'
import { countOf, gather, gatherSeeds, hunt, wander } from './gathering.ts'
import { goToHeight, goToSurface } from './tunnels.ts'
import { craftPlanks, craftSticks, packUp, setUp, smeltAll } from './workshop.ts'

/** Ingots for a suit of armour, two pickaxes, a bucket and a compass. */
const IRON = 38
const STONE = { blocks: /^(stone|cobblestone)$/, items: /^cobblestone$/ }

export type Log = (step: string) => void

/** From empty hands to all that the quest asks for; fails with the step that could not be done. */
export async function runQuest(act: Act, log: Log): Promise<void> {
  const plants = await settle(act, log)
  const home = act.bot.entity.position.floored()
  await coalAndIron(act)
  log('iron ore')
  await goHome(act, home)
  await ironTools(act)
  log('iron tools')
  await depths(act, log)
  await goHome(act, home)
  log('home')
  await feast(act, plants)
  log('bread')
}

/** The first part: stone tools, meat, wool of one colour, and a field by the water. Gives the places of its plants. */
export async function settle(act: Act, log: Log): Promise<readonly Position[]> {
  await stoneTools(act)
  log('stone tools')
  await food(act)
  log('meat and wool')
  const plants = await plantWheat(act)
  log(`${plants.length} plants of wheat`)
  return plants
}

async function must(what: string, done: Promise<boolean>): Promise<void> {
  if (!(await done)) throw new Error(`The quest failed: ${what}.`)
}

async function stoneTools(act: Act): Promise<void> {
  await must('no wood', gather(act, { blocks: /_log$/, items: /_log$/, count: 16 }))
  await craftSticks(act, 4)
  await craftTool(act, 'wooden_pickaxe')
  await packUp(act, 'crafting_table')
  await must('no stone', gather(act, { ...STONE, count: 6 }))
  await craftSticks(act, 6)
  await craftTool(act, 'stone_pickaxe')
  await packUp(act, 'crafting_table')
  await must('no stone', gather(act, { ...STONE, count: 32 }))
  for (const tool of ['stone_pickaxe', 'stone_pickaxe', 'stone_sword', 'stone_hoe', 'stone_axe']) {
    await craftSticks(act, 2)
    await craftTool(act, tool)
  }
  await craftTool(act, 'furnace')
  await packUp(act, 'crafting_table')
}

/** Crafts at the table, which it places where it stands if none is near. */
async function craftTool(act: Act, name: string): Promise<void> {
  await setUp(act, 'crafting_table')
  if (countOf(act.bot, /_log$/) > 0) await craftPlanks(act, 3)
  await craftItem(act, name, 1)
}

async function food(act: Act): Promise<void> {
  await must('no way up', goToSurface(act))
  await must('no wool', huntWool(act))
  await must('no meat', hunt(act, ['cow', 'pig', 'sheep', 'chicken'], /^(beef|porkchop|mutton|chicken)$/, 7))
}

/** Wool of one colour, as a bed takes it. */
async function huntWool(act: Act): Promise<boolean> {
  for (let sheep = 1; sheep < 10 && woolOfOneColour(act) === null; sheep++) {
    await hunt(act, ['sheep'], /_wool$/, sheep)
  }
  return woolOfOneColour(act) !== null
}

function woolOfOneColour({ bot }: Act): string | null {
  const wool = bot.inventory.items().find(({ name, count }) => name.endsWith('_wool') && count >= 3)
  return wool?.name ?? null
}

async function plantWheat(act: Act): Promise<readonly Position[]> {
  await must('no seeds', gatherSeeds(act, 8))
  for (let turn = 0; turn < 8; turn++) {
    const plants = await sow(act)
    if (plants.length >= 4) return plants
    await wander(act, turn)
  }
  throw new Error('The quest failed: no shore.')
}

async function coalAndIron(act: Act): Promise<void> {
  await must('no coal', stripMine(act, { blocks: /coal_ore$/, items: /^coal$/, count: 12 }, 45))
  await must('no iron', stripMine(act, { blocks: /iron_ore$/, items: /^raw_iron$/, count: IRON }, 20))
}

async function ironTools(act: Act): Promise<void> {
  await setUp(act, 'crafting_table')
  await setUp(act, 'furnace')
  for (const meat of ['beef', 'porkchop', 'mutton', 'chicken']) await smeltAll(act, meat)
  await smeltAll(act, 'raw_iron')
  await craftSticks(act, 14)
  for (const tool of ['iron_pickaxe', 'stone_pickaxe', 'stone_pickaxe', 'stone_pickaxe'])
    await craftTool(act, tool)
  await craftTool(act, 'bucket')
  for (const piece of ['helmet', 'chestplate', 'leggings', 'boots']) await craftTool(act, `iron_${piece}`)
  for (const [piece, where] of [
    ['helmet', 'head'],
    ['chestplate', 'torso'],
    ['leggings', 'legs'],
    ['boots', 'feet'],
  ] as const)
    await equip(act, `iron_${piece}`, where)
  await craftPlanks(act, 3)
  await craftItem(act, (woolOfOneColour(act) ?? 'white_wool').replace('_wool', '_bed'), 1)
  await packUp(act, 'crafting_table')
}

async function depths(act: Act, log: Log): Promise<void> {
  await must('no way down', goToHeight(act, -53))
  log('bottom')
  await craftTool(act, 'iron_pickaxe')
  await packUp(act, 'crafting_table')
  await must('no diamonds', stripMine(act, { blocks: /diamond_ore$/, items: /^diamond$/, count: 3 }, -53))
  log('diamonds')
  await must('no redstone', stripMine(act, { blocks: /redstone_ore$/, items: /^redstone$/, count: 1 }, -53))
  await setUp(act, 'crafting_table')
  await craftTool(act, 'diamond_pickaxe')
  await craftTool(act, 'compass')
  log('diamond pickaxe and compass')
  await packUp(act, 'crafting_table')
  for (let turn = 0; turn < 12 && !(await fetchLava(act)); turn++) {
    await goToHeight(act, -53)
    await wander(act, turn)
  }
  if (countOf(act.bot, /^lava_bucket$/) === 0) throw new Error('The quest failed: no lava.')
}

async function feast(act: Act, plants: readonly Position[]): Promise<void> {
  await reap(act, plants, 3)
  await setUp(act, 'crafting_table')
  await craftItem(act, 'bread', 1)
}
