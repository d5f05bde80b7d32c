import { distanceBetween } from '../../src/core/position.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import { hurtMob } from '../mobs/hurt-mob.ts'
import { hurt } from './damage.ts'
import { mayHarm } from './friendly-fire.ts'
import { pushMob, pushPlayer } from './knock-back.ts'

/** A blow must have this much of its strength to sweep. */
const STRONG_CHARGE = 0.9
/** How far around the victim others are hit, in blocks, and how far from the attacker at most. */
const SIDE = 1
const HEIGHT = 0.25
const REACH = 3

/** Whether a blow that is not critical goes on to those beside the victim (Minecraft Wiki: Melee attack, sweep attack). */
export function sweeps(player: Player, charge: number): boolean {
  return (
    charge > STRONG_CHARGE &&
    player.onGround &&
    !player.sprinting &&
    player.held?.name.endsWith('_sword') === true
  )
}

/** @param damage half hearts that the victim itself was hit with */
export function sweep(game: Game, player: Player, victim: Player | MobEntity, damage: number): void {
  const level = enchantmentLevel(player.held, 'sweeping_edge')
  const sweeping = 1 + (level / (level + 1)) * damage
  for (const body of bodiesBeside(game, player, victim)) {
    if (body.type === 'mob') {
      if (!hurtMob(game, body, { damage: sweeping, player: player.id, blockable: true })) continue
      pushMob(body, player.position)
    } else if (
      hurt(game, body, sweeping, {
        by: player.name,
        from: player.position,
        weapon: 'blow',
        attacker: player.id,
      })
    ) {
      pushPlayer(game, body, player.position)
    }
  }
  const yaw = (player.yaw * Math.PI) / 180
  game.sendNear(player.position, sweepParticles(game, player, yaw))
}

function bodiesBeside(
  game: Game,
  player: Player,
  victim: Player | MobEntity,
): readonly (Player | MobEntity)[] {
  const players = [...game.players.values()].filter((other) => !other.isDead && mayHarm(game, player, other))
  const mobs = [...game.entities.ofType('mob')]
  return [...players, ...mobs].filter((body) => {
    if (body === player || body === victim) return false
    return distanceBetween(body.position, player.position) < REACH && touches(body, victim)
  })
}

function touches(body: Player | MobEntity, victim: Player | MobEntity): boolean {
  const side = (body.kind.width + victim.kind.width) / 2 + SIDE
  return (
    Math.abs(body.position.x - victim.position.x) < side &&
    Math.abs(body.position.z - victim.position.z) < side &&
    body.position.y < victim.position.y + victim.kind.height + HEIGHT &&
    body.position.y + body.kind.height > victim.position.y - HEIGHT
  )
}

function sweepParticles(game: Game, { position, kind }: Player, yaw: number) {
  const [x, z] = [-Math.sin(yaw), Math.cos(yaw)]
  return game.protocol.particles({
    id: game.registry.particles.find((one) => one.name === 'sweep_attack')?.id ?? 0,
    name: 'sweep_attack',
    position: { x: position.x + x, y: position.y + kind.height / 2, z: position.z + z },
    spread: { x, y: 0, z },
    speed: 0,
    count: 0,
    force: false,
  })
}
