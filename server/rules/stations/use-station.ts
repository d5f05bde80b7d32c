import type { Game } from '../../game/game.ts'
import type { Player } from '../../game/player.ts'
import { OFF_HAND } from '../../inventory/player-inventory.ts'
import type { BlockUse } from '../placing.ts'
import { eatCake } from './cakes.ts'
import { useCampfire } from './campfires.ts'
import { useCauldron } from './cauldrons.ts'
import { useComposter } from './composters.ts'
import { useFlowerPot } from './flower-pots.ts'
import { useJukebox } from './jukeboxes.ts'

const stations = [useCampfire, useCauldron, useComposter, eatCake, useJukebox, useFlowerPot]

/** Uses the block by what the player has in that hand, such as food on a campfire. Says whether it could. */
export function useStation(game: Game, player: Player, use: BlockUse): boolean {
  if (player.gameMode === 'spectator') return false
  const slot = use.offHand ? OFF_HAND : player.heldSlot
  const hand = {
    block: game.world.blockAt(use.position),
    slot,
    stack: player.inventory.storage.at(slot),
  }
  return stations.some((station) => station(game, player, hand))
}
