import type { Game } from './game.ts'

/** Ticks between two questions, and how long a client may take to answer. */
const INTERVAL = 300

/** Asks clients whether they are still there, and closes the connections of those that did not answer. */
export function tickKeepAlive(game: Game): void {
  for (const player of game.players.values()) {
    if ((game.tick - player.joinTick) % INTERVAL !== 0) continue
    if (player.pendingKeepAlive !== null) {
      player.connection.close('Timed out')
    } else {
      player.pendingKeepAlive = game.tick
      player.connection.send({ name: 'keep_alive', params: { keepAliveId: BigInt(game.tick) } })
    }
  }
}
