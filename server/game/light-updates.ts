import type { BlockChange } from '../world/world.ts'
import { columnKey, type Game } from './game.ts'

const AROUND = [
  [0, 0],
  [-1, 0],
  [1, 0],
  [0, -1],
  [0, 1],
] as const

/** Notes the columns whose light a change may have altered, where it lights or puts out a lamp. */
export function noteLight(game: Game, change: Omit<BlockChange, 'removedEntity'>): void {
  if (!game.world.changesLamp(change)) return
  const [x, z] = [change.position.x >> 4, change.position.z >> 4]
  for (const [dx, dz] of AROUND) game.dimmedColumns.add(columnKey(x + dx, z + dz))
}

/**
 * Sends the light of columns in which lamps came or went since the last tick. Shadows of other blocks reach a client
 * when it gets the column the next time.
 */
export function sendLight(game: Game): void {
  for (const key of game.dimmedColumns) {
    const players = [...game.players.values()].filter((player) => player.columns.has(key))
    if (players.length === 0) continue
    const [chunkX = 0, chunkZ = 0] = key.split(',').map(Number)
    const light = game.world.columnPayload(chunkX, chunkZ)
    game.sendTo(players, {
      name: 'update_light',
      params: {
        chunkX,
        chunkZ,
        skyLightMask: light.skyLightMask,
        blockLightMask: light.blockLightMask,
        emptySkyLightMask: light.emptySkyLightMask,
        emptyBlockLightMask: light.emptyBlockLightMask,
        skyLight: light.skyLight,
        blockLight: light.blockLight,
      },
    })
  }
  game.dimmedColumns.clear()
}
