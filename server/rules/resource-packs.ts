import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'

/** What clients answer to an offer. */
const results = ['loaded', 'declined', 'failed', 'accepted'] as const

/** Offers the server's resource pack to a client that has joined, where the server has one. */
export function offerResourcePack(game: Game, player: Player): void {
  const { resourcePack } = game.options
  if (resourcePack !== null) player.connection.send(game.protocol.resourcePack(resourcePack))
}

/** The client has answered the offer: who declines a pack that the server demands has to go. */
export function answerResourcePack(game: Game, player: Player, result: number): void {
  player.resourcePack = results[result] ?? null
  if (player.resourcePack !== 'declined' || game.options.resourcePack?.forced !== true) return
  player.connection.close(
    'The server demands its resource pack, which your client has declined. Accept it to play.',
  )
}
