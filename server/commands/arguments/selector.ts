import { distanceBetween, type Position } from '../../../src/core/position.ts'
import type { Entity } from '../../game/entity.ts'
import type { Player } from '../../game/player.ts'
import type { CommandCall } from '../framework/argument.ts'
import { placeOf } from './position.ts'

/** Anything that a selector can stand for. */
export type Target = Player | Entity

/** What a name or a selector such as `@e[type=cow,limit=1]` asks for. */
export interface Selector {
  /** Null unless the caller wrote a player's name. */
  readonly playerName: string | null
  readonly onlyPlayers: boolean
  /** Whether it stands for the source itself. */
  readonly onlySelf: boolean
  readonly limit: number
  readonly sort: 'arbitrary' | 'nearest' | 'furthest' | 'random'
  /** Where distances count from; coordinates that are missing are the source's. */
  readonly origin: Partial<Position>
  readonly distance: NumberBounds | null
  /** Size of a box that begins at the origin; what is missing counts as 0. Null for no box. */
  readonly box: Partial<Position> | null
  /** All must hold. */
  readonly conditions: readonly Condition[]
}

export type Condition = (target: Target, call: CommandCall) => boolean

export interface NumberBounds {
  readonly least: number
  readonly most: number
}

/** Everything that the selector stands for at this moment, in its order. */
export function select(call: CommandCall, selector: Selector): readonly Target[] {
  if (selector.playerName !== null) {
    const named = call.game.playerNamed(selector.playerName)
    return named === null ? [] : [named]
  }
  const origin = { ...placeOf(call).position, ...selector.origin }
  const found = candidates(call, selector).filter(
    (target) =>
      isWithin(selector.distance, distanceBetween(origin, target.position)) &&
      (selector.box === null || isInBox(target, origin, selector.box)) &&
      selector.conditions.every((holds) => holds(target, call)),
  )
  return ordered(call, selector, found, origin).slice(0, selector.limit)
}

/** A target's name as vanilla writes it in replies. */
export function targetName(target: Target): string {
  return target.type === 'player' ? target.name : target.kind.displayName
}

export function isWithin(bounds: NumberBounds | null, value: number): boolean {
  return bounds === null || (value >= bounds.least && value <= bounds.most)
}

/** Whether the target's body reaches into the box; a box of size 0 is one block wide. */
function isInBox({ position, kind }: Target, origin: Position, box: Partial<Position>): boolean {
  const overlaps = (axis: 'x' | 'y' | 'z', low: number, high: number) => {
    const size = box[axis] ?? 0
    const [start, end] = [origin[axis] + Math.min(0, size), origin[axis] + Math.max(0, size) + 1]
    return high > start && low < end
  }
  const half = kind.width / 2
  return (
    overlaps('x', position.x - half, position.x + half) &&
    overlaps('y', position.y, position.y + kind.height) &&
    overlaps('z', position.z - half, position.z + half)
  )
}

function candidates({ game, source }: CommandCall, selector: Selector): readonly Target[] {
  const self = source.entity ?? source.player
  if (selector.onlySelf) return self === null ? [] : [self]
  const players = [...game.players.values()]
  return selector.onlyPlayers ? players : [...players, ...game.entities.values()]
}

function ordered(
  { game }: CommandCall,
  { sort }: Selector,
  targets: readonly Target[],
  origin: Position,
): readonly Target[] {
  const far = (target: Target) => distanceBetween(origin, target.position)
  if (sort === 'nearest') return targets.toSorted((a, b) => far(a) - far(b))
  if (sort === 'furthest') return targets.toSorted((a, b) => far(b) - far(a))
  if (sort === 'arbitrary') return targets
  const keyed = targets.map((target) => ({ target, key: game.random.float() }))
  return keyed.sort((a, b) => a.key - b.key).map(({ target }) => target)
}
