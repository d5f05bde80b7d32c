import type { Position } from '../../src/core/position.ts'
import { mobDrops, ORDINARY_DEATH } from '../data/loot/mob-loot.ts'
import type { MobEntity } from '../game/entity.ts'
import { stillVelocity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { scatterItem } from '../game/item-entities.ts'
import { forget } from '../game/tracking.ts'
import { wander } from './wandering.ts'

/** Health of the animals that the server knows, in half hearts. */
const healthOf: Readonly<Record<string, number>> = {
  cow: 10,
  mooshroom: 10,
  pig: 10,
  sheep: 8,
  chicken: 4,
  rabbit: 3,
}

const HURT_DELAY = 10
const GRAVITY = 0.08
const DEATH_STATUS = 3

export function mobNames(): readonly string[] {
  return Object.keys(healthOf)
}

/** Puts an animal into the world; null for a kind that the server does not know. */
export function spawnMob(game: Game, name: string, position: Position): MobEntity | null {
  const health = healthOf[name]
  if (health === undefined) return null
  const id = game.nextId()
  const mob: MobEntity = {
    type: 'mob',
    id,
    uuid: game.uuidOf(id),
    kind: game.registry.entity(name),
    position,
    velocity: stillVelocity,
    yaw: game.random.below(360),
    pitch: 0,
    onGround: false,
    moved: false,
    health,
    hurtDelay: 0,
    goal: null,
    idleTicks: 0,
  }
  game.entities.set(id, mob)
  return mob
}

/** Takes half hearts from an animal; it dies and drops its loot when none is left. */
export function hurtMob(game: Game, mob: MobEntity, damage: number): void {
  if (mob.hurtDelay > 0) return
  mob.hurtDelay = HURT_DELAY
  mob.health -= damage
  game.sendToWatchers(mob.id, {
    name: 'damage_event',
    params: { entityId: mob.id, sourceTypeId: 0, sourceCauseId: 0, sourceDirectId: 0 },
  })
  if (mob.health <= 0) killMob(game, mob)
}

function killMob(game: Game, mob: MobEntity): void {
  for (const stack of mobDrops(mob.kind.name, ORDINARY_DEATH, game.random)) {
    scatterItem(game, mob.position, stack)
  }
  game.sendToWatchers(mob.id, {
    name: 'entity_status',
    params: { entityId: mob.id, entityStatus: DEATH_STATUS },
  })
  game.entities.delete(mob.id)
  forget(game, mob.id)
}

/** Lets animals fall to the ground and wander about on it. */
export function tickMobs(game: Game): void {
  for (const mob of game.entities.values()) {
    if (mob.type !== 'mob') continue
    if (mob.hurtDelay > 0) mob.hurtDelay -= 1
    fall(game, mob)
    wander(game, mob)
  }
}

function fall(game: Game, mob: MobEntity): void {
  const block = {
    x: Math.floor(mob.position.x),
    y: Math.ceil(mob.position.y) - 1,
    z: Math.floor(mob.position.z),
  }
  const boxes = game.registry.collisionBoxes(game.world.blockStateAt(block))
  const floor =
    boxes.length === 0 ? Number.NEGATIVE_INFINITY : block.y + Math.max(...boxes.map((box) => box[4] ?? 1))
  mob.onGround = mob.position.y <= floor
  if (mob.onGround) {
    mob.velocity = stillVelocity
    return
  }
  mob.velocity = { x: 0, y: Math.max(-3, (mob.velocity.y - GRAVITY) * 0.98), z: 0 }
  mob.position = { ...mob.position, y: Math.max(floor, mob.position.y + mob.velocity.y) }
  mob.moved = true
}
