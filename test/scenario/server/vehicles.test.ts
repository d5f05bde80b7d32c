import type { Bot } from 'mineflayer'
import type { Entity } from 'prismarine-entity'
import { afterEach, describe, expect, test } from 'vitest'
import type { VehicleEntity } from '../../../server/game/entity.ts'
import {
  blockAt,
  give,
  hold,
  playerOf,
  setBlock,
  ticks,
  truth,
  UP,
  vector,
} from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

const at = (x: number, y: number, z: number) => ({ x, y: -60 + y, z })

async function start(options: HarnessOptions): Promise<Bot> {
  harness = await startHarness(options)
  return harness.join('Ada')
}

function vehicle(): VehicleEntity {
  const found = [...harness.server.game.entities.values()].find((entity) => entity.type === 'vehicle')
  if (found?.type !== 'vehicle') throw new Error('There is no vehicle.')
  return found
}

function seen(bot: Bot): Entity {
  const entity = bot.entities[vehicle().id]
  if (entity === undefined) throw new Error('The bot sees no vehicle.')
  return entity
}

/** What the bot believes that it rides on. Mineflayer's types do not name it. */
function mountOf(bot: Bot): Entity | null {
  return (bot as Bot & { readonly vehicle?: Entity | null }).vehicle ?? null
}

/** A lake whose surface is level with the ground, from x 2 to 14 and z -3 to 3. */
async function lake(): Promise<void> {
  for (let x = 2; x <= 14; x++) {
    for (let z = -3; z <= 3; z++) harness.server.game.world.setBlock(at(x, -1, z), 'water')
  }
  await ticks(harness, 5)
}

describe.each(['1.21.4', '1.20.1'] as const)('vehicles on %s', (version) => {
  test('a boat is put onto water, boarded, steered, left, and broken for its item', async () => {
    const bot = await start({ version })
    await lake()
    await give(harness, bot, { birch_boat: 1 })
    await harness.run(hold(bot, 'birch_boat'))
    await harness.run(bot.lookAt(vector({ x: 3.5, y: -60.1, z: 0.5 }), true))
    await ticks(harness, 2)
    bot.activateItem()
    await ticks(harness, 20)
    const boat = vehicle()
    expect(seen(bot).name).toBe(version === '1.21.4' ? 'birch_boat' : 'boat')
    expect(truth(harness, bot)).toEqual({})
    expect(boat.position.y).toBeGreaterThan(-60.5)
    expect(boat.position.y).toBeLessThan(-59.9)
    let mounted = 0
    bot.on('mount', () => {
      mounted += 1
    })
    bot.mount(seen(bot))
    await ticks(harness, 3)
    expect([mounted, mountOf(bot)?.id]).toEqual([1, boat.id])
    expect(playerOf(harness, bot).position.x).toBeCloseTo(boat.position.x, 1)
    boat.yaw = -90
    const before = boat.position.x
    bot.moveVehicle(0, 1)
    await ticks(harness, 20)
    bot.moveVehicle(0, 0)
    expect(boat.position.x).toBeGreaterThan(before + 3)
    await ticks(harness, 60)
    expect(seen(bot).position.x).toBeCloseTo(boat.position.x, 1)
    expect(boat.position.x).toBeLessThan(15)
    let dismounted = 0
    bot.on('dismount', () => {
      dismounted += 1
    })
    bot.dismount()
    await ticks(harness, 5)
    expect([dismounted, mountOf(bot)]).toEqual([1, null])
    expect(bot.entity.position.distanceTo(vector(boat.position))).toBeLessThan(3)
    for (let blow = 0; blow < 5; blow++) {
      bot.attack(seen(bot))
      await ticks(harness, 2)
    }
    expect(() => vehicle()).toThrow()
    const items = [...harness.server.game.entities.values()].flatMap((entity) =>
      entity.type === 'item' ? [entity.stack.name] : [],
    )
    expect([...items, ...Object.keys(truth(harness, bot))]).toEqual(['birch_boat'])
  })

  test('two share a boat, a third sees them, and who leaves the game leaves its seat', async () => {
    const bot = await start({ version })
    await lake()
    const ben = await harness.join('Ben')
    const cem = await harness.join('Cem')
    harness.server.command('/gamemode creative Ada')
    await give(harness, bot, { oak_boat: 1 })
    await harness.run(hold(bot, 'oak_boat'))
    await harness.run(bot.lookAt(vector({ x: 3.5, y: -60.1, z: 0.5 }), true))
    await ticks(harness, 2)
    bot.activateItem()
    await ticks(harness, 10)
    for (const rider of [ben, bot, cem]) rider.mount(seen(rider))
    await ticks(harness, 3)
    expect([mountOf(bot)?.id, mountOf(ben)?.id, mountOf(cem)]).toEqual([vehicle().id, vehicle().id, null])
    expect(seen(cem).passengers.map(({ username }) => username)).toEqual(['Ben', 'Ada'])
    ben.quit()
    await ticks(harness, 5)
    expect(harness.server.game.passengers.get(vehicle().id)).toEqual([playerOf(harness, bot).id])
    harness.server.command('/tp Ada 0.5 -60 8.5')
    await ticks(harness, 5)
    expect(mountOf(bot)).toBeNull()
    expect(bot.entity.position.z).toBeCloseTo(8.5, 1)
  })

  test('rails join each other; a minecart rolls along them with its rider and stops at the end', async () => {
    const bot = await start({ version })
    await give(harness, bot, { rail: 8, minecart: 1 })
    await harness.run(hold(bot, 'rail'))
    for (const z of [1, 2, 3]) {
      await harness.run(bot.placeBlock(blockAt(bot, at(1, -1, z)), vector(UP)))
      await ticks(harness, 2)
    }
    await setBlock(harness, at(2, 0, 3), 'rail')
    expect(harness.server.game.world.blockAt(at(1, 0, 3)).properties.shape).toBe('north_east')
    for (let x = 3; x <= 10; x++) await setBlock(harness, at(x, 0, 3), 'rail')
    for (let x = 2; x <= 10; x++) {
      expect(harness.server.game.world.blockAt(at(x, 0, 3)).properties.shape).toBe('east_west')
    }
    await setBlock(harness, at(11, 0, 3), 'stone')
    await harness.run(hold(bot, 'minecart'))
    await harness.run(bot.activateBlock(blockAt(bot, at(1, 0, 1))))
    await ticks(harness, 3)
    const cart = vehicle()
    expect(seen(bot).name).toBe('minecart')
    bot.mount(seen(bot))
    await ticks(harness, 3)
    expect(mountOf(bot)?.id).toBe(cart.id)
    await harness.run(bot.look(Math.PI, 0, true))
    bot.moveVehicle(0, 1)
    await ticks(harness, 80)
    expect(cart.position.x).toBeGreaterThan(3)
    expect(cart.position.z).toBeCloseTo(3.5, 1)
    await ticks(harness, 400)
    expect(cart.position.x).toBeLessThan(11.5)
    expect(cart.position.x).toBeGreaterThan(9)
    expect(playerOf(harness, bot).position.x).toBeCloseTo(cart.position.x, 1)
    bot.dismount()
    await ticks(harness, 5)
    expect(mountOf(bot)).toBeNull()
    expect(bot.entity.position.x).toBeGreaterThan(8)
  })

  test('powered rails drive carts, slopes pull them down, and sneaking gets off', async () => {
    const bot = await start({ version })
    const { world } = harness.server.game
    await setBlock(harness, at(2, 0, 2), 'stone')
    world.setBlock(at(3, 0, 2), 'powered_rail', { shape: 'east_west', powered: 'true' })
    for (let x = 4; x <= 6; x++) world.setBlock(at(x, 0, 2), 'rail', { shape: 'east_west' })
    await setBlock(harness, at(8, 0, 2), 'stone')
    await setBlock(harness, at(8, 1, 2), 'rail')
    await setBlock(harness, at(7, 0, 2), 'rail')
    expect(world.blockAt(at(7, 0, 2)).properties.shape).toBe('ascending_east')
    await give(harness, bot, { minecart: 1 })
    await harness.run(hold(bot, 'minecart'))
    await harness.run(bot.activateBlock(blockAt(bot, at(3, 0, 2))))
    await ticks(harness, 3)
    const cart = vehicle()
    bot.mount(seen(bot))
    await ticks(harness, 100)
    expect(cart.position.x).toBeGreaterThan(4)
    bot.setControlState('sneak', true)
    await ticks(harness, 5)
    expect(mountOf(bot)).toBeNull()
    cart.position = { x: 7.9, y: -59.1, z: 2.5 }
    cart.velocity = { x: 0, y: 0, z: 0 }
    await ticks(harness, 30)
    expect(cart.position.x).toBeLessThan(7)
    expect(cart.position.y).toBeLessThan(-59.8)
  })
})
