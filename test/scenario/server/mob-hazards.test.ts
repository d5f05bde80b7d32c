import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import type { ItemEntity, MobEntity } from '../../../server/game/entity.ts'
import { spawnItem } from '../../../server/game/item-entities.ts'
import { itemStack } from '../../../server/inventory/item-stack.ts'
import { setBlock, ticks } from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function start(options: HarnessOptions): Promise<Bot> {
  harness = await startHarness({ ...options, rules: { difficulty: 'normal' } })
  return harness.join('Ada')
}

const at = (x: number, y: number, z: number) => ({ x, y: -60 + y, z })

function summon(name: string, x: number, y: number, z: number): MobEntity {
  harness.server.command(`/summon ${name} ${x} ${-60 + y} ${z}`)
  const mob = [...harness.server.game.entities.values()].at(-1)
  if (mob?.type !== 'mob') throw new Error(`No ${name} was summoned.`)
  return mob
}

/** Whether an entity burns, by what a client was told of it. */
function isOnFire({ metadata }: { readonly metadata: object }): boolean {
  return (Number(Object.values(metadata)[0] ?? 0) & 1) === 1
}

/** A pond of still water between walls: its blocks span x 4 to 6 and z -1 to 1 and are as many deep. */
async function pond(depth: number, content = 'water'): Promise<void> {
  for (let y = 0; y < depth; y++) {
    for (let x = 3; x <= 7; x++) {
      for (let z = -2; z <= 2; z++) {
        const isWall = x === 3 || x === 7 || Math.abs(z) === 2
        harness.server.game.world.setBlock(at(x, y, z), isWall ? 'glass' : content)
      }
    }
  }
  await ticks(harness, 1)
}

function drop(name: string, x: number, y: number, z: number): ItemEntity {
  return spawnItem(harness.server.game, itemStack(name), {
    position: { x, y: -60 + y, z },
    velocity: { x: 0, y: 0, z: 0 },
    pickUpDelay: 1000,
  })
}

describe.each(['1.21.4', '1.20.1'] as const)('mobs and items on %s', (version) => {
  test('in deep water cows float, zombies sink, sealed in a pig drowns after its air is gone', async () => {
    const bot = await start({ version })
    await pond(4)
    const cow = summon('cow', 5.5, 1, 0.5)
    const zombie = summon('zombie', 5.5, 1, 0.5)
    await ticks(harness, 80)
    expect(cow.position.y).toBeGreaterThan(-57)
    expect(zombie.position.y).toBe(-60)
    expect(zombie.health).toBe(20)
    expect(cow.health).toBe(10)
    for (const [x, z] of [
      [4, 0],
      [6, 0],
      [5, -1],
      [5, 1],
    ] as const)
      for (const y of [0, 1, 2, 3]) await setBlock(harness, at(x, y, z), 'glass')
    cow.position = at(5.5, 0, 0.5)
    const pig = summon('pig', 5.5, 0, 0.5)
    await setBlock(harness, at(5, 2, 0), 'glass')
    await ticks(harness, 310)
    expect(pig.health).toBe(10)
    await ticks(harness, 60)
    expect(pig.health).toBeLessThan(10)
    expect(bot.health).toBe(20)
  })

  test('lava sets alight what it does not kill, water puts it out; cacti, falls and walls hurt', async () => {
    const bot = await start({ version })
    await pond(2, 'lava')
    const cow = summon('cow', 5.5, 1, 0.5)
    await ticks(harness, 3)
    expect(cow.health).toBe(6)
    const seen = bot.entities[cow.id]
    if (seen === undefined) throw new Error('The bot sees no cow.')
    expect(isOnFire(seen)).toBe(true)
    harness.server.game.world.setBlock(at(-5, 0, 5), 'water')
    cow.position = at(-4.5, 0, 5.5)
    await ticks(harness, 10)
    expect(isOnFire(seen)).toBe(false)
    const sheep = summon('sheep', 0.5, 10, -5.5)
    const chicken = summon('chicken', 2.5, 10, -5.5)
    await ticks(harness, 80)
    expect(sheep.health).toBe(8 - 7)
    expect(chicken.health).toBe(4)
    const pig = summon('pig', -5.5, 0, -5.5)
    harness.server.game.world.setBlock(at(-6, 0, -6), 'stone')
    await ticks(harness, 2)
    expect(pig.health).toBe(9)
  })

  test('a stream carries items and animals, and lets items float', async () => {
    await start({ version })
    for (let x = 3; x <= 14; x++) {
      for (const z of [-1, 1]) {
        for (const y of [0, 1]) await setBlock(harness, at(x, y, z), 'stone')
      }
    }
    for (const y of [0, 1]) await setBlock(harness, at(3, y, 0), 'stone')
    await setBlock(harness, at(4, 0, 0), 'water')
    await ticks(harness, 60)
    const apple = drop('apple', 5.5, 0.2, 0.5)
    const chicken = summon('chicken', 5.5, 0, 0.5)
    await ticks(harness, 100)
    expect(apple.position.x).toBeGreaterThan(9)
    expect(chicken.position.x).toBeGreaterThan(6.5)
    await pond(3)
    const stick = drop('stick', 5.5, 0.3, 0.5)
    await ticks(harness, 160)
    expect(stick.position.y).toBeGreaterThan(-57.4)
  })

  test('lava, fire and cacti destroy items, but no netherite', async () => {
    const bot = await start({ version })
    await pond(1, 'lava')
    await setBlock(harness, at(-5, 0, 5), 'netherrack')
    await setBlock(harness, at(-5, 1, 5), 'fire')
    await setBlock(harness, at(-5, -1, -5), 'sand')
    await setBlock(harness, at(-5, 0, -5), 'cactus')
    const stick = drop('stick', 5.5, 1, 0.5)
    const ingot = drop('netherite_ingot', 5.5, 1, 0.5)
    const apple = drop('apple', -4.5, 1.2, 5.5)
    const bread = drop('bread', -4.5, 1.5, -4.5)
    await ticks(harness, 40)
    const left = (item: ItemEntity) => harness.server.game.entities.has(item.id)
    expect([stick, ingot, apple, bread].map(left)).toEqual([false, true, false, false])
    expect(bot.entities[stick.id]).toBeUndefined()
  })
})

describe('mobs', () => {
  test('water hurts an enderman, which leaves it; a spider climbs a wall to its prey', async () => {
    const bot = await start({})
    await pond(1)
    const enderman = summon('enderman', 5.5, 0, 0.5)
    await ticks(harness, 30)
    expect(enderman.health).toBeLessThan(40)
    expect(Math.hypot(enderman.position.x - 5.5, enderman.position.z - 0.5)).toBeGreaterThan(1)
    harness.server.game.entities.delete(enderman.id)
    harness.server.command('/time set midnight')
    for (const [x, z] of [
      [-2, 0],
      [2, 0],
    ] as const)
      await setBlock(harness, at(x, 0, z), 'air')
    for (let z = -12; z <= 12; z++) {
      for (const y of [0, 1, 2]) harness.server.game.world.setBlock(at(-4, y, z), 'stone')
    }
    const spider = summon('spider', -6.5, 0, 0.5)
    spider.mind.target = harness.server.game.playerNamed('Ada')?.id ?? null
    for (let tick = 0; tick < 200 && bot.health === 20; tick++) await ticks(harness, 1)
    expect(bot.health).toBeLessThan(20)
  })
})
