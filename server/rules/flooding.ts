import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'

/** Weights as in vanilla, whose throttle for chat takes 200 and for creative drops 1480, and forgets one a tick. */
const LINE_WEIGHT = 20
const DROP_WEIGHT = 20
const COMPLETION_WEIGHT = 1

/** Whether the player may send another line or command; who floods the chat has to go. Operators may. */
export function maySpeak(game: Game, player: Player): boolean {
  return mayGoOn(player, player.throttles.lines.add(LINE_WEIGHT, game.tick))
}

/** Whether the player may ask once more how a line goes on. */
export function mayAsk(game: Game, player: Player): boolean {
  return mayGoOn(player, player.throttles.completions.add(COMPLETION_WEIGHT, game.tick))
}

/** Whether the creative player may throw another stack out of nothing; nothing happens to who throws too many. */
export function mayConjure(game: Game, player: Player): boolean {
  return player.throttles.drops.add(DROP_WEIGHT, game.tick)
}

function mayGoOn(player: Player, isAllowed: boolean): boolean {
  if (isAllowed || player.operator) return true
  player.connection.close('Kicked for spamming')
  return false
}
