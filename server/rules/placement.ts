import type { Position } from '../../src/core/position.ts'
import type { BlockKind, BlockProperties } from '../data/block-kind.ts'
import type { Game } from '../game/game.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import { type Face, horizontalDirection, lookDirection, opposite } from './faces.ts'
import { placedChest } from './shapes/chests.ts'
import { shapedState } from './shapes/reshape.ts'
import { type ClickedSpot, withOneMore } from './stacking-blocks.ts'

/** How a player aims when it places a block. */
export interface PlacementAim {
  /** Side of the reference block that was clicked. */
  readonly face: Face
  /** Where on the reference block, each 0 to 1. */
  readonly cursor: Position
  readonly yaw: number
  readonly pitch: number
  /** Where the block will stand. */
  readonly target: Position
  readonly sneaking: boolean
}

/** Blocks that give way to what is placed. */
export const replaceable: ReadonlySet<string> = new Set([
  'air',
  'cave_air',
  'void_air',
  'water',
  'lava',
  'short_grass',
  'grass',
  'fern',
  'tall_grass',
  'large_fern',
  'dead_bush',
  'seagrass',
  'tall_seagrass',
  'fire',
  'vine',
  'light',
  'bubble_column',
])

/** Items that place a block of another name. */
const blocksOfItems: Readonly<Record<string, string>> = {
  wheat_seeds: 'wheat',
  beetroot_seeds: 'beetroots',
  pumpkin_seeds: 'pumpkin_stem',
  melon_seeds: 'melon_stem',
  carrot: 'carrots',
  potato: 'potatoes',
  sweet_berries: 'sweet_berry_bush',
  cocoa_beans: 'cocoa',
  redstone: 'redstone_wire',
  string: 'tripwire',
}

/** Items whose block differs when it hangs at a wall. */
const wallBlocks: Readonly<Record<string, string>> = {
  torch: 'wall_torch',
  soul_torch: 'soul_wall_torch',
  redstone_torch: 'redstone_wall_torch',
}

/**
 * Whether a placed block takes the place of what stands there, or goes into it as a second slab does.
 *
 * @param spot where the block there was clicked; null when another one was
 */
export function isReplaceable(
  game: Game,
  position: Position,
  stack: ItemStack,
  spot: ClickedSpot | null,
): boolean {
  const block = game.world.blockAt(position)
  const { name, properties } = block
  if (withOneMore(block, stack.name, spot) !== null) return true
  if (name === 'snow') return properties.layers === '1' && stack.name !== 'snow'
  return replaceable.has(name)
}

/** The block that the item places at that side of another; null for items that place nothing. */
export function blockForItem(game: Game, item: string, face: Face): BlockKind | null {
  const atSide = face !== 'up' && face !== 'down'
  const wall = wallBlocks[item] ?? item.replace(/_((?:hanging_)?sign|banner)$/, '_wall_$1')
  if (atSide && wall !== item) {
    const kind = game.registry.findBlock(wall)
    if (kind !== null) return kind
  }
  return game.registry.findBlock(blocksOfItems[item] ?? item)
}

/** The state in which the block stands after it was placed with that aim. */
export function placedState(game: Game, kind: BlockKind, aim: PlacementAim): number {
  const more = withOneMore(game.world.blockAt(aim.target), kind.name, null)
  return shapedState(game, aim.target, game.registry.state(kind.name, more ?? propertiesFor(game, kind, aim)))
}

function propertiesFor(game: Game, kind: BlockKind, aim: PlacementAim): BlockProperties {
  const properties: Record<string, string> = {}
  const has = (name: string, value: string) =>
    kind.properties.some((property) => property.name === name && property.values.includes(value))
  const set = (name: string, value: string) => {
    if (has(name, value)) properties[name] = value
  }
  set('axis', axisOf(aim.face))
  set('facing', facingOf(kind.name, aim))
  const upper = aim.face === 'down' || (aim.face !== 'up' && aim.cursor.y > 0.5)
  if (has('half', 'top')) properties.half = upper ? 'top' : 'bottom'
  if (has('type', 'bottom')) properties.type = upper ? 'top' : 'bottom'
  set('rotation', String(Math.floor(((aim.yaw + 180) * 16) / 360 + 0.5) & 15))
  set('face', aim.face === 'up' ? 'floor' : aim.face === 'down' ? 'ceiling' : 'wall')
  if (aim.face === 'down') set('hanging', 'true')
  if (game.world.blockAt(aim.target).name === 'water') set('waterlogged', 'true')
  if (kind.name.endsWith('campfire')) set('lit', String(properties.waterlogged !== 'true'))
  if (kind.name.endsWith('_leaves')) set('persistent', 'true')
  if (/^(trapped_)?chest$/.test(kind.name)) {
    const facing = opposite(horizontalDirection(aim.yaw))
    const chest = { position: aim.target, facing, face: aim.face, sneaking: aim.sneaking }
    return { ...properties, ...placedChest(game, kind.name, chest) }
  }
  return properties
}

function axisOf(face: Face): string {
  if (face === 'up' || face === 'down') return 'y'
  return face === 'north' || face === 'south' ? 'z' : 'x'
}

/** Blocks that look where the player looks; most others turn their front to the player. */
const facesAway = /(_stairs|_door|_fence_gate|_bed|^campfire|^soul_campfire)$/
const facesFromWall = /(wall_torch|^ladder|_wall_sign|_wall_banner|_button|^lever|^end_rod|shulker_box)$/
const facesAnywhere = /^(dispenser|dropper|observer|piston|sticky_piston|barrel|command_block)$/

function facingOf(name: string, aim: PlacementAim): string {
  const look = horizontalDirection(aim.yaw)
  const atWall = aim.face !== 'up' && aim.face !== 'down'
  if (name === 'hopper') return atWall ? opposite(aim.face) : 'down'
  if (facesFromWall.test(name)) return atWall || name === 'end_rod' ? aim.face : look
  if (facesAnywhere.test(name)) return opposite(lookDirection(aim.yaw, aim.pitch))
  if (name === 'cocoa') return opposite(aim.face)
  return facesAway.test(name) ? look : opposite(look)
}
