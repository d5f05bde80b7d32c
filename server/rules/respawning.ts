import { sendFirstColumns } from '../game/columns.ts'
import type { Game } from '../game/game.ts'
import { FULL_AIR, MAX_HEALTH, type Player, UNBURNT } from '../game/player.ts'
import { teleport } from '../game/teleport.ts'
import { sendWindow } from '../game/window-sync.ts'
import { sendHealth } from './damage.ts'
import { clearEffects } from './effects.ts'
import { sendExperience } from './experience.ts'
import { respawnPlace } from './respawn-place.ts'

/** Brings a dead player back to life beside its bed, at its own spawn point, or at the world's spawn. */
export function respawn(game: Game, player: Player): void {
  if (!player.isDead) return
  clearEffects(game, player)
  player.health = MAX_HEALTH
  player.food = 20
  player.saturation = 5
  player.exhaustion = 0
  player.hurtDelay = 0
  player.air = FULL_AIR
  player.fireTicks = UNBURNT
  player.fallDistance = 0
  player.absorption = 0
  player.connection.send(game.protocol.respawn({ ...game.options, gameMode: player.gameMode }))
  player.columns.clear()
  player.columnCenter = null
  player.seen.clear()
  teleport(game, player, respawnPlace(game, player), { yaw: 0, pitch: 0 })
  sendFirstColumns(game, player)
  sendWindow(game, player)
  sendHealth(player)
  player.shown.looks = null
  sendExperience(player)
}
