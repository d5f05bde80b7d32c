import type { Position } from '../../src/core/position.ts'
import { streamColumns } from '../game/columns.ts'
import type { Game } from '../game/game.ts'
import { FULL_AIR, MAX_HEALTH, type Player, UNBURNT } from '../game/player.ts'
import { sendLooks } from '../game/player-looks.ts'
import { spawnPosition } from '../game/spawn.ts'
import { teleport } from '../game/teleport.ts'
import { sendWindow } from '../game/window-sync.ts'
import { bedHead, placeBeside } from './beds.ts'
import { sendHealth } from './damage.ts'

const COLUMNS_AT_ONCE = 25

/** Brings a dead player back to life beside its bed or at the world's spawn. */
export function respawn(game: Game, player: Player): void {
  if (!player.isDead) return
  player.health = MAX_HEALTH
  player.food = 20
  player.saturation = 5
  player.exhaustion = 0
  player.hurtDelay = 0
  player.air = FULL_AIR
  player.fireTicks = UNBURNT
  player.fallDistance = 0
  player.connection.send(game.protocol.respawn({ gameMode: player.gameMode, seed: game.options.seed }))
  player.columns.clear()
  player.columnCenter = null
  player.seen.clear()
  const place = comeBackPlace(game, player)
  teleport(game, player, place, { yaw: 0, pitch: 0 })
  streamColumns(game, player, COLUMNS_AT_ONCE)
  sendWindow(game, player)
  sendHealth(player)
  sendLooks(player)
}

/** Beside the player's bed; at the world's spawn for those without one. */
function comeBackPlace(game: Game, player: Player): Position {
  if (player.bed === null) return spawnPosition(game)
  const head = bedHead(game, player.bed)
  const place = head === null ? null : placeBeside(game, head)
  if (place !== null) return place
  player.bed = null
  player.connection.send({
    name: 'game_state_change',
    params: { reason: 'no_respawn_block_available', gameMode: 0 },
  })
  return spawnPosition(game)
}
