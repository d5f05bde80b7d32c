import type { Position } from '../../src/core/position.ts'
import type { BlockProperties } from '../data/block-kind.ts'
import type { Game } from '../game/game.ts'
import type { WorldBlock } from '../world/world.ts'
import { breakBlock } from './breaking.ts'
import { type Face, faces, neighbor, opposite } from './faces.ts'
import { isFullSide, isSturdy, supportsCenter, supportsRim } from './sturdiness.ts'
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
/** Blocks that need a whole floor, only its edge, only its middle, or anything but air. */
const onFloors = /^redstone_wire$|_door$/
const onRims = /^(repeater|comparator|rail)$|_(rail|pressure_plate)$/
const onCenters = /^(torch|soul_torch|redstone_torch)$|(^|_)(candle|pressure_plate)$/
const onAnything = /_carpet$/
const onSolids = /(?<!_wall|_hanging)_sign$|(?<!_wall)_banner$|^cake$|_cake$/
const wallBlocks = /(wall_torch|^ladder)$/
/** Blocks at walls that are content with any solid block. */
const wallSigns = /_wall_(sign|banner)$/
const lanterns = /^(soul_)?lantern$/

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
  return standsOn(game, name, below) && hangsAt(game, position, name, properties)
}

function standsOn(game: Game, name: string, below: WorldBlock): boolean {
  const { state } = below
  if (name === 'snow') return isFullSide(game, state, 'up') && !/^(packed_)?ice$/.test(below.name)
  if (onFloors.test(name)) return isSturdy(game, state, 'up') || isHopperUnder(name, below.name)
  if (onCenters.test(name) && supportsCenter(game, state, 'up')) return true
  if (onRims.test(name)) return supportsRim(game, state, 'up')
  if (onCenters.test(name)) return false
  if (onAnything.test(name)) return state !== 0
  return !onSolids.test(name) || below.kind.boundingBox === 'block'
}

/** Redstone also lies on hoppers. */
function isHopperUnder(name: string, below: string): boolean {
  return name === 'redstone_wire' && below === 'hopper'
}

function hangsAt(game: Game, position: Position, name: string, properties: BlockProperties): boolean {
  if (isSwitch(name)) {
    const side = fixedSide(properties)
    return isSturdy(game, game.world.blockStateAt(neighbor(position, side)), opposite(side))
  }
  if (lanterns.test(name)) {
    const side = properties.hanging === 'true' ? 'up' : 'down'
    return supportsCenter(game, game.world.blockStateAt(neighbor(position, side)), opposite(side))
  }
  if (!wallBlocks.test(name) && !wallSigns.test(name)) return true
  const side = opposite((properties.facing ?? 'north') as Face)
  const wall = game.world.blockAt(neighbor(position, side))
  return wallBlocks.test(name)
    ? isSturdy(game, wall.state, opposite(side))
    : wall.kind.boundingBox === 'block'
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
