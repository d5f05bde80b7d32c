import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { breakBlock } from './breaking.ts'
import { type Face, faces, neighbor, opposite } from './faces.ts'
import { fixedSide, isSwitch } from './switches.ts'

const soil = new Set([
  'dirt',
  'grass_block',
  'podzol',
  'coarse_dirt',
  'rooted_dirt',
  'mycelium',
  'moss_block',
  'farmland',
  'mud',
])
const soilPlants =
  /(_sapling|_tulip|^(short_grass|grass|fern|tall_grass|large_fern|dandelion|poppy|blue_orchid|allium|azure_bluet|oxeye_daisy|cornflower|lily_of_the_valley|sweet_berry_bush|sunflower|lilac|rose_bush|peony))$/
const crops = new Set([
  'wheat',
  'carrots',
  'potatoes',
  'beetroots',
  'pumpkin_stem',
  'melon_stem',
  'attached_pumpkin_stem',
  'attached_melon_stem',
])
const floorBlocks =
  /(^(torch|soul_torch|redstone_torch|redstone_wire|repeater|comparator|rail|snow)|_rail|_carpet|_pressure_plate|_door)$/
const wallBlocks = /(wall_torch|^ladder|_wall_sign|_wall_banner)$/

/** Whether a block of that state could stand at the position: on soil, on solid ground or at a wall, as it needs. */
export function isSupported(game: Game, position: Position, state: number): boolean {
  const { name } = game.registry.blockOfState(state)
  const properties = game.registry.propertiesOfState(state)
  const below = game.world.blockAt(neighbor(position, 'down'))
  if (properties.half === 'upper') return below.name === name
  if (soilPlants.test(name)) return soil.has(below.name)
  if (crops.has(name)) return below.name === 'farmland'
  if (name === 'cactus') return standsCactus(game, position, below.name)
  if (name === 'sugar_cane') return standsSugarCane(game, position, below.name)
  if (floorBlocks.test(name)) return isSolid(game, below.state, 'up')
  if (isSwitch(name)) {
    const side = fixedSide(properties)
    return isSolid(game, game.world.blockStateAt(neighbor(position, side)), opposite(side))
  }
  if (wallBlocks.test(name)) {
    const wall = opposite((properties.facing ?? 'north') as Face)
    return isSolid(game, game.world.blockStateAt(neighbor(position, wall)), opposite(wall))
  }
  return true
}

/** Breaks the blocks around a changed one that have lost what they stood on or hung at. */
export function dropUnsupported(game: Game, changed: Position): void {
  for (const face of faces) {
    const position = neighbor(changed, face)
    const state = game.world.blockStateAt(position)
    if (state !== 0 && !isSupported(game, position, state)) breakBlock(game, position, null)
  }
}

/** A cactus stands on sand or cactus, and nothing solid may touch its sides. */
function standsCactus(game: Game, position: Position, ground: string): boolean {
  const free = sides.every((side) => {
    const { kind } = game.world.blockAt(neighbor(position, side))
    return kind.boundingBox === 'empty' && kind.name !== 'lava'
  })
  return free && (ground === 'cactus' || ground.endsWith('sand'))
}

/** Sugar cane stands on sugar cane, or on soil or sand with water beside it. */
function standsSugarCane(game: Game, position: Position, ground: string): boolean {
  if (ground === 'sugar_cane') return true
  const isWet = sides.some((side) => {
    const { name, properties } = game.world.blockAt(neighbor(neighbor(position, 'down'), side))
    return name === 'water' || name === 'frosted_ice' || properties.waterlogged === 'true'
  })
  return isWet && (soil.has(ground) || ground.endsWith('sand'))
}

const sides = ['north', 'south', 'west', 'east'] as const

/** Whether the side of a block of that state is a full square that carries things. */
function isSolid(game: Game, state: number, side: Face): boolean {
  return game.registry.collisionBoxes(state).some(([x0 = 0, y0 = 0, z0 = 0, x1 = 1, y1 = 1, z1 = 1]) => {
    const full = { x: x0 <= 0 && x1 >= 1, y: y0 <= 0 && y1 >= 1, z: z0 <= 0 && z1 >= 1 }
    if (side === 'up') return full.x && full.z && y1 >= 1
    if (side === 'down') return full.x && full.z && y0 <= 0
    return full.y && (side === 'north' || side === 'south' ? full.x : full.z)
  })
}
