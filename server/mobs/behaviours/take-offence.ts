import { distanceBetween } from '../../../src/core/position.ts'
import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import type { Player } from '../../game/player.ts'
import { HELMET } from '../../inventory/player-inventory.ts'
import { lookVector } from '../../rules/ray-cast.ts'
import { canSee } from '../targets.ts'

const INTERVAL = 5
/** How far beside the eyes a look may go, the less the farther away. */
const TOLERANCE = 0.025

/** Attacks who looks into its eyes, unless through a carved pumpkin (Minecraft Wiki: Enderman). Never takes the tick. */
export function takeOffence(game: Game, mob: MobEntity): boolean {
  const { mind, traits } = mob
  if (mind.target !== null || (game.tick + mob.id) % INTERVAL !== 0) return false
  for (const player of game.players.values()) {
    if (player.isDead || player.gameMode === 'creative' || player.gameMode === 'spectator') continue
    if (distanceBetween(player.position, mob.position) > traits.sight) continue
    if (game.difficulty === 'peaceful' || !stares(player, mob) || !canSee(game, mob, player)) continue
    mind.target = player.id
    mind.provoked = true
    return false
  }
  return false
}

function stares(player: Player, mob: MobEntity): boolean {
  if (player.inventory.storage.at(HELMET)?.name === 'carved_pumpkin') return false
  const { eyes } = player
  const way = {
    x: mob.position.x - eyes.x,
    y: mob.position.y + mob.kind.height * 0.85 - eyes.y,
    z: mob.position.z - eyes.z,
  }
  const distance = Math.hypot(way.x, way.y, way.z)
  const look = lookVector(player.yaw, player.pitch)
  const straightness = (look.x * way.x + look.y * way.y + look.z * way.z) / distance
  return straightness > 1 - TOLERANCE / distance
}
