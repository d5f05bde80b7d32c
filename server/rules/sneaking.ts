import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { looksOf } from '../game/player-looks.ts'

/** The player ducks or stands up again; others see it. */
export function sneak(game: Game, player: Player, sneaking: boolean): void {
  if (player.sneaking === sneaking) return
  player.sneaking = sneaking
  game.sendToWatchers(player.id, looksOf(game, player))
}
