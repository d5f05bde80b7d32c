import type { Position } from '../../src/core/position.ts'
import type { Body } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Living } from '../game/living.ts'

/** Blocks between two looks at what is in the way. */
const STEP = 0.2
/** How much larger bodies are for projectiles. */
const MARGIN = 0.3
/** Ticks in which a projectile cannot hit who shot it. */
const LEAVING_TICKS = 5

export interface Shooting {
  /** Entity id of who shot it. */
  readonly shooter: number
  /** Ticks since then. */
  readonly age: number
}

/** Moves a projectile by its velocity, up to the block or the body that is in its way; gives what it met. */
export function moveProjectile(game: Game, projectile: Body, shooting: Shooting): 'block' | Living | null {
  const { velocity } = projectile
  const length = Math.hypot(velocity.x, velocity.y, velocity.z)
  const steps = Math.max(1, Math.ceil(length / STEP))
  const bodies = nearbyBodies(game, projectile.position, length + 3, shooting)
  projectile.moved = true
  for (let step = 0; step < steps; step++) {
    const next = {
      x: projectile.position.x + velocity.x / steps,
      y: projectile.position.y + velocity.y / steps,
      z: projectile.position.z + velocity.z / steps,
    }
    if (isSolid(game, next)) return 'block'
    projectile.position = next
    const body = bodies.find((candidate) => isInside(candidate, next))
    if (body !== undefined) return body
  }
  return null
}

/** Whether the point is inside of something that stops projectiles. */
export function isSolid(game: Game, { x, y, z }: Position): boolean {
  const block = { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z) }
  const boxes = game.registry.collisionBoxes(game.world.blockStateAt(block))
  const [dx, dy, dz] = [x - block.x, y - block.y, z - block.z]
  return boxes.some(
    ([x0 = 0, y0 = 0, z0 = 0, x1 = 1, y1 = 1, z1 = 1]) =>
      dx >= x0 && dx <= x1 && dy >= y0 && dy <= y1 && dz >= z0 && dz <= z1,
  )
}

/** Living bodies that a projectile could meet in this tick. */
function nearbyBodies(
  game: Game,
  from: Position,
  reach: number,
  { shooter, age }: Shooting,
): readonly Living[] {
  const found: Living[] = []
  const isNear = (body: Living) =>
    Math.abs(body.position.x - from.x) < reach &&
    Math.abs(body.position.z - from.z) < reach &&
    (body.id !== shooter || age > LEAVING_TICKS)
  for (const player of game.players.values()) {
    if (!player.isDead && player.gameMode !== 'spectator' && isNear(player)) found.push(player)
  }
  for (const mob of game.entities.ofType('mob')) if (isNear(mob)) found.push(mob)
  return found
}

function isInside({ position, kind }: Living, point: Position): boolean {
  const side = kind.width / 2 + MARGIN
  return (
    Math.abs(point.x - position.x) < side &&
    Math.abs(point.z - position.z) < side &&
    point.y > position.y - MARGIN &&
    point.y < position.y + kind.height + MARGIN
  )
}
