import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { launchBoat, placeMinecart } from '../vehicles/placing-vehicles.ts'
import { fertilize } from './bone-meal.ts'
import { readBook } from './books.ts'
import { drawBow, looseBow } from './bows.ts'
import { useBucket } from './buckets.ts'
import { correctBlock } from './digging.ts'
import { startEating, stopEating } from './eating.ts'
import { neighbor } from './faces.ts'
import { lightFire } from './fire/lighting-fires.ts'
import { useFishingRod } from './fishing.ts'
import { type BlockUse, placeBlock } from './placing.ts'
import { reachesBlock } from './reach.ts'
import { lowerShield, raiseShield } from './shields.ts'
import { useStation } from './stations/use-station.ts'
import { throwItem } from './throwing.ts'
import { useBlock } from './using-blocks.ts'
import { useToolOnBlock } from './using-tools.ts'

/**
 * The player uses its hand on a block: opens it, works it with a tool, or places what it holds. Clients expect an answer
 * for the block and for the one at its side, whatever came of it.
 */
export function useOnBlock(game: Game, player: Player, use: BlockUse): void {
  if (!player.isDead && player.pendingTeleport === null && reachesBlock(player, use.position)) {
    const held = use.offHand ? null : player.held
    const opens = !player.sneaking || held === null
    const isUsed = opens && (useBlock(game, player, use.position) || useStation(game, player, use))
    if (!isUsed && !useOn(game, player, use)) {
      placeBlock(game, player, use)
    }
  }
  correctBlock(game, player, use.position)
  correctBlock(game, player, neighbor(use.position, use.face))
  syncWindow(game, player)
}

function useOn(game: Game, player: Player, use: BlockUse): boolean {
  return (
    fertilize(game, player, use) ||
    lightFire(game, player, use) ||
    useToolOnBlock(game, player, use) ||
    placeMinecart(game, player, use)
  )
}

/** The player uses what it holds where it looks: eats, drinks or throws it, fills or empties a bucket, draws a bow, raises a shield. */
export function useItem(game: Game, player: Player, offHand: boolean): void {
  if (player.isDead || drawBow(game, player, offHand) || raiseShield(game, player, offHand)) return
  if (launchBoat(game, player, offHand) || readBook(game, player, offHand)) return
  if (throwItem(game, player, offHand) || useFishingRod(game, player, offHand)) return
  if (!useBucket(game, player, offHand)) startEating(game, player, offHand)
}

/** The player lets go of what it uses: stops eating, shoots, lowers the shield. */
export function releaseItem(game: Game, player: Player): void {
  stopEating(player)
  lowerShield(player)
  looseBow(game, player)
}
