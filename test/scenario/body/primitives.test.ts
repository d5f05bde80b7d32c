import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import type { KnowledgeBook } from '../../../src/core/knowledge.ts'
import { blockPosition } from '../../../src/core/position.ts'
import type { BodyWorld } from '../../support/body-world.ts'

const clock = installVirtualClock()
const { createBodyWorld } = await import('../../support/body-world.ts')

afterAll(() => clock.uninstall())

const nothingKnown: KnowledgeBook = { scope: 'listed', claims: [] }

describe.each(['1.21.4', '1.20.1'] as const)('control primitives on %s', (version) => {
  let world: BodyWorld
  let feet: { x: number; y: number; z: number }

  beforeEach(async () => {
    world = await createBodyWorld({ clock, version })
    await clock.until(world.body.join('Ada'))
    const { position } = await world.body.perceive('Ada')
    feet = blockPosition(position)
  })
  afterEach(() => world.close())

  const at = (dx: number, dy: number, dz: number) => ({ x: feet.x + dx, y: feet.y + dy, z: feet.z + dz })
  const give = async (item: string, count = 1) => {
    world.server.command(`give Ada ${item} ${count}`)
    await clock.advance(2)
  }
  const set = async (dx: number, dy: number, dz: number, block: string) => {
    const { x, y, z } = at(dx, dy, dz)
    world.server.command(`setblock ${x} ${y} ${z} ${block}`)
    await clock.advance(2)
  }
  const inventory = async () => (await world.body.perceive('Ada')).inventory

  it('mineBlock() digs with the best tool and collects the drops', async () => {
    for (const dy of [0, 1]) await set(3, dy, 0, 'stone')
    await give('wooden_pickaxe')
    const result = await world.act('Ada', 'mineBlock', ['stone', 2])
    expect(result).toMatchObject({ ok: true, value: { mined: 2, gained: { cobblestone: 2 } } })
    expect((await world.body.perceive('Ada')).tally.mined).toEqual({ stone: 2 })
  })

  it('mineBlock() fails with wrong-tool from the book, names the tools, and digs nothing', async () => {
    await set(2, 0, 0, 'stone')
    const result = await world.act('Ada', 'mineBlock', ['stone', 1])
    expect(result).toMatchObject({
      ok: false,
      code: 'wrong-tool',
      message: expect.stringContaining('wooden_pickaxe'),
    })
    expect(await world.body.blockAt('Ada', at(2, 0, 0))).toBe('stone')
  })

  it('mineBlock() learns a novice nothing but that nothing dropped', async () => {
    await set(2, 0, 0, 'stone')
    const result = await world.act('Ada', 'mineBlock', ['stone', 1], { knowledge: nothingKnown })
    expect(result).toEqual({
      ok: false,
      code: 'nothing-dropped',
      message: 'The stone broke under bare hands, and nothing dropped.',
    })
    expect(await world.body.blockAt('Ada', at(2, 0, 0))).toBe('air')
  })

  it('mineBlock() fails with not-found when there is no such block around', async () => {
    expect(await world.act('Ada', 'mineBlock', ['oak_log', 1])).toMatchObject({
      ok: false,
      code: 'not-found',
    })
  })

  it('mineBlock() fails with no-path for a block that cannot be reached', async () => {
    await set(6, 9, 0, 'oak_log')
    const result = await world.act('Ada', 'mineBlock', ['oak_log', 1])
    expect(result).toMatchObject({ ok: false, code: 'no-path' })
  })

  it('craftItem() crafts in the inventory grid, count being the times', async () => {
    await give('oak_log', 3)
    const result = await world.act('Ada', 'craftItem', ['oak_planks', 3])
    expect(result).toMatchObject({ ok: true, value: { gained: { oak_planks: 12 } } })
    expect(await inventory()).toEqual({ oak_planks: 12 })
  })

  it('craftItem() walks to a crafting table', async () => {
    await set(8, 0, 0, 'crafting_table')
    await give('oak_planks', 3)
    await give('stick', 2)
    const result = await world.act('Ada', 'craftItem', ['wooden_pickaxe'])
    expect(result).toMatchObject({ ok: true, value: { gained: { wooden_pickaxe: 1 } } })
    expect((await world.body.perceive('Ada')).tally.crafted).toEqual({ wooden_pickaxe: 1 })
  })

  it('craftItem() fails with not-found when the table lies in the inventory, and says so', async () => {
    await give('oak_planks', 3)
    await give('stick', 2)
    await give('crafting_table')
    const result = await world.act('Ada', 'craftItem', ['wooden_pickaxe'])
    expect(result).toMatchObject({
      ok: false,
      code: 'not-found',
      message: expect.stringContaining('place it first'),
    })
  })

  it('craftItem() fails with missing-ingredient and names what the book asks for', async () => {
    await give('oak_planks', 1)
    const result = await world.act('Ada', 'craftItem', ['stick'])
    expect(result).toMatchObject({
      ok: false,
      code: 'missing-ingredient',
      message: expect.stringContaining('missing 1 oak_planks'),
    })
  })

  it('craftItem() fails with unknown-recipe outside of the book, and tells no ingredient', async () => {
    await give('oak_planks', 4)
    const result = await world.act('Ada', 'craftItem', ['crafting_table'], { knowledge: nothingKnown })
    expect(result).toEqual({
      ok: false,
      code: 'unknown-recipe',
      message: 'I do not know how to craft crafting_table.',
    })
  })

  it('craftItem() tries a false recipe and makes nothing', async () => {
    await give('dirt', 4)
    const knowledge: KnowledgeBook = {
      scope: 'listed',
      claims: [{ type: 'recipe', item: 'diamond', makes: 1, ingredients: { dirt: 2 }, table: false }],
    }
    const result = await world.act('Ada', 'craftItem', ['diamond'], { knowledge })
    expect(result).toMatchObject({
      ok: false,
      code: 'failed',
      message: expect.stringContaining('made nothing'),
    })
    expect(await inventory()).toEqual({ dirt: 4 })
  })

  it('smeltItem() feeds the furnace and takes the result', async () => {
    await set(3, 0, 0, 'furnace')
    await give('raw_iron', 2)
    await give('oak_planks', 4)
    const result = await world.act('Ada', 'smeltItem', ['raw_iron', 'oak_planks', 2])
    expect(result).toMatchObject({ ok: true, value: { gained: { iron_ingot: 2 } } })
  })

  it('smeltItem() fails with unknown-recipe for what the book does not know', async () => {
    await set(3, 0, 0, 'furnace')
    await give('raw_iron', 1)
    await give('coal', 1)
    const result = await world.act('Ada', 'smeltItem', ['raw_iron', 'coal'], { knowledge: nothingKnown })
    expect(result).toMatchObject({ ok: false, code: 'unknown-recipe' })
    expect(JSON.stringify(result)).not.toContain('iron_ingot')
  })

  it('smeltItem() says what does not burn', async () => {
    await set(3, 0, 0, 'furnace')
    await give('raw_iron', 1)
    await give('dirt', 1)
    const result = await world.act('Ada', 'smeltItem', ['raw_iron', 'dirt'])
    expect(result).toMatchObject({ ok: false, message: 'The furnace does not take dirt as fuel.' })
    expect(await inventory()).toMatchObject({ raw_iron: 1, dirt: 1 })
  })

  it('smeltItem() takes everything back when nothing comes out', async () => {
    await set(3, 0, 0, 'furnace')
    await give('dirt', 1)
    await give('coal', 1)
    const result = await world.act('Ada', 'smeltItem', ['dirt', 'coal'])
    expect(result).toMatchObject({
      ok: false,
      code: 'failed',
      message: 'Nothing came out of the furnace: dirt is not known to smelt into anything.',
    })
    expect(await inventory()).toMatchObject({ dirt: 1 })
  })

  it('placeItem() places the block at the position, also from afar', async () => {
    await give('crafting_table')
    const result = await world.act('Ada', 'placeItem', ['crafting_table', at(9, 0, 2)])
    expect(result).toMatchObject({ ok: true, value: { position: at(9, 0, 2) } })
    expect(await world.body.blockAt('Ada', at(9, 0, 2))).toBe('crafting_table')
  })

  it('placeItem() steps aside when the bot stands in the way', async () => {
    await give('dirt')
    expect(await world.act('Ada', 'placeItem', ['dirt', at(0, 0, 0)])).toMatchObject({ ok: true })
    expect(await world.body.blockAt('Ada', at(0, 0, 0))).toBe('dirt')
  })

  it('placeItem() fails with blocked where a block is, and where there is nothing to place against', async () => {
    await give('dirt')
    expect(await world.act('Ada', 'placeItem', ['dirt', at(1, -1, 0)])).toMatchObject({
      ok: false,
      code: 'blocked',
    })
    expect(await world.act('Ada', 'placeItem', ['dirt', at(1, 3, 0)])).toMatchObject({
      ok: false,
      code: 'blocked',
    })
    expect(await inventory()).toEqual({ dirt: 1 })
  })

  it('givePlacedItemBack() digs the block and takes it back', async () => {
    await set(3, 0, 0, 'crafting_table')
    const result = await world.act('Ada', 'givePlacedItemBack', ['crafting_table', at(3, 0, 0)])
    expect(result).toMatchObject({ ok: true, value: { gained: { crafting_table: 1 } } })
  })

  it('killMob() hunts the mob down, counts it and collects what it drops', async () => {
    await give('iron_sword')
    const { x, y, z } = at(8, 0, 3)
    world.server.command(`summon cow ${x} ${y} ${z}`)
    await clock.advance(5)
    const result = await world.act('Ada', 'killMob', ['cow'])
    expect(result).toMatchObject({ ok: true })
    expect((await world.body.perceive('Ada')).tally.killed).toEqual({ cow: 1 })
    expect(await inventory()).toMatchObject({ beef: expect.any(Number) })
  })

  it('killMob() fails with not-found without such a mob', async () => {
    expect(await world.act('Ada', 'killMob', ['zombie'])).toMatchObject({ ok: false, code: 'not-found' })
  })

  it('moves items into a chest and out of it, says what it holds, and counts what is put there for others', async () => {
    await set(4, 0, 0, 'chest')
    await give('dirt', 10)
    const deposited = await world.act('Ada', 'depositItemIntoChest', [at(4, 0, 0), { dirt: 7 }])
    expect(deposited).toMatchObject({ ok: true, value: { moved: { dirt: 7 } } })
    const checked = await world.act('Ada', 'checkItemInsideChest', [at(4, 0, 0)])
    expect(checked).toMatchObject({ ok: true, value: { items: { dirt: 7 } } })
    const taken = await world.act('Ada', 'getItemFromChest', [at(4, 0, 0), { dirt: 5 }])
    expect(taken).toMatchObject({ ok: true, value: { moved: { dirt: 5 } } })
    expect(await inventory()).toEqual({ dirt: 8 })
    const missing = await world.act('Ada', 'getItemFromChest', [at(4, 0, 0), { dirt: 5 }])
    const message = expect.stringContaining('lacks 3 dirt')
    expect(missing).toMatchObject({ ok: false, code: 'not-found', message })
    await world.act('Ada', 'depositItemIntoChest', [at(4, 0, 0), { dirt: 3 }, 'Ben'])
    expect((await world.body.perceive('Ada')).tally.given).toEqual({ Ben: { dirt: 3 } })
  })

  it('depositItemIntoChest() fails with missing-ingredient before it moves anything', async () => {
    await set(4, 0, 0, 'chest')
    await give('dirt', 2)
    const result = await world.act('Ada', 'depositItemIntoChest', [at(4, 0, 0), { dirt: 3 }])
    expect(result).toMatchObject({ ok: false, code: 'missing-ingredient' })
    expect(await inventory()).toEqual({ dirt: 2 })
  })

  it('checkItemInsideChest() fails with not-found where there is no chest', async () => {
    const result = await world.act('Ada', 'checkItemInsideChest', [at(2, 0, 0)])
    expect(result).toMatchObject({ ok: false, code: 'not-found' })
  })

  it('exploreStep() walks in the direction for the time given', async () => {
    const result = await world.act('Ada', 'exploreStep', [{ x: 1, y: 0, z: 0 }, 60])
    expect(result).toMatchObject({ ok: true })
    const { position } = await world.body.perceive('Ada')
    expect(position.x - feet.x).toBeGreaterThan(5)
    expect(Math.abs(position.z - feet.z)).toBeLessThan(6)
  })

  it('collectDrops() picks up what lies around', async () => {
    await give('dirt', 3)
    await world.act('Ada', 'look', [0, 0])
    await world.act('Ada', 'toss', ['dirt', 3])
    await clock.advance(60)
    const result = await world.act('Ada', 'collectDrops', [10])
    expect(result).toMatchObject({ ok: true })
    expect(await inventory()).toEqual({ dirt: 3 })
  })

  it('the eleventh failure of a primitive throws', async () => {
    const outcome = await world.attempt('Ada', async (host, signal) => {
      const codes: string[] = []
      for (let time = 0; time < 10; time++) {
        const result = await host.act('killMob', ['zombie'], signal)
        codes.push(result.ok ? 'ok' : result.code)
      }
      const eleventh = await host.act('killMob', ['zombie'], signal).catch((error: Error) => error.message)
      return [codes.length, String(eleventh)]
    })
    expect(outcome.value).toEqual([10, expect.stringContaining('killMob failed more than 10 times')])
  })

  it('a second movement act fails with busy while the first goes on', async () => {
    const outcome = await world.attempt('Ada', async (host, signal) => {
      const first = host.act('goto', [{ type: 'GoalXZ', x: feet.x + 6, z: feet.z }], signal)
      const second = await host.act('mineBlock', ['grass_block'], signal)
      return [second, await first]
    })
    expect(outcome.value).toMatchObject([{ ok: false, code: 'busy' }, { ok: true }])
  })
})
