import { createHash } from 'node:crypto'
import { EventEmitter } from 'node:events'
import { Writable } from 'node:stream'
import type { Game } from '../../server/game/game.ts'
import { handlePacket } from '../../server/game/incoming.ts'
import { joinGame } from '../../server/game/join.ts'
import type { Player } from '../../server/game/player.ts'
import { Connection } from '../../server/protocol/connection.ts'
import type { ProtocolClient } from '../../server/protocol/minecraft-protocol.ts'

/** A player without a client: its packets come from a script, and what it is sent is only summed up. */
export interface ScriptedPlayer {
  readonly player: Player
  /** Has the game act on a packet from this player. */
  act(name: string, params: unknown): void
  /** SHA-256 over all bytes sent to it so far that have left the server. */
  received(): string
}

/** Lets a scripted player join a game. Throws when the game refuses it. */
export function joinScripted(game: Game, name: string): ScriptedPlayer {
  const hash = createHash('sha256')
  const socket = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      done()
    },
  })
  const client = Object.assign(new EventEmitter(), {
    username: name,
    uuid: `00000000-0000-3000-8000-${Buffer.from(name).toString('hex').padStart(12, '0').slice(0, 12)}`,
    state: 'play',
    ended: false,
    socket,
  })
  const connection = new Connection(client as unknown as ProtocolClient, game.protocol, game.options.encode)
  const player = joinGame(game, connection)
  if (player === null) throw new Error(`The game refused "${name}".`)
  return {
    player,
    act: (packet, params) => handlePacket(game, player, packet, params),
    received: () => hash.copy().digest('hex'),
  }
}
