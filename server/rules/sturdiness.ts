import type { CollisionBox } from '../data/game-registry.ts'
import type { Game } from '../game/game.ts'
import type { Face } from './faces.ts'

/** From one edge of a block's side, 0, to the other, 1. */
interface Span {
  readonly low: number
  readonly high: number
}

/** What torches and the like stand on. */
const CENTER: Span = { low: 7 / 16, high: 9 / 16 }
/** Rails and repeaters need only the edge, two sixteenths wide. */
const RIM = 2 / 16
/** Points per edge at which a side is looked at: between any two of vanilla's sixteenths. */
const SAMPLES = 16
const FULL: readonly CollisionBox[] = [[0, 0, 0, 1, 1, 1]]

/** Whether the side of a block of that state is a full square that carries things. */
export function isSturdy(game: Game, state: number, side: Face): boolean {
  return covers(supportBoxes(game, state), side, () => true)
}

/** Whether the block fills that whole side, be it fit to carry things or not. */
export function isFullSide(game: Game, state: number, side: Face): boolean {
  return covers(game.registry.collisionBoxes(state), side, () => true)
}

/** Whether the middle of the side carries what needs only that, such as a torch. */
export function supportsCenter(game: Game, state: number, side: Face): boolean {
  return coversArea(supportBoxes(game, state), side, { u: CENTER, v: CENTER })
}

/** Whether the edge of the side carries what spans the block, such as a rail. */
export function supportsRim(game: Game, state: number, side: Face): boolean {
  const isRim = (u: number, v: number) => Math.min(u, v, 1 - u, 1 - v) < RIM
  return covers(supportBoxes(game, state), side, isRim)
}

/** Full cubes that redstone does not charge and that do not shut chests, for all that they are solid. */
const nonConductors =
  /(_leaves|glass|piston|shulker_box|^(barrier|beacon|glowstone|ice|observer|redstone_block|sea_lantern|spawner|tnt))$/

/** Whether the block is full and opaque: it passes redstone power on and shuts chests (Minecraft Wiki, "Opacity"). */
export function isConductor(game: Game, state: number): boolean {
  const { name, boundingBox } = game.registry.blockOfState(state)
  if (boundingBox === 'empty' || nonConductors.test(name)) return false
  if (name === 'soul_sand' || name === 'mud') return true
  return game.registry.collisionBoxes(state).some((box) => box.join() === '0,0,0,1,1,1')
}

/** Whether boxes that touch the side fill that area of it. */
export function coversArea(boxes: readonly CollisionBox[], side: Face, area: AreaOfSide): boolean {
  const inArea = (u: number, v: number) =>
    u > area.u.low && u < area.u.high && v > area.v.low && v < area.v.high
  return covers(boxes, side, inArea)
}

/** `u` runs along x (z on the east and west sides), `v` along z (y on the four sides). */
export interface AreaOfSide {
  readonly u: Span
  readonly v: Span
}

/** Leaves carry nothing although they are solid; soul sand and mud do although they are low. */
function supportBoxes(game: Game, state: number): readonly CollisionBox[] {
  const { name } = game.registry.blockOfState(state)
  if (name.endsWith('_leaves')) return []
  return name === 'soul_sand' || name === 'mud' ? FULL : game.registry.collisionBoxes(state)
}

function covers(
  boxes: readonly CollisionBox[],
  side: Face,
  wanted: (u: number, v: number) => boolean,
): boolean {
  const areas = boxes.flatMap((box) => areaOn(box, side))
  if (areas.some(({ u, v }) => isWhole(u) && isWhole(v))) return true
  if (areas.length === 0) return false
  for (let i = 0; i < SAMPLES; i++) {
    for (let j = 0; j < SAMPLES; j++) {
      const [u, v] = [(i + 0.5) / SAMPLES, (j + 0.5) / SAMPLES]
      if (wanted(u, v) && !areas.some((area) => within(u, area.u) && within(v, area.v))) return false
    }
  }
  return true
}

/** What the box fills of the side; nothing when it does not touch it. */
function areaOn(box: CollisionBox, side: Face): readonly AreaOfSide[] {
  const [x0 = 0, y0 = 0, z0 = 0, x1 = 1, y1 = 1, z1 = 1] = box
  const x = { low: x0, high: x1 }
  const y = { low: y0, high: y1 }
  const z = { low: z0, high: z1 }
  switch (side) {
    case 'up':
      return y1 >= 1 ? [{ u: x, v: z }] : []
    case 'down':
      return y0 <= 0 ? [{ u: x, v: z }] : []
    case 'north':
      return z0 <= 0 ? [{ u: x, v: y }] : []
    case 'south':
      return z1 >= 1 ? [{ u: x, v: y }] : []
    case 'west':
      return x0 <= 0 ? [{ u: z, v: y }] : []
    case 'east':
      return x1 >= 1 ? [{ u: z, v: y }] : []
  }
}

function isWhole({ low, high }: Span): boolean {
  return low <= 0 && high >= 1
}

function within(value: number, { low, high }: Span): boolean {
  return value > low && value < high
}
