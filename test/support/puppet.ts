import { EventEmitter } from 'node:events'
import { Writable } from 'node:stream'
import { handlePacket } from '../../server/game/incoming.ts'
import { joinGame, leaveGame } from '../../server/game/join.ts'
import type { Player } from '../../server/game/player.ts'
import type { GameServer } from '../../server/game-server.ts'
import { Connection } from '../../server/protocol/connection.ts'
import type { ProtocolClient } from '../../server/protocol/minecraft-protocol.ts'

/** A player whose packets a test makes up, without a client or a stream. */
export interface Puppet {
  readonly player: Player
  send(name: string, params: Readonly<Record<string, unknown>>): void
  leave(): void
}

/** Joins a puppet. Throws where the game does not let it in. */
export function joinPuppet({ game }: Pick<GameServer, 'game'>, name: string): Puppet {
  const connection = new Connection(fakeClient(name), game.protocol, (packet) => game.options.encode(packet))
  const player = joinGame(game, connection)
  if (player === null) throw new Error(`The game does not let "${name}" in.`)
  player.pendingTeleport = null
  return {
    player,
    send: (packet, params) => handlePacket(game, player, packet, params),
    leave: () => leaveGame(game, player),
  }
}

function fakeClient(username: string): ProtocolClient {
  const facts = {
    username,
    uuid: `00000000-0000-4000-8000-${Buffer.from(username).toString('hex').padStart(12, '0').slice(0, 12)}`,
    state: 'play',
    ended: false,
    socket: new Writable({ write: (_chunk, _encoding, done) => done() }),
    end() {
      this.ended = true
    },
  }
  return Object.assign(new EventEmitter(), facts) as unknown as ProtocolClient
}
