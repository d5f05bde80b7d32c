import { createRequire } from 'node:module'
import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import type { Position } from '../../../src/core/position.ts'
import { blockAt, craft, hold, playerOf, ticks, truth, UP, vector } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
let bot: Bot
afterEach(() => harness.close())

const library = createRequire(import.meta.url)(
  'mineflayer-pathfinder',
) as typeof import('mineflayer-pathfinder')

async function visit(version: '1.21.4' | '1.20.1', world: string): Promise<void> {
  harness = await startHarness({ version, world, viewDistance: 4 })
  bot = await harness.join('Ada')
  bot.loadPlugin(library.pathfinder)
  const movements = new library.Movements(bot)
  movements.canDig = false
  movements.allow1by1towers = false
  bot.pathfinder.setMovements(movements)
}

async function goTo(place: Position, distance: number): Promise<void> {
  const goal = new library.goals.GoalNear(place.x, place.y, place.z, distance)
  await harness.run(bot.pathfinder.goto(goal))
}

/** Takes that many of the items out of the chest. */
async function take(chest: Position, wanted: Readonly<Record<string, number>>): Promise<void> {
  await goTo(chest, 2)
  const window = await harness.run(bot.openContainer(blockAt(bot, chest)))
  for (const [name, count] of Object.entries(wanted)) {
    await harness.run(window.withdraw(idOf(name), null, count))
  }
  window.close()
  await ticks(harness, 2)
}

function idOf(name: string): number {
  return bot.registry.itemsByName[name]?.id ?? -1
}

function animal(name: string) {
  const found = bot.nearestEntity((entity) => entity.name === name)
  if (found === null) throw new Error(`No ${name} in sight.`)
  return found
}

describe.each(['1.21.4', '1.20.1'] as const)('on %s a bot', (version) => {
  test('cooks, bakes, harvests and milks in the kitchen', async () => {
    await visit(version, 'kitchen')
    await take({ x: 1, y: -60, z: -6 }, { wheat: 12, sugar: 2, egg: 1 })
    await take({ x: 3, y: -60, z: -6 }, { beef: 2 })
    await take({ x: 5, y: -60, z: -6 }, { coal: 1, bucket: 2 })
    await cook({ x: -2, y: -60, z: -6 })
    const table = blockAt(bot, { x: -1, y: -60, z: -6 })
    await harness.run(craft(bot, 'bread', 3, table))
    expect(truth(harness, bot)).toMatchObject({ bread: 3, cooked_beef: 2 })

    await harvest({ x: -7, y: -60, z: 5 })
    await milk({ x: -11, y: -60, z: 2 })
  })

  async function cook(smoker: Position): Promise<void> {
    await goTo(smoker, 2)
    const window = await harness.run(bot.openFurnace(blockAt(bot, smoker)))
    await harness.run(window.putInput(idOf('beef'), null, 2))
    await harness.run(window.putFuel(idOf('coal'), null, 1))
    await ticks(harness, 210)
    await harness.run(window.takeOutput())
    window.close()
    await ticks(harness, 2)
  }

  async function harvest(crop: Position): Promise<void> {
    await goTo({ ...crop, x: crop.x + 1 }, 0)
    const before = truth(harness, bot).wheat ?? 0
    await harness.run(bot.dig(blockAt(bot, crop), true))
    await goTo(crop, 0)
    await ticks(harness, 20)
    expect(truth(harness, bot).wheat).toBe(before + 1)
  }

  /** Cows come to who holds wheat. */
  async function milk(fence: Position): Promise<void> {
    await goTo(fence, 0)
    await harness.run(hold(bot, 'wheat'))
    await ticks(harness, 200)
    const cow = animal('cow')
    expect(cow.position.distanceTo(bot.entity.position)).toBeLessThan(4)
    await harness.run(hold(bot, 'bucket'))
    await harness.run(bot.activateEntity(cow))
    await ticks(harness, 3)
    expect(truth(harness, bot)).toMatchObject({ bucket: 1, milk_bucket: 1 })
  }

  test('arms itself in the arena and beats a zombie', async () => {
    await visit(version, 'arena')
    await take(
      { x: -15, y: -60, z: 0 },
      { iron_sword: 1, iron_helmet: 1, iron_chestplate: 1, iron_leggings: 1, iron_boots: 1 },
    )
    await harness.run(hold(bot, 'iron_sword'))
    for (const [name, place] of [
      ['iron_helmet', 'head'],
      ['iron_chestplate', 'torso'],
      ['iron_leggings', 'legs'],
      ['iron_boots', 'feet'],
    ] as const) {
      await harness.run(bot.equip(idOf(name), place))
    }
    harness.server.command('/time set midnight')
    harness.server.command('/summon zombie -8 -60 0')
    await ticks(harness, 3)
    let dead = false
    bot.on('entityDead', (entity) => {
      dead ||= entity.name === 'zombie'
    })
    for (let turn = 0; turn < 30 && !dead; turn++) {
      const zombie = bot.nearestEntity((entity) => entity.name === 'zombie')
      if (zombie !== null && zombie.position.distanceTo(bot.entity.position) < 3) await bot.attack(zombie)
      await ticks(harness, 13)
    }
    expect(dead).toBe(true)
    expect(playerOf(harness, bot).health).toBeGreaterThan(8)
  })

  test('finds a pickaxe and a diamond in the mine, as its goal asks', async () => {
    await visit(version, 'mine')
    await take({ x: 2, y: -40, z: -3 }, { iron_pickaxe: 1 })
    await harness.run(hold(bot, 'iron_pickaxe'))
    const ore = { x: -20, y: -40, z: 2 }
    await goTo({ ...ore, z: 1 }, 0)
    await harness.run(bot.dig(blockAt(bot, ore), true))
    await goTo(ore, 0)
    await ticks(harness, 20)
    expect(loadWorldDefinition('mine').goals).toEqual([{ type: 'have', item: 'diamond', count: 1 }])
    expect(truth(harness, bot).diamond).toBe(1)
  })

  test('builds a boat of a tree of the island and puts out to sea', async () => {
    await visit(version, 'island')
    expect(animal('pig').position.y).toBeGreaterThan(62)
    await fell(3)
    await harness.run(craft(bot, 'oak_planks', 3))
    await ticks(harness, 2)
    await harness.run(craft(bot, 'crafting_table', 1))
    await ticks(harness, 2)
    const ground = evenGround()
    await harness.run(hold(bot, 'crafting_table'))
    await harness.run(bot.placeBlock(blockAt(bot, ground), vector(UP)))
    await harness.run(craft(bot, 'oak_boat', 1, blockAt(bot, ground.offset(0, 1, 0))))
    const sea = shore()
    await goTo({ ...sea, y: 63, x: sea.x - 1 }, 1)
    await setSail(sea)
    expect(playerOf(harness, bot).position.x).toBeGreaterThan(sea.x + 5)
  })

  /** A block beside the bot with nothing but air on it. */
  function evenGround() {
    const feet = bot.entity.position.floored()
    const around = [-1, 0, 1].flatMap((x) =>
      [-2, -1, 0].flatMap((y) => [-1, 1].map((z) => [x, y, z] as const)),
    )
    const found = around
      .map(([x, y, z]) => feet.offset(x, y, z))
      .find((place) => {
        const isFree = bot.blockAt(place.offset(0, 1, 0))?.name === 'air'
        return isFree && bot.blockAt(place)?.boundingBox === 'block'
      })
    if (found === undefined) throw new Error('No place for the table.')
    return found
  }

  /** The first water of the sea in the east. */
  function shore(): Position {
    const { world } = harness.server.game
    const sea = Array.from({ length: 200 }, (_, x) => ({ x, y: 62, z: 0 }))
    const found = sea.findLast((place) => world.blockAt(place).name !== 'water')
    return { x: (found?.x ?? 0) + 1, y: 62, z: 0 }
  }

  async function setSail(sea: Position): Promise<void> {
    await harness.run(hold(bot, 'oak_boat'))
    await harness.run(bot.lookAt(vector({ x: sea.x + 2, y: 62.9, z: sea.z + 0.5 }), true))
    await ticks(harness, 2)
    bot.activateItem()
    await ticks(harness, 20)
    bot.mount(animal(version === '1.21.4' ? 'oak_boat' : 'boat'))
    await ticks(harness, 5)
    await harness.run(bot.look(-Math.PI / 2, 0, true))
    bot.moveVehicle(0, 1)
    await ticks(harness, 100)
    bot.moveVehicle(0, 0)
  }

  async function fell(logs: number): Promise<void> {
    for (let turn = 0; turn < 12 && (truth(harness, bot).oak_log ?? 0) < logs; turn++) {
      const [place] = bot.findBlocks({ matching: (block) => block.name === 'oak_log', maxDistance: 48 })
      if (place === undefined) throw new Error('No tree in sight.')
      await goTo(place, 3)
      await harness.run(bot.dig(blockAt(bot, vector(place)), true))
      await ticks(harness, 15)
      const drop = bot.nearestEntity((entity) => entity.name === 'item')
      if (drop !== null) await goTo(drop.position.floored(), 1).catch(() => {})
      await ticks(harness, 5)
    }
  }
})
