import type { Game } from '../game/game.ts'
import type { Living } from '../game/living.ts'
import { breathe } from './breathing.ts'
import { burn } from './burning.ts'
import { prick } from './contact-damage.ts'
import { suffocate } from './suffocation.ts'
import { type Surroundings, surroundingsOf } from './surroundings.ts'

/** Lets the surroundings do their harm to those who live in them. */
export function tickHazards(game: Game): void {
  for (const player of game.players.values()) {
    if (player.isDead || player.gameMode === 'creative' || player.gameMode === 'spectator') continue
    const around = surroundingsOf(game, player)
    player.swimming = player.sprinting && (player.swimming ? around.inWater : around.isSubmerged)
    sufferAround(game, player, around)
  }
}

/** What surroundings do to a player or a mob in one tick. */
export function sufferAround(game: Game, body: Living, around: Surroundings): void {
  breathe(game, body, around)
  suffocate(game, body)
  burn(game, body, around)
  prick(game, body, around)
}
