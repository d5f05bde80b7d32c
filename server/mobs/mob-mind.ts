import type { Position } from '../../src/core/position.ts'
import type { Colour } from './spawning/wool-colours.ts'

/** What a mob has in mind and what time does to it. Times are ticks of the game. */
export interface MobMind {
  /** Id of the player that it is after; null for none. */
  target: number | null
  /** Middles of the blocks still to walk through, nearest first. */
  path: readonly Position[]
  /** When it may look for a target or a path again. */
  nextSearch: number
  /** When it may strike or shoot again. */
  nextAttack: number
  /** Until when it runs about in fear. */
  panicUntil: number
  /** Whether it has been hurt by a player, whom even a calm mob then attacks. */
  provoked: boolean
  /** Until when its death counts as the deed of the player who hit it. */
  struckUntil: number
  /** Ticks since its fuse was lit; 0 while it is not. */
  fuse: number
  /** Whether nothing around could harm it when it last looked. */
  isSafe: boolean
  /** Ticks since a player was near. */
  lonelyTicks: number
  /** Ticks until a young animal is grown up; 0 for adults. */
  childhood: number
  /** Ticks for which an animal that was fed looks for a partner. */
  loveTicks: number
  /** When it can be bred again. */
  nextBreeding: number
  /** Whether a sheep has lost its wool. */
  shorn: boolean
  woolColour: Colour
  /** Id of the grown animal that a young one follows. */
  parent: number | null
  /** When a chicken lays its next egg; null until it is grown. */
  nextEgg: number | null
  /** How far a horse is from throwing its riders off: tame for sure at 100. */
  temper: number
  tame: boolean
  saddled: boolean
  /** Blocks that it has fallen since it last stood. */
  fallen: number
  /** Whether it is in water or lava too deep to wade through. */
  swims: boolean
  /** Whether it goes up a wall. */
  climbs: boolean
}

export function newMind(): MobMind {
  return {
    target: null,
    path: [],
    nextSearch: 0,
    nextAttack: 0,
    panicUntil: 0,
    provoked: false,
    struckUntil: Number.NEGATIVE_INFINITY,
    fuse: 0,
    isSafe: false,
    lonelyTicks: 0,
    childhood: 0,
    loveTicks: 0,
    nextBreeding: 0,
    shorn: false,
    woolColour: 'white',
    parent: null,
    nextEgg: null,
    temper: 0,
    tame: false,
    saddled: false,
    fallen: 0,
    swims: false,
    climbs: false,
  }
}
