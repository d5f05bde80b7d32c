import type { Position } from '../../src/core/position.ts'
import { type FluidName, sourceOf, stateOfFluid } from '../data/fluid.ts'
import { playPlayerSound } from '../game/body-sounds.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import { aimedBlock } from './aiming.ts'
import { breakBlock } from './breaking.ts'
import { exchangeItem } from './exchanging.ts'
import { neighbor } from './faces.ts'
import { fluidAt, hasRoomForFluid } from './fluid-space.ts'

/** Fluids by the bucket that holds them. */
export const bucketFluids: Readonly<Record<string, FluidName>> = {
  water_bucket: 'water',
  lava_bucket: 'lava',
}

/**
 * Fills or empties the bucket in the hand where the player looks, as the server sees it. Says whether it was a bucket for
 * fluids. Source: Minecraft Wiki, Bucket.
 */
export function useBucket(game: Game, player: Player, offHand: boolean): boolean {
  const slot = offHand ? OFF_HAND : player.heldSlot
  const item = player.inventory.storage.at(slot)?.name
  const fluid = item === undefined ? undefined : bucketFluids[item]
  if (item !== 'bucket' && fluid === undefined) return false
  if (player.gameMode === 'adventure' || player.gameMode === 'spectator') return true
  const result = fluid === undefined ? fillBucket(game, player) : emptyBucket(game, player, fluid)
  if (result !== null) {
    exchangeItem(game, player, slot, result)
    soundBucket(game, player, fluid ?? result.replace('_bucket', ''), fluid === undefined ? 'fill' : 'empty')
  }
  syncWindow(game, player)
  return true
}

function soundBucket(game: Game, player: Player, fluid: string, act: 'fill' | 'empty'): void {
  playPlayerSound(game, player, `item.bucket.${act}${fluid === 'lava' ? '_lava' : ''}`)
}

/** Takes up the source that the player looks at. Gives the bucket that comes of it, null for none. */
function fillBucket(game: Game, player: Player): string | null {
  const hit = aimedBlock(game, player, true)
  return hit === null ? null : scoopUp(game, hit.position)
}

/** Takes up the source at the position. Gives the bucket that comes of it, null for none. */
export function scoopUp(game: Game, position: Position): string | null {
  const { name, properties } = game.world.blockAt(position)
  const fluid = fluidAt(game, position)
  if (fluid === null || !fluid.isSource) return null
  if (properties.waterlogged === 'true') {
    game.world.setBlock(position, name, { ...properties, waterlogged: 'false' })
  } else if (name === fluid.name) {
    game.world.setBlock(position, 'air')
  } else {
    return null
  }
  return `${fluid.name}_bucket`
}

function emptyBucket(game: Game, player: Player, fluid: FluidName): string | null {
  const hit = aimedBlock(game, player, false)
  if (hit === null) return null
  const beside = neighbor(hit.position, hit.face)
  const isPoured =
    (fluid === 'water' && waterlog(game, hit.position)) ||
    (fluid === 'water' && waterlog(game, beside)) ||
    pourSource(game, beside, fluid)
  return isPoured ? 'bucket' : null
}

/** Lets water into a block that can hold it beside its own body, such as stairs. Says whether it could. */
function waterlog(game: Game, position: Position): boolean {
  const { name, properties } = game.world.blockAt(position)
  if (properties.waterlogged !== 'false' || properties.type === 'double') return false
  const doused = name.endsWith('campfire') ? { lit: 'false' } : {}
  return game.world.setBlock(position, name, { ...properties, ...doused, waterlogged: 'true' })
}

/** Puts a source into the place if there is room. Says whether there was. */
export function pourSource(game: Game, position: Position, fluid: FluidName): boolean {
  if (!hasRoomForFluid(game, position)) return false
  const present = fluidAt(game, position)
  if (present === null && game.world.blockStateAt(position) !== 0) breakBlock(game, position, null)
  const isPlaced = game.world.setBlockState(position, stateOfFluid(game.registry, sourceOf(fluid)))
  return isPlaced || (present?.name === fluid && present.isSource)
}
