import type { Game } from '../game/game.ts'
import { breathe } from './breathing.ts'
import { burn } from './burning.ts'
import { prick } from './contact-damage.ts'
import { suffocate } from './suffocation.ts'
import { surroundingsOf } from './surroundings.ts'

/** Lets the surroundings do their harm to those who live in them. */
export function tickHazards(game: Game): void {
  for (const player of game.players.values()) {
    if (player.isDead || player.gameMode === 'creative' || player.gameMode === 'spectator') continue
    const around = surroundingsOf(game, player)
    player.swimming = player.sprinting && (player.swimming ? around.inWater : around.isSubmerged)
    breathe(game, player, around)
    suffocate(game, player)
    burn(game, player, around)
    prick(game, player, around)
  }
}
