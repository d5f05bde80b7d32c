import type { Position } from '../../src/core/position.ts'
import { directionOf } from '../game/arrows.ts'
import { scaledDamage } from '../game/difficulty.ts'
import type { ArrowEntity, MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { Player } from '../game/player.ts'
import { playSound } from '../game/sounds.ts'
import { forget } from '../game/tracking.ts'
import { itemStack } from '../inventory/item-stack.ts'
import { vanish } from '../mobs/behaviours/teleport.ts'
import { hurtMob } from '../mobs/hurt-mob.ts'
import { setOnFire } from './burning.ts'
import { hurt } from './damage.ts'
import { mayHarm } from './friendly-fire.ts'
import { BLOW, pushMob, pushPlayer } from './knock-back.ts'
import { isSolid, moveProjectile } from './projectile-path.ts'

const GRAVITY = 0.05
const AIR_DRAG = 0.99
const WATER_DRAG = 0.6
const LIFETIME = 1200
const VOID_Y = -128
/** How far from its point an arrow holds to a block, in blocks. */
const MARGIN = 0.3
/** Ticks that an arrow trembles in the wood before it can be taken. */
const TREMBLING_TICKS = 7
const PICK_UP_REACH = 1
/** Blocks per tick that each level of Punch adds to the push. */
const PUNCH = 0.6
/** Ticks that a burning arrow sets on fire for. */
const FIRE_TICKS = 100

/** Lets arrows fly, hit and be picked up (Minecraft Wiki: Arrow). */
export function tickArrows(game: Game): void {
  for (const arrow of game.entities.ofType('arrow')) {
    arrow.age += 1
    if (arrow.stuckTicks === null) fly(game, arrow)
    else rest(game, arrow)
  }
}

function fly(game: Game, arrow: ArrowEntity): void {
  const met = moveProjectile(game, arrow, arrow)
  if (met === 'block') {
    arrow.stuckTicks = 0
    arrow.velocity = { x: 0, y: 0, z: 0 }
    soundHit(game, arrow)
    return
  }
  if (met !== null) {
    removeArrow(game, arrow)
    soundHit(game, arrow)
    hit(game, arrow, met)
    return
  }
  const { velocity } = arrow
  const drag = isInWater(game, arrow.position) ? WATER_DRAG : AIR_DRAG
  arrow.velocity = { x: velocity.x * drag, y: velocity.y * drag - GRAVITY, z: velocity.z * drag }
  Object.assign(arrow, directionOf(arrow.velocity))
  if (arrow.age > LIFETIME || arrow.position.y < VOID_Y) removeArrow(game, arrow)
}

function hit(game: Game, arrow: ArrowEntity, body: Player | MobEntity): void {
  const { velocity, shooter } = arrow
  const plain = Math.ceil(Math.hypot(velocity.x, velocity.y, velocity.z) * arrow.damage)
  const damage = plain + (arrow.critical ? game.random.below(Math.floor(plain / 2) + 2) : 0)
  const from = { x: body.position.x - velocity.x, y: body.position.y, z: body.position.z - velocity.z }
  const player = game.players.get(shooter)
  const push = BLOW + arrow.punch * PUNCH
  if (!(body instanceof Player)) {
    // Arrows never hurt an enderman: it is gone before they arrive.
    if (body.traits.name === 'enderman' && vanish(game, body)) return
    const harm = { damage, player: player?.id ?? null, blockable: true }
    if (arrow.burns && body.hurtDelay === 0) setOnFire(game, body, FIRE_TICKS)
    if (hurtMob(game, body, harm)) pushMob(body, from, push)
    return
  }
  if (player !== undefined && !mayHarm(game, player, body)) return
  const by = player?.name ?? game.entities.get(shooter)?.kind.displayName ?? 'an arrow'
  const scaled = player === undefined ? scaledDamage(game.difficulty, damage) : damage
  if (!hurt(game, body, scaled, { by, from, weapon: 'arrow', attacker: shooter })) return
  pushPlayer(game, body, from, push)
  if (arrow.burns) setOnFire(game, body, FIRE_TICKS)
  if (player !== undefined && player !== body) tellOfHit(player)
}

function soundHit(game: Game, { position }: ArrowEntity): void {
  const pitch = 1.2 / (game.stream('sounds').float() * 0.2 + 0.9)
  playSound(game, { name: 'entity.arrow.hit', category: 'neutral', position, volume: 1, pitch })
}

/** The shooter hears that its arrow has hit a player. */
function tellOfHit(shooter: Player): void {
  shooter.connection.send({
    name: 'game_state_change',
    params: { reason: 'play_arrow_hit_sound', gameMode: 0 },
  })
}

function rest(game: Game, arrow: ArrowEntity): void {
  arrow.stuckTicks = (arrow.stuckTicks ?? 0) + 1
  if (arrow.stuckTicks > LIFETIME) {
    removeArrow(game, arrow)
    return
  }
  if (arrow.stuckTicks % 20 === 0 && !isSolidAround(game, arrow.position)) arrow.stuckTicks = null
  if (!arrow.collectable || arrow.stuckTicks === null || arrow.stuckTicks < TREMBLING_TICKS) return
  for (const player of game.players.values()) {
    if (player.isDead || !isWithinReach(player, arrow.position)) continue
    if (player.inventory.add(itemStack('arrow')) !== null) continue
    game.sendToWatchers(arrow.id, {
      name: 'collect',
      params: { collectedEntityId: arrow.id, collectorEntityId: player.id, pickupItemCount: 1 },
    })
    removeArrow(game, arrow)
    return
  }
}

function removeArrow(game: Game, arrow: ArrowEntity): void {
  game.entities.delete(arrow.id)
  forget(game, arrow.id)
}

function isWithinReach({ position, kind }: Player, point: Position): boolean {
  return (
    Math.abs(point.x - position.x) < PICK_UP_REACH + kind.width / 2 &&
    Math.abs(point.z - position.z) < PICK_UP_REACH + kind.width / 2 &&
    point.y > position.y - 0.5 - PICK_UP_REACH / 2 &&
    point.y < position.y + kind.height + 0.5
  )
}

/** Whether something is still there for the arrow to stick in. */
function isSolidAround(game: Game, { x, y, z }: Position): boolean {
  const offsets = [-MARGIN, 0, MARGIN]
  return offsets.some((dx) =>
    offsets.some((dy) => offsets.some((dz) => isSolid(game, { x: x + dx, y: y + dy, z: z + dz }))),
  )
}

function isInWater(game: Game, { x, y, z }: Position): boolean {
  const block = { x: Math.floor(x), y: Math.floor(y), z: Math.floor(z) }
  return game.registry.blockOfState(game.world.blockStateAt(block)).name === 'water'
}
