import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { Player, SpawnPoint } from '../game/player.ts'
import { spawnPosition } from '../game/spawn.ts'
import { bedHead, placeBeside } from './beds.ts'

/**
 * Where a player comes back to life: beside its bed or at its own spawn point while there is room, else at the world's
 * spawn, which it is told. A lost spawn point is forgotten. Source: Minecraft Wiki, "Bed" (respawn).
 */
export function respawnPlace(game: Game, player: Player): Position {
  const own = player.spawnPoint
  if (own === null) return spawnPosition(game)
  const place = own.isBed ? besideBed(game, own) : atPoint(game, own)
  if (place !== null) return place
  player.spawnPoint = null
  player.connection.send({
    name: 'game_state_change',
    params: { reason: 'no_respawn_block_available', gameMode: 0 },
  })
  return spawnPosition(game)
}

function besideBed(game: Game, { position }: SpawnPoint): Position | null {
  const head = bedHead(game, position)
  return head === null ? null : placeBeside(game, head)
}

function atPoint(game: Game, { position: { x, y, z } }: SpawnPoint): Position | null {
  const isBlocked = [y, y + 1].some((height) => {
    return game.registry.collisionBoxes(game.world.blockStateAt({ x, y: height, z })).length > 0
  })
  return isBlocked ? null : { x: x + 0.5, y, z: z + 0.5 }
}
