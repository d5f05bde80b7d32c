import { encodeLitPacket, type LitPacket } from '../protocol/lit-packets.ts'
import { encodeLightChanges } from '../world/light/light-encoder.ts'
import type { LitColumn } from '../world/light/world-light.ts'
import { columnKey, type Game } from './game.ts'

/** Sends the sections whose light has changed since the last tick to everyone who has their columns. */
export function sendLight(game: Game): void {
  for (const column of game.world.takeLightChanges()) {
    const key = columnKey(column.x, column.z)
    const players = [...game.players.values()].filter((player) => player.columns.has(key))
    if (players.length > 0) {
      const bytes = encodeLitPacket(game.options.encode, lightPacket(column))
      for (const { connection } of players) connection.sendEncoded(bytes)
    }
    column.sky.changed = 0
    column.block.changed = 0
  }
}

function lightPacket(column: LitColumn): LitPacket {
  const params = { chunkX: column.x, chunkZ: column.z, ...encodeLightChanges(column) }
  return { name: 'update_light', params }
}
