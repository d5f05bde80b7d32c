import type { Position } from '../../src/core/position.ts'
import type { Random } from '../../src/core/random.ts'
import { isCrowded } from '../game/crowds.ts'
import { type Body, type MobEntity, stillVelocity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { FULL_AIR } from '../game/player.ts'
import { UNBURNT_MOB } from '../rules/burning.ts'
import type { MobKind } from './mob-kind.ts'
import { findMobKind } from './mob-kinds.ts'
import { newMind } from './mob-mind.ts'
import { newTrader } from './villagers/trader.ts'

/** Puts a mob into the world; null for a kind that the server does not know, and in a column full of mobs. */
export function spawnMob(
  game: Game,
  name: string,
  position: Position,
  random: Random = game.random,
): MobEntity | null {
  const traits = findMobKind(name)
  if (traits === null || isCrowded(game, 'mob', position)) return null
  const id = game.nextId()
  const mob = newMob(traits, {
    id,
    uuid: game.uuidOf(id),
    kind: game.registry.entity(name),
    position,
    velocity: stillVelocity,
    yaw: random.below(360),
    pitch: 0,
    onGround: false,
    moved: false,
  })
  game.entities.set(id, mob)
  return mob
}

/** A mob of that kind as it is when it has just appeared. */
export function newMob(traits: MobKind, body: Body): MobEntity {
  return {
    ...body,
    type: 'mob',
    toldYaw: null,
    traits,
    mind: newMind(),
    health: traits.health,
    hurtDelay: 0,
    trader: traits.name === 'villager' ? newTrader() : null,
    effects: new Map(),
    absorption: 0,
    air: FULL_AIR,
    fireTicks: UNBURNT_MOB,
    goal: null,
    idleTicks: 0,
  }
}
