import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import type { Json } from '../../../src/core/json.ts'
import { blockPosition } from '../../../src/core/position.ts'
import { entityValueSchema, windowValueSchema } from '../../../src/core/skill-values.ts'
import type { BodyWorld } from '../../support/body-world.ts'

const clock = installVirtualClock()
const { createBodyWorld } = await import('../../support/body-world.ts')

afterAll(() => clock.uninstall())

describe.each(['1.21.4', '1.20.1'] as const)('acts with food, mobs and thrown items on %s', (version) => {
  let world: BodyWorld
  let feet: { x: number; y: number; z: number }

  beforeEach(async () => {
    world = await createBodyWorld({ clock, version })
    await clock.until(world.body.join('Ada'))
    const { position } = await world.body.perceive('Ada')
    feet = blockPosition(position)
  })
  afterEach(() => world.close())

  const give = async (item: string, count = 1) => {
    world.server.command(`give Ada ${item} ${count}`)
    await clock.advance(2)
  }
  const summon = async (mob: string, dx: number, dz: number) => {
    world.server.command(`summon ${mob} ${feet.x + dx} ${feet.y} ${feet.z + dz}`)
    await clock.advance(5)
  }
  const setFood = async (food: number) => {
    for (const player of world.server.game.players.values())
      Object.assign(player, { food, saturation: 0, exhaustion: 4 })
    await clock.advance(3)
  }
  const look = () => world.body.perceive('Ada')
  const idOf = async (mob: string): Promise<Json> => {
    const seen = entityValueSchema.array().parse(await world.read('Ada', 'entities'))
    return seen.find(({ name }) => name === mob)?.id ?? null
  }

  it('consume() eats what is in the hand and counts it', async () => {
    await give('bread', 2)
    await world.act('Ada', 'equip', ['bread'])
    await setFood(10)
    expect(await world.act('Ada', 'consume', [])).toMatchObject({ ok: true })
    const { inventory, food, tally } = await look()
    expect({ inventory, food, tally: tally.consumed }).toEqual({
      inventory: { bread: 1 },
      food: 14,
      tally: { bread: 1 },
    })
  })

  it('consume() fails with a full stomach, with a stone and with an empty hand', async () => {
    expect(await world.act('Ada', 'consume', [])).toMatchObject({ ok: false, code: 'missing-ingredient' })
    await give('bread')
    await world.act('Ada', 'equip', ['bread'])
    expect(await world.act('Ada', 'consume', [])).toMatchObject({ ok: false })
    expect((await look()).tally.consumed).toEqual({})
    await setFood(10)
    await give('cobblestone')
    await world.act('Ada', 'equip', ['cobblestone'])
    expect(await world.act('Ada', 'consume', [])).toMatchObject({ ok: false })
    expect((await look()).inventory).toEqual({ bread: 1, cobblestone: 1 })
  })

  it('sleep() fails with not-found where there is no bed, wake() where nobody sleeps', async () => {
    const ground = { x: feet.x + 1, y: feet.y - 1, z: feet.z }
    expect(await world.act('Ada', 'sleep', [ground])).toMatchObject({ ok: false, code: 'not-found' })
    expect(await world.act('Ada', 'wake', [])).toMatchObject({ ok: false })
  })

  it('fish() fails with wrong-tool without a rod in the hand', async () => {
    expect(await world.act('Ada', 'fish', [])).toMatchObject({ ok: false, code: 'wrong-tool' })
  })

  it('shoot() brings a mob down with a bow and counts it', async () => {
    await give('bow')
    await give('arrow', 32)
    await summon('cow', 7, 2)
    expect(await world.act('Ada', 'shoot', ['bow', 'cow'])).toMatchObject({ ok: true })
    const { tally, inventory } = await look()
    expect(tally.killed).toEqual({ cow: 1 })
    expect(inventory.arrow ?? 0).toBeLessThan(32)
  })

  it('shoot() fails without arrows, without a target and with what cannot be shot', async () => {
    await give('bow')
    expect(await world.act('Ada', 'shoot', ['bow', 'cow'])).toMatchObject({ ok: false, code: 'not-found' })
    await summon('cow', 7, 2)
    expect(await world.act('Ada', 'shoot', ['bow', 'cow'])).toMatchObject({
      ok: false,
      code: 'missing-ingredient',
    })
    await expect(world.act('Ada', 'shoot', ['bread', 'cow'])).rejects.toThrow(/"bread" cannot be shot/)
  })

  it('useOn() shears a sheep', async () => {
    await give('shears')
    await world.act('Ada', 'equip', ['shears'])
    await summon('sheep', 2, 0)
    expect(await world.act('Ada', 'useOn', [await idOf('sheep')])).toMatchObject({ ok: true })
    await clock.advance(20)
    await world.act('Ada', 'collectDrops', [10])
    expect(Object.keys((await look()).inventory).some((item) => item.endsWith('_wool'))).toBe(true)
  })

  it('waitForMobRemoved() ends when the mob is gone, and as timed-out when it stays', async () => {
    await give('iron_sword')
    await summon('cow', 5, 0)
    const id = await idOf('cow')
    expect(await world.act('Ada', 'waitForMobRemoved', [id, 40])).toMatchObject({
      ok: false,
      code: 'timed-out',
    })
    const outcome = await world.attempt('Ada', async (host, signal) => {
      const waiting = host.act('waitForMobRemoved', [id, 800], signal)
      await host.act('killMob', ['cow'], signal)
      return waiting
    })
    expect(outcome.value).toMatchObject({ ok: true })
  })

  it('toss() and tossStack() throw items away, and toss() fails beyond what is held', async () => {
    await give('dirt', 9)
    await give('stick', 5)
    expect(await world.act('Ada', 'toss', ['dirt', 4])).toMatchObject({ ok: true })
    expect((await look()).inventory).toEqual({ dirt: 5, stick: 5 })
    expect(await world.act('Ada', 'toss', ['dirt', 6])).toMatchObject({
      ok: false,
      code: 'missing-ingredient',
    })
    const { slots } = windowValueSchema.parse(await world.read('Ada', 'inventory'))
    const slot = slots.findIndex((item) => item?.name === 'stick')
    expect(await world.act('Ada', 'tossStack', [slot])).toMatchObject({ ok: true })
    expect((await look()).inventory).toEqual({ dirt: 5 })
  })
})
