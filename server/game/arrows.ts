import type { Position } from '../../src/core/position.ts'
import type { ArrowEntity } from './entity.ts'
import type { Game } from './game.ts'
import { playSound } from './sounds.ts'

export interface Shot {
  /** Entity id of who shoots. */
  readonly shooter: number
  readonly position: Position
  /** Of any length. */
  readonly direction: Position
  /** Blocks per tick. */
  readonly speed: number
  /** 1 for a player's bow; a bad shot has more. */
  readonly spread: number
  /** Half hearts per block per tick. */
  readonly damage: number
  readonly critical: boolean
  /** Level of the bow's Punch; none unless given. */
  readonly punch?: number
  /** Whether it burns; not unless given. */
  readonly burns?: boolean
  readonly collectable: boolean
}

/** How much one unit of spread moves an arrow at a speed of 1 (Minecraft Wiki: Arrow, motion). */
const SPREAD_UNIT = 0.0172275

/** Lets an arrow fly. */
export function spawnArrow(game: Game, shot: Shot): ArrowEntity {
  const id = game.nextId()
  const velocity = startVelocity(game, shot)
  const arrow: ArrowEntity = {
    type: 'arrow',
    toldYaw: null,
    id,
    uuid: game.uuidOf(id),
    kind: game.registry.entity('arrow'),
    position: shot.position,
    velocity,
    ...directionOf(velocity),
    onGround: false,
    moved: false,
    shooter: shot.shooter,
    damage: shot.damage,
    critical: shot.critical,
    punch: shot.punch ?? 0,
    burns: shot.burns ?? false,
    collectable: shot.collectable,
    age: 0,
    stuckTicks: null,
  }
  game.entities.set(id, arrow)
  soundShot(game, shot)
  return arrow
}

function soundShot(game: Game, { shooter, position, speed }: Shot): void {
  const isPlayer = game.players.has(shooter)
  const pitch = 1 / (game.stream('sounds').float() * 0.4 + 1.2) + (isPlayer ? speed / 6 : 0)
  const name = isPlayer ? 'entity.arrow.shoot' : 'entity.skeleton.shoot'
  playSound(game, { name, category: isPlayer ? 'player' : 'hostile', position, volume: 1, pitch })
}

/** Where an arrow with that velocity points to, in degrees. Arrows count the other way round than bodies. */
export function directionOf({ x, y, z }: Position): { readonly yaw: number; readonly pitch: number } {
  return {
    yaw: (Math.atan2(x, z) * 180) / Math.PI,
    pitch: (Math.atan2(y, Math.hypot(x, z)) * 180) / Math.PI,
  }
}

/** The velocity of a shot, which goes a little astray. */
export function startVelocity(
  { random }: Pick<Game, 'random'>,
  { direction, speed, spread }: Pick<Shot, 'direction' | 'speed' | 'spread'>,
): Position {
  const length = Math.hypot(direction.x, direction.y, direction.z)
  const part = (value: number) =>
    (value / length + (random.float() - random.float()) * SPREAD_UNIT * spread) * speed
  return { x: part(direction.x), y: part(direction.y), z: part(direction.z) }
}
