import { distanceBetween, type Position } from '../../src/core/position.ts'
import type { TntEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { primeTnt, TNT_FUSE } from '../game/primed-tnt.ts'
import { forget } from '../game/tracking.ts'
import { explosion } from './explosion.ts'
import { slide } from './item-physics.ts'

const POWER = 4
const GRAVITY = 0.04
const DRAG = 0.98
const GROUND_FRICTION = 0.7

/** The block of TNT at the position begins to burn down (Minecraft Wiki, "TNT"). */
export function igniteTnt(game: Game, position: Position): void {
  game.world.setBlock(position, 'air')
  primeTnt(game, position, TNT_FUSE)
}

/** Burning TNT falls, and explodes in the end. */
export function tickTnt(game: Game): void {
  for (const tnt of [...game.entities.ofType('tnt')]) {
    fall(game, tnt)
    tnt.fuse -= 1
    if (tnt.fuse > 0) continue
    game.entities.delete(tnt.id)
    forget(game, tnt.id)
    const center = { ...tnt.position, y: tnt.position.y + tnt.kind.height / 16 }
    explosion(game, { center, power: POWER, by: tnt.kind.displayName, breaksBlocks: true, dropChance: 1 })
  }
}

function fall(game: Game, tnt: TntEntity): void {
  const before = tnt.position
  const wanted = { ...tnt.velocity, y: tnt.velocity.y - GRAVITY }
  const after = { ...before }
  const isLanded = slide(game, after, 'y', wanted.y)
  slide(game, after, 'x', wanted.x)
  slide(game, after, 'z', wanted.z)
  const friction = isLanded ? GROUND_FRICTION : DRAG
  tnt.velocity = { x: wanted.x * friction, y: isLanded ? 0 : wanted.y * DRAG, z: wanted.z * friction }
  tnt.onGround = isLanded
  tnt.position = after
  tnt.moved ||= distanceBetween(before, after) > 0
}
