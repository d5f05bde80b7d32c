import { beforeEach, describe, expect, test } from 'vitest'
import type { MinecraftVersion } from '../../../server/data/minecraft-version.ts'
import { createGameServer, type GameServer } from '../../../server/game-server.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import { registryOf } from '../server-world/registries.ts'

let server: GameServer
/** The first free layer of the flat world. */
const GROUND = -60

const at = (x: number, y: number, z: number) => ({ x, y: GROUND + y, z })
const put = (x: number, y: number, z: number, name: string) => server.game.world.setBlock(at(x, y, z), name)

function pass(ticks: number): void {
  for (let tick = 0; tick < ticks; tick++) server.tick()
}

/** What stands there: `water0` is a source, `water8` falls. */
function seen(x: number, y: number, z: number): string {
  const { name, properties } = server.game.world.blockAt(at(x, y, z))
  return `${name}${properties.level ?? ''}`
}

function row(length: number, y = 0): readonly string[] {
  return Array.from({ length }, (_, x) => seen(x, y, 0))
}

function start(version: MinecraftVersion): void {
  server = createGameServer({
    version,
    registry: registryOf(version),
    world: loadWorldDefinition('flat'),
    seed: 1,
    operators: [],
    maxPlayers: 1,
  })
}

/** A trench of stone from x = -1 to `length`, one wide and two high. */
function trench(length: number): void {
  for (let x = -1; x <= length; x++) {
    for (const y of [0, 1]) for (const z of [-1, 1]) put(x, y, z, 'stone')
  }
  for (const y of [0, 1]) for (const x of [-1, length]) put(x, y, 0, 'stone')
}

describe.each(['1.21.4', '1.20.1'] as const)('water on %s', (version) => {
  beforeEach(() => start(version))

  test('a source spreads seven blocks far, a step every five ticks', () => {
    put(0, 0, 0, 'water')
    pass(4)
    expect(row(2)).toEqual(['water0', 'air'])
    pass(1)
    expect(row(3)).toEqual(['water0', 'water1', 'air'])
    pass(5)
    expect(row(3)).toEqual(['water0', 'water1', 'water2'])
    pass(60)
    expect(row(9).join(' ')).toBe('water0 water1 water2 water3 water4 water5 water6 water7 air')
    expect(seen(3, 0, 4)).toBe('water7')
    expect(seen(4, 0, 4)).toBe('air')
  })

  test('it dries up once the source is gone', () => {
    put(0, 0, 0, 'water')
    pass(60)
    put(0, 0, 0, 'air')
    pass(100)
    expect(row(9)).toEqual(Array.from({ length: 9 }, () => 'air'))
  })

  test('a settled pool waits for nothing', () => {
    trench(3)
    for (const x of [0, 1, 2]) put(x, 0, 0, 'water')
    pass(20)
    const before = server.game.world.hash()
    expect(server.game.fluidTicks.isEmpty).toBe(true)
    pass(50)
    expect(server.game.world.hash()).toBe(before)
  })

  test('it falls straight down and spreads where it lands', () => {
    put(0, 5, 0, 'stone')
    put(0, 6, 0, 'water')
    pass(150)
    expect(seen(1, 6, 0)).toBe('water1')
    expect([5, 3, 0].map((y) => seen(1, y, 0))).toEqual(['water8', 'water8', 'water8'])
    expect(seen(2, 6, 0)).toBe('air')
    expect(seen(2, 0, 0)).toBe('water1')
  })

  test('it runs towards the nearest drop only', () => {
    put(3, -1, 0, 'air')
    put(0, 0, 0, 'water')
    pass(100)
    expect(row(4)).toEqual(['water0', 'water1', 'water2', 'water3'])
    expect(seen(3, -1, 0)).toBe('water8')
    expect([seen(-1, 0, 0), seen(0, 0, 1), seen(0, 0, -1)]).toEqual(['air', 'air', 'air'])
  })

  test('two sources make a third between them, on ground but not over a drop', () => {
    trench(3)
    put(0, 0, 0, 'water')
    put(2, 0, 0, 'water')
    pass(20)
    expect(row(3)).toEqual(['water0', 'water0', 'water0'])
    put(1, 0, 0, 'air')
    pass(20)
    expect(seen(1, 0, 0)).toBe('water0')
  })

  test('it washes off what has no body, with drops, and leaves solid things, signs and ladders', () => {
    trench(8)
    put(2, 0, 0, 'torch')
    put(4, 0, 0, 'oak_sign')
    put(0, 0, 0, 'water')
    pass(60)
    expect(row(5)).toEqual(['water0', 'water1', 'water2', 'water3', 'oak_sign'])
    const dropped = [...server.game.entities.values()].map(
      (entity) => entity.type === 'item' && entity.stack.name,
    )
    expect(dropped).toEqual(['torch'])
  })

  test('it flows out of waterlogged blocks, but not through their full sides', () => {
    const { world } = server.game
    put(0, 1, 0, 'stone')
    world.setBlock(at(0, 0, 0), 'oak_stairs', { waterlogged: 'true', facing: 'east', half: 'bottom' })
    pass(6)
    expect(seen(-1, 0, 0)).toBe('water1')
    expect(seen(1, 0, 0)).toBe('air')
  })

  test('a broken wall lets a pool out', () => {
    trench(3)
    for (const x of [0, 1, 2]) put(x, 0, 0, 'water')
    pass(20)
    put(3, 0, 0, 'air')
    pass(6)
    expect(seen(3, 0, 0)).toBe('water1')
  })
})

describe.each(['1.21.4', '1.20.1'] as const)('lava on %s', (version) => {
  beforeEach(() => start(version))

  test('it spreads three blocks far, a step every thirty ticks', () => {
    put(0, 0, 0, 'lava')
    pass(29)
    expect(row(2)).toEqual(['lava0', 'air'])
    pass(1)
    expect(row(3)).toEqual(['lava0', 'lava2', 'air'])
    pass(200)
    expect(row(5)).toEqual(['lava0', 'lava2', 'lava4', 'lava6', 'air'])
  })

  test('two sources make no third', () => {
    trench(3)
    put(0, 0, 0, 'lava')
    put(2, 0, 0, 'lava')
    pass(100)
    expect(row(3)).toEqual(['lava0', 'lava2', 'lava0'])
  })

  test('water turns a source to obsidian', () => {
    trench(3)
    put(2, 0, 0, 'lava')
    put(0, 0, 0, 'water')
    pass(12)
    expect(row(3)).toEqual(['water0', 'water1', 'obsidian'])
  })

  test('water turns flowing lava to cobblestone, again and again', () => {
    trench(5)
    put(0, 0, 0, 'lava')
    pass(70)
    expect(row(3)).toEqual(['lava0', 'lava2', 'lava4'])
    put(4, 0, 0, 'water')
    pass(10)
    expect(row(5)).toEqual(['lava0', 'lava2', 'cobblestone', 'water1', 'water0'])
    put(2, 0, 0, 'air')
    pass(40)
    expect(row(5).filter((name) => name === 'cobblestone')).toHaveLength(1)
  })

  test('lava that falls on water makes stone', () => {
    trench(1)
    put(0, 0, 0, 'water')
    put(0, 3, 0, 'lava')
    pass(100)
    expect(seen(0, 0, 0)).toBe('stone')
  })

  test('it turns to basalt over soul soil beside blue ice', () => {
    trench(3)
    put(1, -1, 0, 'soul_soil')
    put(2, 0, 0, 'blue_ice')
    put(0, 0, 0, 'lava')
    pass(35)
    expect(seen(1, 0, 0)).toBe('basalt')
  })
})
