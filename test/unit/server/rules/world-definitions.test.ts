import { describe, expect, test } from 'vitest'
import { minecraftVersionSchema } from '../../../../server/data/minecraft-version.ts'
import { storedItems } from '../../../../server/game/containers.ts'
import { createGameServer, type GameServer } from '../../../../server/game-server.ts'
import { itemStack } from '../../../../server/inventory/item-stack.ts'
import { checkWorldDefinition, loadWorldDefinition } from '../../../../server/world/world-definition.ts'
import { registryOf } from '../../server-world/registries.ts'

type Version = (typeof minecraftVersionSchema.options)[number]

function serve(version: Version, world: Readonly<Record<string, unknown>>, seed = 1): GameServer {
  const definition = checkWorldDefinition({ name: 'test', generator: { type: 'flat' }, ...world }, 'test')
  return start(version, definition, seed)
}

function start(version: Version, world: ReturnType<typeof loadWorldDefinition>, seed: number): GameServer {
  return createGameServer({
    version,
    registry: registryOf(version),
    world,
    seed,
    operators: [],
    maxPlayers: 1,
  })
}

const at = (x: number, z: number, rise = 0) => ({ x, y: -60 + rise, z })

describe.each(minecraftVersionSchema.options)('blocks that a definition places in %s', (version) => {
  test('take their shapes', () => {
    const { game } = serve(version, {
      blocks: [
        { block: 'oak_fence', position: at(0, 0), to: at(3, 0) },
        { block: 'cobblestone_wall', position: at(0, 5), to: at(0, 7) },
        { block: 'glass_pane', position: at(9, 0), to: at(9, 2) },
      ],
    })
    const properties = (x: number, z: number) => game.world.blockAt(at(x, z)).properties
    expect(properties(1, 0)).toMatchObject({ east: 'true', west: 'true', north: 'false' })
    expect(properties(0, 0)).toMatchObject({ east: 'true', west: 'false' })
    expect(properties(0, 6)).toMatchObject({ north: 'low', south: 'low' })
    expect(properties(9, 1)).toMatchObject({ north: 'true', south: 'true' })
  })

  test('work at once: dust carries power, hoppers move items, water flows, villagers find work', () => {
    const server = serve(version, {
      blocks: [
        { block: 'redstone_lamp', position: at(3, 0) },
        { block: 'redstone_wire', position: at(1, 0), to: at(2, 0) },
        { block: 'redstone_block', position: at(0, 0) },
        { block: 'hopper', position: at(0, 5) },
        {
          block: 'chest',
          position: at(0, 5, 1),
          contents: [{ item: 'dirt', count: 3 }],
        },
        { block: 'water', position: at(10, 10) },
        { block: 'lectern', position: at(-10, 0) },
      ],
      mobs: [{ name: 'villager', position: at(-8, 0), radius: 0 }],
    })
    const { game } = server
    for (let tick = 0; tick < 30; tick++) server.tick()
    expect(game.world.blockAt(at(1, 0)).properties.power).toBe('15')
    expect(game.world.blockAt(at(3, 0)).properties.lit).toBe('true')
    expect(storedItems(game, at(0, 5)).stacks()).toEqual([itemStack('dirt', 3)])
    expect(game.world.blockAt(at(11, 10)).name).toBe('water')
    const [villager] = game.entities.values()
    expect(villager?.type === 'mob' && villager.trader?.profession).toBe('librarian')
  })
})

describe('mobs that a definition names', () => {
  test.each(['island', 'plains', 'kitchen', 'mountains'])('stand on dry ground in %s', (name) => {
    for (const seed of [1, 2, 3]) {
      const { game } = start('1.21.4', loadWorldDefinition(name), seed)
      expect(game.entities.size).toBeGreaterThan(0)
      for (const { position } of game.entities.values()) {
        const below = game.world.blockAt({ ...blockOf(position), y: position.y - 1 })
        expect(below.kind.boundingBox).toBe('block')
        expect(game.world.blockAt(blockOf(position)).name).not.toMatch(/water|lava|_log$/)
      }
    }
  })

  test('never begin in water, however little land there is, and stay at the height of their room', () => {
    const pool = { block: 'water', position: at(-10, -10), to: at(10, 10) }
    const rock = { block: 'stone', position: at(2, 2), to: at(4, 4) }
    const cave = { block: 'air', position: { x: -2, y: -62, z: 38 }, to: { x: 2, y: -61, z: 42 } }
    const { game } = serve('1.21.4', {
      generator: { type: 'flat', layers: [{ block: 'stone', height: 4 }] },
      blocks: [pool, rock, { ...cave }, { block: 'stone', position: at(-5, 35), to: at(5, 45) }],
      mobs: [
        { name: 'cow', count: 5, position: at(0, 0), radius: 12 },
        { name: 'pig', count: 5, position: { x: 0, y: -62, z: 40 }, radius: 2 },
      ],
    })
    const heights = (kind: string) =>
      [...game.entities.values()].filter((one) => one.kind.name === kind).map(({ position }) => position.y)
    expect(heights('pig')).toEqual([-62, -62, -62, -62, -62])
    for (const { position } of game.entities.values()) {
      expect(game.world.blockAt(blockOf(position)).name).toBe('air')
    }
  })
})

function blockOf({ x, y, z }: { readonly x: number; readonly y: number; readonly z: number }) {
  return { x: Math.floor(x), y, z: Math.floor(z) }
}
