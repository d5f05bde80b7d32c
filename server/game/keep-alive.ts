import type { Game } from './game.ts'
import type { Player } from './player.ts'

/** Ticks between two questions, and how long a client may take to answer. */
const INTERVAL = 300
/** Ticks between two tellings of everyone's latency. */
const LATENCY_INTERVAL = 600
const MILLISECONDS_PER_TICK = 50

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
  if (game.tick % LATENCY_INTERVAL === 0) showLatencies(game)
}

/** The client has answered; its latency is a mean in which the last answer counts one fourth, as in vanilla. */
export function answerKeepAlive(game: Game, player: Player): void {
  if (player.pendingKeepAlive === null) return
  const taken = (game.tick - player.pendingKeepAlive) * MILLISECONDS_PER_TICK
  player.pendingKeepAlive = null
  player.latency = Math.floor((player.latency * 3 + taken) / 4)
}

function showLatencies(game: Game): void {
  const players = [...game.players.values()]
  game.sendTo(players, {
    name: 'player_info',
    params: {
      action: { update_latency: true },
      data: players.map(({ uuid, latency }) => ({ uuid, latency })),
    },
  })
}
