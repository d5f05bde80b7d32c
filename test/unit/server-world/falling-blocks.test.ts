import { beforeEach, describe, expect, test } from 'vitest'
import { createGameServer } from '../../../server/game-server.ts'
import type { World } from '../../../server/world/world.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import { registryOf } from './registries.ts'

let world: World
let drops: () => readonly string[]
/** The first free layer of the flat world. */
const GROUND = -60

beforeEach(() => {
  const server = createGameServer({
    version: '1.21.4',
    registry: registryOf('1.21.4'),
    world: loadWorldDefinition('flat'),
    seed: 1,
    operators: [],
    maxPlayers: 1,
  })
  world = server.game.world
  drops = () =>
    [...server.game.entities.values()].map((entity) =>
      entity.type === 'item' ? entity.stack.name : entity.type,
    )
})

const at = (y: number) => ({ x: 0, y: GROUND + y, z: 0 })
const namesUpTo = (y: number) => Array.from({ length: y }, (_, layer) => world.blockAt(at(layer)).name)

describe('dropHeavyBlocks()', () => {
  test.each(['sand', 'red_sand', 'gravel', 'white_concrete_powder', 'anvil'])(
    '%s falls to the ground',
    (name) => {
      world.setBlock(at(5), name)
      expect(namesUpTo(6)).toEqual([name, 'air', 'air', 'air', 'air', 'air'])
    },
  )

  test('a pile comes down in its order when its support goes', () => {
    world.setBlock(at(2), 'stone')
    for (const [layer, name] of ['sand', 'gravel', 'red_sand'].entries()) world.setBlock(at(3 + layer), name)
    world.setBlock(at(2), 'air')
    expect(namesUpTo(6)).toEqual(['sand', 'gravel', 'red_sand', 'air', 'air', 'air'])
    expect(drops()).toEqual([])
  })

  test('it sinks through water and crushes grass', () => {
    world.setBlock(at(0), 'short_grass')
    world.setBlock(at(1), 'water')
    world.setBlock(at(4), 'sand')
    expect(namesUpTo(5)).toEqual(['sand', 'water', 'air', 'air', 'air'])
  })

  test('it breaks into an item on a torch and on a lower slab', () => {
    world.setBlock(at(0), 'torch')
    world.setBlock(at(4), 'gravel')
    expect(namesUpTo(5)).toEqual(['torch', 'air', 'air', 'air', 'air'])
    expect(drops()).toEqual(['gravel'])
    world.setBlock(at(0), 'oak_slab')
    world.setBlock(at(4), 'sand')
    expect(drops()).toEqual(['gravel', 'sand'])
  })

  test('it lies on leaves, fences and full blocks', () => {
    for (const name of ['oak_leaves', 'oak_fence', 'glass']) {
      world.setBlock(at(1), 'air')
      world.setBlock(at(0), name)
      world.setBlock(at(3), 'sand')
      expect(namesUpTo(4)).toEqual([name, 'sand', 'air', 'air'])
    }
  })

  test('it falls out of a world without a floor', () => {
    for (const y of [-4, -3, -2, -1]) world.setBlock(at(y), 'air')
    world.setBlock(at(0), 'sand')
    expect(namesUpTo(1)).toEqual(['air'])
    expect(drops()).toEqual([])
  })

  test('stone and dirt stay in the air', () => {
    world.setBlock(at(5), 'stone')
    world.setBlock(at(3), 'dirt')
    expect(namesUpTo(6)).toEqual(['air', 'air', 'air', 'dirt', 'air', 'stone'])
  })
})
