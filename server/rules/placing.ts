import type { Position } from '../../src/core/position.ts'
import { blockSound } from '../data/block-sounds.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { playBlockSound } from '../game/sounds.ts'
import { type ItemStack, withCount } from '../inventory/item-stack.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import { isInsideHeight } from '../world/world-bounds.ts'
import { collidesWithBody } from './bodies.ts'
import { type Face, neighbor } from './faces.ts'
import { blockForItem, isReplaceable, type PlacementAim, placedState } from './placement.ts'
import { unpackBox } from './shulker-boxes.ts'
import { openPlacedSign } from './signs.ts'
import { isSupported } from './support.ts'

export interface BlockUse {
  readonly position: Position
  readonly face: Face
  /** Where on the block the pointer is, each 0 to 1. */
  readonly cursor: Position
  readonly offHand: boolean
}

/** Places the block that the player holds. Does nothing where it may not stand; one item is used up otherwise. */
export function placeBlock(game: Game, player: Player, use: BlockUse): void {
  const index = use.offHand ? OFF_HAND : player.heldSlot
  const stack = player.inventory.storage.at(index)
  if (stack === null || player.gameMode === 'adventure' || player.gameMode === 'spectator') return
  const spot = { face: use.face, height: use.cursor.y }
  const isInto = isReplaceable(game, use.position, stack, spot)
  const target = isInto ? use.position : neighbor(use.position, use.face)
  if (!isInto && !isReplaceable(game, target, stack, null)) return
  const state = stateToPlace(game, player, stack, { ...use, target })
  if (state === null || !game.world.setBlockState(target, state)) return
  placeOtherHalf(game, target, state)
  unpackBox(game, target, stack)
  openPlacedSign(game, player, target)
  const name = `block.${blockSound(game.registry.blockOfState(state))}.place`
  playBlockSound(game, target, { name, pitch: 0.8 }, player)
  if (player.gameMode !== 'creative') player.inventory.storage.put(index, withCount(stack, stack.count - 1))
}

function stateToPlace(
  game: Game,
  player: Player,
  stack: ItemStack,
  use: BlockUse & { target: Position },
): number | null {
  const { target } = use
  if (!isInsideHeight(target.y)) return null
  const block = blockForItem(game, stack.name, use.face)
  if (block === null) return null
  const aim: PlacementAim = {
    face: use.face,
    cursor: use.cursor,
    yaw: player.yaw,
    pitch: player.pitch,
    target,
    sneaking: player.sneaking,
  }
  const state = placedState(game, block, aim)
  if (!isSupported(game, target, state) || collidesWithBody(game, target, state)) return null
  const second = secondPlace(game, target, state)
  return second !== null && !isReplaceable(game, second, stack, null) ? null : state
}

/** Doors and tall plants get their upper half, beds their head. */
function placeOtherHalf(game: Game, position: Position, state: number): void {
  const { name } = game.registry.blockOfState(state)
  const properties = game.registry.propertiesOfState(state)
  const place = secondPlace(game, position, state)
  if (place === null) return
  const rest = properties.half === 'lower' ? { half: 'upper' } : { part: 'head' }
  game.world.setBlock(place, name, { ...properties, ...rest })
}

/** Where the second half of a block of that state stands; null for blocks of one piece. */
function secondPlace(game: Game, position: Position, state: number): Position | null {
  const { half, part, facing } = game.registry.propertiesOfState(state)
  if (half === 'lower') return neighbor(position, 'up')
  return part === 'foot' ? neighbor(position, facing as Face) : null
}
