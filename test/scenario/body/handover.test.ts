import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import type { Json } from '../../../src/core/json.ts'
import { blockPosition } from '../../../src/core/position.ts'
import type { BodyWorld } from '../../support/body-world.ts'

const clock = installVirtualClock()
const { createBodyWorld } = await import('../../support/body-world.ts')

afterAll(() => clock.uninstall())

type Spot = { x: number; y: number; z: number }

describe.each(['1.21.4', '1.20.1'] as const)('handing over on %s', (version) => {
  const isDefault = version === '1.21.4'
  let world: BodyWorld
  let spawn: Spot

  beforeEach(async () => {
    world = await createBodyWorld({ clock, version })
    for (const name of ['Ada', 'Bob']) await clock.until(world.body.join(name))
    const { position } = await world.body.perceive('Ada')
    spawn = blockPosition(position)
  })
  afterEach(() => world.close())

  const place = (dx: number, dz: number): Spot => ({ x: spawn.x + dx, y: spawn.y, z: spawn.z + dz })
  const send = async (name: string, dx: number, dz: number) => {
    const { x, y, z } = place(dx, dz)
    world.server.command(`tp ${name} ${x} ${y} ${z}`)
    await clock.advance(5)
  }
  const command = async (line: string) => {
    world.server.command(line)
    await clock.advance(2)
  }
  const gives = (items: Json, where: Spot | null = null, seconds = 60) =>
    world.act('Ada', 'giveItem', ['Bob', items, where, seconds])
  const takes = (items: Json, where: Spot | null = null, seconds = 60) =>
    world.act('Bob', 'collectFrom', ['Ada', items, where, seconds])
  const has = async (name: string) => (await world.body.perceive(name)).inventory

  it('moves the items to the other, and both sides see it', async () => {
    await command('give Ada oak_planks 12')
    await command('give Ada stick 3')
    await send('Bob', 9, 4)
    const items = { oak_planks: 7, stick: 3 }
    const [given, taken] = await Promise.all([gives(items), takes(items)])
    expect(given).toMatchObject({ ok: true, value: { given: items } })
    expect(taken).toMatchObject({ ok: true, value: { gained: items } })
    expect(await has('Ada')).toEqual({ oak_planks: 5 })
    expect(await has('Bob')).toEqual(items)
    expect((await world.body.perceive('Ada')).tally.given).toEqual({ Bob: items })
  })

  it.runIf(isDefault)('works with someone who stands still and does nothing, right beside', async () => {
    await command('give Ada oak_planks 12')
    await send('Bob', 0, 0)
    expect(await gives({ oak_planks: 12 })).toMatchObject({ ok: true })
    expect(await has('Bob')).toEqual({ oak_planks: 12 })
  })

  it.runIf(isDefault)('brings together at a place two who are far apart', async () => {
    await command('give Ada diamond 2')
    await send('Bob', 90, -70)
    const [given, taken] = await Promise.all([
      gives({ diamond: 2 }, place(40, -30), 120),
      takes({ diamond: 2 }, place(40, -30), 120),
    ])
    expect(given).toMatchObject({ ok: true })
    expect(taken).toMatchObject({ ok: true })
    expect(await has('Bob')).toEqual({ diamond: 2 })
  })

  it.runIf(isDefault)(
    'fails where the giver has too few, where the taker has no room, and where nobody comes',
    async () => {
      await command('give Ada diamond 2')
      expect(await gives({ diamond: 3 })).toMatchObject({ ok: false, code: 'missing-ingredient' })
      for (let slot = 0; slot < 36; slot++) world.server.command('give Bob wooden_sword')
      await send('Bob', 5, 0)
      expect(await takes({ diamond: 1 })).toMatchObject({ ok: false, code: 'no-space' })
      expect(await gives({ diamond: 2 })).toMatchObject({ ok: false, code: 'no-space' })
      expect(await has('Ada')).toEqual({ diamond: 2 })
      await send('Bob', 300, 0)
      expect(await gives({ diamond: 2 }, null, 5)).toMatchObject({ ok: false, code: 'not-found' })
      expect(await gives({ no_such_item: 2 }).catch(String)).toContain('no_such_item')
    },
  )

  it.runIf(isDefault)('tells who took what was meant for another', async () => {
    await clock.until(world.body.join('Carol'))
    await command('give Ada diamond 1')
    for (let slot = 0; slot < 36; slot++) world.server.command('give Bob wooden_sword')
    await send('Bob', 5, 0)
    await send('Carol', 6, 0)
    expect(await gives({ diamond: 1 })).toMatchObject({ ok: false, code: 'stolen' })
    expect(await has('Carol')).toEqual({ diamond: 1 })
  })

  it.runIf(isDefault)('ends for both when one dies', async () => {
    await command('give Ada diamond 2')
    await send('Bob', 40, 0)
    const dying = world.attempt('Bob', async (host, signal) => {
      const waiting = host.act('collectFrom', ['Ada', { diamond: 2 }, null, 20], signal)
      world.server.command('kill Bob')
      return waiting
    })
    const [given, outcome] = await Promise.all([gives({ diamond: 2 }, place(30, 0), 20), dying])
    expect(outcome.status === 'died' || outcome.value).toBeTruthy()
    expect(outcome.value).not.toMatchObject({ ok: true })
    // Bob comes back at the spawn point: Ada may find it there, or give up.
    expect(given.ok ? await has('Bob') : await has('Ada')).toEqual({ diamond: 2 })
  })

  it.runIf(isDefault)('gets to someone walled in, or says that there is no way', async () => {
    await command('give Ada diamond 2')
    await send('Bob', 8, 0)
    const { x, y, z } = place(8, 0)
    await command(`fill ${x - 2} ${y - 1} ${z - 2} ${x + 2} ${y + 3} ${z + 2} bedrock hollow`)
    const given = await gives({ diamond: 2 }, null, 20)
    expect(given).toMatchObject({ ok: false, code: 'no-path' })
    expect(await has('Ada')).toEqual({ diamond: 2 })
  })
})
