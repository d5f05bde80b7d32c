import { distanceBetween } from '../../src/core/position.ts'
import type { EffectDose } from '../data/food-effects.ts'
import type { CloudEntity, ThrownEntity } from '../game/entity.ts'
import { stillVelocity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Living } from '../game/living.ts'
import { forget } from '../game/tracking.ts'
import { actAtOnce, canHave, isInstant } from './effect-acts.ts'
import { dose } from './swallowing.ts'

const RADIUS = 3
const LEAST_RADIUS = 0.5
const LIFETIME = 600
/** Ticks before it works, between two looks at who is inside, and before it works on the same body again. */
const WAIT = 10
const INTERVAL = 5
const REST = 20
const LOSS_PER_USE = 0.5
const HEIGHT = 0.5
/** Shares of a potion's time, and of what acts at once, that a cloud gives. */
const TIME_SHARE = 0.25
const INSTANT_SHARE = 0.5
const RADIUS_METADATA = 8

/** Lets a cloud of a lingering potion hang about (Minecraft Wiki: Lingering Potion; Area Effect Cloud). */
export function spawnCloud(
  game: Game,
  { position, shooter }: ThrownEntity,
  effects: readonly EffectDose[],
): void {
  const id = game.nextId()
  game.entities.set(id, {
    type: 'cloud',
    id,
    uuid: game.uuidOf(id),
    kind: game.registry.entity('area_effect_cloud'),
    position,
    velocity: stillVelocity,
    yaw: 0,
    pitch: 0,
    onGround: false,
    moved: false,
    effects,
    thrower: shooter,
    radius: RADIUS,
    age: 0,
    touched: new Map(),
  })
}

/** Lets clouds shrink, and put those who are inside under their effects. */
export function tickClouds(game: Game): void {
  for (const cloud of game.entities.ofType('cloud')) {
    cloud.age += 1
    if (cloud.age > WAIT) cloud.radius -= RADIUS / LIFETIME
    if (cloud.age > WAIT && cloud.age % INTERVAL === 0) touch(game, cloud)
    if (cloud.radius >= LEAST_RADIUS) continue
    game.entities.delete(cloud.id)
    forget(game, cloud.id)
  }
}

function touch(game: Game, cloud: CloudEntity): void {
  const before = cloud.radius
  for (const body of bodiesIn(game, cloud)) {
    if (cloud.effects.length === 0 || (cloud.touched.get(body.id) ?? 0) > game.tick) continue
    cloud.touched.set(body.id, game.tick + REST)
    for (const effect of cloud.effects) apply(game, body, effect, cloud.thrower)
    cloud.radius -= LOSS_PER_USE
    if (cloud.radius < LEAST_RADIUS) return
  }
  if (cloud.radius !== before) showCloud(game, cloud)
}

function apply(game: Game, body: Living, effect: EffectDose, thrower: number): void {
  if (!isInstant(effect.effect)) {
    dose(game, body, { ...effect, ticks: Math.floor(effect.ticks * TIME_SHARE) })
  } else if (canHave(body, effect.effect)) {
    const { effect: name, amplifier } = effect
    actAtOnce(game, body, { name, amplifier, share: INSTANT_SHARE, thrower })
  }
}

function bodiesIn(game: Game, { position, radius }: CloudEntity): readonly Living[] {
  const isInside = (body: Living) =>
    body.health > 0 &&
    distanceBetween({ ...body.position, y: 0 }, { ...position, y: 0 }) <= radius &&
    body.position.y < position.y + HEIGHT &&
    body.position.y + body.kind.height > position.y
  const mobs = [...game.entities.ofType('mob')]
  return [...[...game.players.values()].filter(isInside), ...mobs.filter(isInside)]
}

/** Tells those who see it how large the cloud is. */
export function showCloud(game: Game, { id, radius }: CloudEntity): void {
  const metadata = [{ key: RADIUS_METADATA, type: 'float', value: radius }]
  game.sendToWatchers(id, { name: 'entity_metadata', params: { entityId: id, metadata } })
}
