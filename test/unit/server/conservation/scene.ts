import { createGameRegistry } from '../../../../server/data/game-registry.ts'
import { createGameServer, type GameServer } from '../../../../server/game-server.ts'
import { itemStack } from '../../../../server/inventory/item-stack.ts'
import { loadWorldDefinition } from '../../../../server/world/world-definition.ts'
import type { Position } from '../../../../src/core/position.ts'
import { joinPuppet, type Puppet } from '../../../support/puppet.ts'

const registry = createGameRegistry('1.21.4')
export const names = ['Ada', 'Bob', 'Cyd'] as const

/** Blocks around the spawn with windows, within reach of who stands there. */
export const windowBlocks: readonly (readonly [Position, string, Readonly<Record<string, string>>])[] = [
  [{ x: 2, y: -60, z: 0 }, 'chest', { facing: 'west', type: 'left' }],
  [{ x: 2, y: -60, z: 1 }, 'chest', { facing: 'west', type: 'right' }],
  [{ x: -2, y: -60, z: 0 }, 'chest', { facing: 'east', type: 'single' }],
  [{ x: 0, y: -60, z: 2 }, 'furnace', { facing: 'north' }],
  [{ x: 1, y: -59, z: 2 }, 'hopper', { facing: 'down' }],
  [{ x: 1, y: -60, z: 2 }, 'barrel', { facing: 'up' }],
  [{ x: -1, y: -60, z: 2 }, 'crafting_table', {}],
  [{ x: 0, y: -60, z: -2 }, 'anvil', { facing: 'north' }],
  [{ x: 1, y: -60, z: -2 }, 'enchanting_table', {}],
  [{ x: -1, y: -60, z: -2 }, 'grindstone', { face: 'floor', facing: 'north' }],
  [{ x: 2, y: -60, z: -2 }, 'ender_chest', { facing: 'north' }],
  [{ x: -2, y: -60, z: -2 }, 'dropper', { facing: 'up' }],
  [{ x: -2, y: -60, z: 2 }, 'shulker_box', { facing: 'up' }],
]

const kit = [
  itemStack('oak_log', 20),
  itemStack('oak_planks', 64),
  itemStack('stick', 40),
  itemStack('cobblestone', 64),
  itemStack('cobblestone', 10),
  itemStack('coal', 8),
  itemStack('honey_bottle', 16),
  itemStack('honey_bottle', 16),
  itemStack('iron_ingot', 33),
  itemStack('emerald', 30),
  itemStack('lapis_lazuli', 9),
  itemStack('wheat', 64),
  itemStack('iron_sword', 1, 30),
  itemStack('iron_sword', 1, 70),
  itemStack('iron_helmet'),
  itemStack('dirt', 64),
]

export interface Scene {
  readonly server: GameServer
  readonly puppets: Puppet[]
  readonly villager: number
  readonly focus: number
}

export function createScene(focus: number): Scene {
  const world = loadWorldDefinition('flat')
  const server = createGameServer({
    version: '1.21.4',
    world,
    registry,
    seed: 1,
    operators: [],
    maxPlayers: 5,
    viewDistance: 2,
  })
  for (const [position, name, properties] of windowBlocks)
    server.game.world.setBlock(position, name, properties)
  server.command(
    '/summon villager 0 -60 1 {VillagerData:{profession:"minecraft:farmer",level:5,type:"minecraft:plains"}}',
  )
  const villager = [...server.game.entities.values()].find(({ type }) => type === 'mob')
  if (villager === undefined) throw new Error('There is no villager.')
  const puppets = names.map((name) => joinPuppet(server, name))
  for (const { player } of puppets) {
    player.experienceLevel = 40
    for (const [index, stack] of kit.entries()) player.inventory.storage.put(9 + index * 2, stack)
  }
  return { server, puppets, villager: villager.id, focus }
}

export function blockOf({ focus }: Scene, index: number): (typeof windowBlocks)[number] {
  const found = windowBlocks[index] ?? windowBlocks[focus]
  if (found === undefined) throw new Error(`There is no block ${index}.`)
  return found
}
