import { sendEffects } from '../rules/effects.ts'
import { sendExperience } from '../rules/experience.ts'
import { attributesOf } from './attributes.ts'
import { sendBossBars } from './boss-bars.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'
import { sendScoreboard } from './scoreboard-packets.ts'

/** Sends a player who has joined what is on its screen besides the world. */
export function sendDisplays(game: Game, player: Player): void {
  sendExperience(player)
  sendEffects(game, player)
  player.connection.send(attributesOf(game, player))
  sendScoreboard(game, player)
  sendBossBars(game, player)
}
