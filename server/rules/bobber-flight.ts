import { blockPosition, distanceBetween, type Position } from '../../src/core/position.ts'
import { removeBobber, showBobber } from '../game/bobbers.ts'
import type { BobberEntity, Entity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { Player } from '../game/player.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import { waitForBite } from './biting.ts'
import { fluidAt } from './fluid-space.ts'
import { slide, wakeItem } from './item-physics.ts'
import { sendVelocity } from './knock-back.ts'

const GRAVITY = 0.03
const DRAG = 0.92
/** The line breaks when the bobber is farther than this, in blocks. */
const LINE = 32
const GROUND_LIFETIME = 1200
const PULL = 0.1
const HOOK_SIZE = 0.125

/** Lets bobbers fly, hook bodies, float and wait for fish (Minecraft Wiki: Fishing Rod; Fishing). */
export function tickBobbers(game: Game): void {
  for (const bobber of game.entities.ofType('bobber')) {
    const owner = game.players.get(bobber.owner)
    if (owner === undefined || !keepsLine(owner, bobber)) removeBobber(game, bobber)
    else tickBobber(game, bobber, owner)
  }
}

/** Draws what hangs on the hook towards the player. Says what it was. */
export function pullHooked(game: Game, bobber: BobberEntity, player: Player): 'item' | 'body' {
  const target = hookedBody(game, bobber)
  if (target === null) return 'body'
  const pulled = {
    x: target.velocity.x + (player.position.x - bobber.position.x) * PULL,
    y: target.velocity.y + (player.position.y - bobber.position.y) * PULL,
    z: target.velocity.z + (player.position.z - bobber.position.z) * PULL,
  }
  if (target instanceof Player) sendVelocity(game, target, pulled)
  else target.velocity = pulled
  if (target.type === 'item') wakeItem(game, target)
  return target.type === 'item' ? 'item' : 'body'
}

function keepsLine(owner: Player, bobber: BobberEntity): boolean {
  const { storage } = owner.inventory
  const holds = [owner.heldSlot, OFF_HAND].some((slot) => storage.at(slot)?.name === 'fishing_rod')
  return holds && !owner.isDead && distanceBetween(owner.position, bobber.position) <= LINE
}

function tickBobber(game: Game, bobber: BobberEntity, owner: Player): void {
  if (bobber.hooked !== null) {
    follow(game, bobber)
    return
  }
  bobber.groundTicks = bobber.onGround ? bobber.groundTicks + 1 : 0
  if (bobber.groundTicks >= GROUND_LIFETIME) {
    removeBobber(game, bobber)
    return
  }
  const surface = waterSurface(game, bobber.position)
  if (surface !== null && !bobber.inWater) {
    const { x, y, z } = bobber.velocity
    bobber.velocity = { x: x * 0.3, y: y * 0.2, z: z * 0.3 }
    bobber.inWater = true
  } else if (bobber.inWater) floatOn(game, bobber, owner, surface)
  else if (hook(game, bobber)) return
  move(game, bobber, surface !== null)
}

function floatOn(game: Game, bobber: BobberEntity, owner: Player, surface: number | null): void {
  const random = game.stream('fishing')
  const { x, y, z } = bobber.velocity
  const above = bobber.position.y + y - (surface ?? Math.floor(bobber.position.y))
  const height = Math.abs(above) < 0.01 ? above + Math.sign(above) * 0.1 : above
  bobber.velocity = { x: x * 0.9, y: y - height * random.float() * 0.2, z: z * 0.9 }
  if (surface === null) return
  if (bobber.biteTicks > 0)
    bobber.velocity = { ...bobber.velocity, y: bobber.velocity.y - 0.1 * random.float() * random.float() }
  const lure = enchantmentLevel(rodOf(owner), 'lure')
  waitForBite(game, bobber, lure)
}

function rodOf({ held, inventory }: Player) {
  return held?.name === 'fishing_rod' ? held : inventory.storage.at(OFF_HAND)
}

function move(game: Game, bobber: BobberEntity, inWater: boolean): void {
  const { x, z } = bobber.velocity
  const y = bobber.velocity.y - (inWater ? 0 : GRAVITY)
  const after = { ...bobber.position }
  const landed = slide(game, after, 'y', y)
  const stoppedX = slide(game, after, 'x', x)
  const stoppedZ = slide(game, after, 'z', z)
  bobber.onGround = landed && y < 0
  const stops = bobber.onGround || stoppedX || stoppedZ
  bobber.velocity = stops
    ? { x: 0, y: landed ? 0 : y * DRAG, z: 0 }
    : { x: x * DRAG, y: y * DRAG, z: z * DRAG }
  if (distanceBetween(after, bobber.position) > 1e-4) bobber.moved = true
  bobber.position = after
}

/** Height of the water's surface in the block of the position; null where there is none. */
function waterSurface(game: Game, position: Position): number | null {
  const block = blockPosition(position)
  const fluid = fluidAt(game, block)
  return fluid?.name === 'water' ? block.y + fluid.amount / 9 : null
}

/** Catches a body or an item that the bobber flies into. Says whether it did. */
function hook(game: Game, bobber: BobberEntity): boolean {
  const bodies: (Player | Entity)[] = [...game.players.values(), ...game.entities.values()]
  const target = bodies.find((body) => isHookable(body, bobber) && touches(body, bobber.position))
  if (target === undefined) return false
  bobber.hooked = target.id
  bobber.velocity = { x: 0, y: 0, z: 0 }
  showBobber(game, bobber)
  return true
}

function isHookable(body: Player | Entity, bobber: BobberEntity): boolean {
  if (body.id === bobber.owner) return false
  if (body.type === 'player') return !body.isDead && body.gameMode !== 'spectator'
  return body.type === 'mob' || body.type === 'item'
}

function touches({ position, kind }: Player | Entity, point: Position): boolean {
  const side = kind.width / 2 + HOOK_SIZE
  return (
    Math.abs(point.x - position.x) < side &&
    Math.abs(point.z - position.z) < side &&
    point.y > position.y - HOOK_SIZE &&
    point.y < position.y + kind.height + HOOK_SIZE
  )
}

function hookedBody(game: Game, { hooked }: BobberEntity): Player | Entity | null {
  if (hooked === null) return null
  return game.players.get(hooked) ?? game.entities.get(hooked) ?? null
}

/** A bobber goes where what it holds goes, and flies on when that is gone. */
function follow(game: Game, bobber: BobberEntity): void {
  const target = hookedBody(game, bobber)
  if (target === null || (target instanceof Player && target.isDead)) {
    bobber.hooked = null
    showBobber(game, bobber)
    return
  }
  const position = { ...target.position, y: target.position.y + target.kind.height * 0.8 }
  if (distanceBetween(position, bobber.position) > 1e-4) bobber.moved = true
  bobber.position = position
}
