import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { blockPosition } from '../../../src/core/position.ts'
import type { RecipeValue, WindowValue } from '../../../src/core/skill-values.ts'
import {
  blockValueSchema,
  entityValueSchema,
  stateValueSchema,
  windowValueSchema,
} from '../../../src/core/skill-values.ts'
import type { AttemptOptions, BodyWorld } from '../../support/body-world.ts'

const clock = installVirtualClock()
const { createBodyWorld } = await import('../../support/body-world.ts')

afterAll(() => clock.uninstall())

const none: AttemptOptions = { knowledge: { scope: 'listed', claims: [] } }

describe('acts of the bot facade', () => {
  let world: BodyWorld
  let feet: { x: number; y: number; z: number }

  beforeEach(async () => {
    world = await createBodyWorld({ clock })
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
  const set = async (place: { x: number; y: number; z: number }, block: string) => {
    world.server.command(`setblock ${place.x} ${place.y} ${place.z} ${block}`)
    await clock.advance(2)
  }

  it('goto() resolves only where the goal holds', async () => {
    const goal = { type: 'GoalBlock', ...at(7, 0, -4) }
    expect(await world.act('Ada', 'goto', [goal])).toMatchObject({ ok: true })
    const { position } = await world.body.perceive('Ada')
    expect([Math.floor(position.x), Math.floor(position.z)]).toEqual([feet.x + 7, feet.z - 4])
  })

  it('goto() ends as no-path for a place in the air and for one inside of bedrock', async () => {
    expect(await world.act('Ada', 'goto', [{ type: 'GoalBlock', ...at(4, 12, 0) }])).toMatchObject({
      code: 'no-path',
    })
    expect(await world.act('Ada', 'goto', [{ type: 'GoalBlock', ...at(4, -4, 0) }])).toMatchObject({
      code: 'no-path',
    })
  })

  it('goto() goes around a wall of bedrock', async () => {
    for (let dz = -3; dz <= 3; dz++) for (let dy = 0; dy <= 3; dy++) await set(at(3, dy, dz), 'bedrock')
    expect(await world.act('Ada', 'goto', [{ type: 'GoalXZ', x: feet.x + 6, z: feet.z }])).toMatchObject({
      ok: true,
    })
  })

  it('goto() ends as no-path inside of a cage, and does not hang', async () => {
    for (const [dx, dz] of [
      [1, 0],
      [-1, 0],
      [0, 1],
      [0, -1],
      [1, 1],
      [1, -1],
      [-1, 1],
      [-1, -1],
    ] as const) {
      for (const dy of [-1, 0, 1, 2]) await set(at(dx, dy, dz), 'bedrock')
    }
    await set(at(0, 2, 0), 'bedrock')
    await set(at(0, -1, 0), 'bedrock')
    const result = await world.act('Ada', 'goto', [{ type: 'GoalXZ', x: feet.x + 9, z: feet.z }])
    expect(result).toMatchObject({ ok: false, code: 'no-path' })
  })

  it('goto() composes and inverts goals', async () => {
    const near = { type: 'GoalNear', ...at(0, 0, 0), range: 5 }
    const away = { type: 'GoalInvert', goal: near }
    expect(await world.act('Ada', 'goto', [away])).toMatchObject({ ok: true })
    const any = { type: 'GoalCompositeAny', goals: [near, { type: 'GoalY', y: 300 }] }
    expect(await world.act('Ada', 'goto', [any])).toMatchObject({ ok: true })
  })

  it('stopMoving() ends a goto as interrupted', async () => {
    const outcome = await world.attempt('Ada', async (host, signal) => {
      const walking = host.act('goto', [{ type: 'GoalXZ', x: feet.x + 40, z: feet.z }], signal)
      await host.act('waitForTicks', [20], signal)
      await host.act('stopMoving', [], signal)
      return walking
    })
    expect(outcome.value).toMatchObject({ ok: false, code: 'interrupted' })
  })

  it('swims instead of drowning', async () => {
    for (let dy = -2; dy < 0; dy++) await set(at(0, dy, 0), 'water')
    await clock.advance(200)
    expect((await world.body.perceive('Ada')).position.y).toBeGreaterThan(feet.y - 1.5)
  })

  it('climbs out of deep water onto its bank', async () => {
    for (let index = 0; index < 18; index++) {
      await set(at((index % 3) - 1, index < 9 ? -1 : -2, (Math.floor(index / 3) % 3) - 1), 'water')
    }
    expect(await world.act('Ada', 'goto', [{ type: 'GoalBlock', ...at(3, 0, 0) }])).toMatchObject({
      ok: true,
    })
  })

  it('equip(), unequip() and the percept agree', async () => {
    await give('iron_helmet')
    await give('stone_sword')
    expect(await world.act('Ada', 'equip', ['iron_helmet', 'head'])).toMatchObject({ ok: true })
    expect(await world.act('Ada', 'equip', ['stone_sword'])).toMatchObject({ ok: true })
    expect((await world.body.perceive('Ada')).equipment).toMatchObject({
      head: 'iron_helmet',
      hand: 'stone_sword',
    })
    expect(await world.act('Ada', 'unequip', ['head'])).toMatchObject({ ok: true })
    expect((await world.body.perceive('Ada')).equipment.head).toBeNull()
    expect(await world.act('Ada', 'equip', ['diamond_sword'])).toMatchObject({
      ok: false,
      code: 'missing-ingredient',
    })
  })

  it('dig() and placeBlock() change the world within reach, and fail as unreachable beyond', async () => {
    await give('dirt')
    await world.act('Ada', 'equip', ['dirt'])
    expect(await world.act('Ada', 'placeBlock', [at(2, -1, 0), { x: 0, y: 1, z: 0 }])).toMatchObject({
      ok: true,
    })
    expect(await world.body.blockAt('Ada', at(2, 0, 0))).toBe('dirt')
    expect(await world.act('Ada', 'dig', [at(2, 0, 0)])).toMatchObject({ ok: true })
    expect(await world.body.blockAt('Ada', at(2, 0, 0))).toBe('air')
    expect(await world.act('Ada', 'dig', [at(12, -1, 0)])).toMatchObject({ ok: false, code: 'unreachable' })
  })

  it('openContainer(), windowDeposit(), windowWithdraw() and closeWindow() move items', async () => {
    await set(at(2, 0, 0), 'chest')
    await give('dirt', 9)
    const outcome = await world.attempt('Ada', async (host, signal) => {
      const opened = await host.act('openContainer', [at(2, 0, 0)], signal)
      if (!opened.ok) return opened.message
      const { id } = windowValueSchema.parse(opened.value)
      await host.act('windowDeposit', [id, 'dirt', 4], signal)
      await host.act('windowWithdraw', [id, 'dirt', 1], signal)
      await host.act('closeWindow', [id], signal)
      return host.read('window', [])
    })
    expect(outcome).toMatchObject({ status: 'completed', value: null, inventoryAfter: { dirt: 6 } })
  })

  it('craft() follows the recipes of the book', async () => {
    await give('oak_planks', 4)
    const recipes = (await world.read('Ada', 'recipesAll', ['crafting_table', true])) as RecipeValue[]
    const planks = (await world.read('Ada', 'inventory')) as WindowValue
    const held = planks.slots.find((item) => item?.name === 'oak_planks')
    const index = recipes.findIndex((recipe) => recipe.delta.some((item) => item.id === held?.type))
    expect(await world.act('Ada', 'craft', ['crafting_table', index])).toMatchObject({ ok: true })
    await give('oak_planks', 4)
    expect(await world.act('Ada', 'craft', ['crafting_table'], none)).toMatchObject({
      code: 'unknown-recipe',
    })
  })

  it('wrong arguments throw with the method, the parameter and the value', async () => {
    const wrong = (method: string, parameters: never[]) => world.act('Ada', method, parameters)
    await expect(wrong('mineBlock', [7 as never])).rejects.toThrow(
      /mineBlock\(name, count\): parameter "name" is 7/,
    )
    await expect(wrong('goto', [{ type: 'GoalMoon' } as never])).rejects.toThrow(/goto\(goal\)/)
    await expect(wrong('craftItem', ['stick', 0] as never[])).rejects.toThrow(/parameter "count" is 0/)
    await expect(wrong('placeItem', ['dirt', { x: 1e12, y: 0, z: 0 }] as never[])).rejects.toThrow(
      /within the world/,
    )
    await expect(wrong('rm', [])).rejects.toThrow('There is nothing named "rm" to act.')
    await expect(wrong('constructor', [])).rejects.toThrow('There is nothing named "constructor"')
  })

  it('reads follow their schemas', async () => {
    await give('wooden_pickaxe')
    stateValueSchema.parse(await world.read('Ada', 'state'))
    windowValueSchema.parse(await world.read('Ada', 'inventory'))
    blockValueSchema.parse(await world.read('Ada', 'blockAt', [at(0, -1, 0)]))
    entityValueSchema.array().parse(await world.read('Ada', 'entities'))
    blockValueSchema.array().parse(await world.read('Ada', 'blockStates', [{ maxDistance: 16 }]))
    expect(await world.read('Ada', 'blockAt', [{ x: 9000, y: 0, z: 0 }])).toBeNull()
    expect(await world.read('Ada', 'canDigBlock', [at(0, -1, 0)])).toBe(true)
    expect(await world.read('Ada', 'digTime', [at(0, -1, 0)])).toBeGreaterThan(100)
  })

  it('recipes, tools and drops are read from the book alone', async () => {
    await give('oak_planks', 4)
    await set(at(2, 0, 0), 'stone')
    expect(await world.read('Ada', 'recipesAll', ['crafting_table', true])).toHaveLength(12)
    expect(await world.read('Ada', 'recipesFor', ['crafting_table'])).toHaveLength(1)
    expect(await world.read('Ada', 'recipesAll', ['crafting_table', true], none)).toEqual([])
    expect(await world.read('Ada', 'knownSmeltings', ['iron_ingot'])).toContainEqual({
      type: 'smelting',
      item: 'iron_ingot',
      from: 'raw_iron',
    })
    expect(await world.read('Ada', 'knownFuels')).toContainEqual({ type: 'fuel', item: 'coal', smelts: 8 })
    expect(await world.read('Ada', 'knownFuels', [], none)).toEqual([])
    expect(await world.read('Ada', 'knownHarvestTools', ['stone'])).toContain('wooden_pickaxe')
    expect(await world.read('Ada', 'knownHarvestTools', ['stone'], none)).toBeNull()
    const stone = await world.read('Ada', 'blockAt', [at(2, 0, 0)], none)
    expect(stone).toMatchObject({ name: 'stone', harvestTools: null, drops: [], material: null })
    expect(JSON.stringify(stone)).not.toMatch(/pickaxe|cobble/)
  })
})
