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
  /** Ticks that it will still burn. */
  fireTicks: number
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
  /** Blocks that it has fallen since it last stood. */
  fallen: number
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
    fireTicks: 0,
    lonelyTicks: 0,
    childhood: 0,
    loveTicks: 0,
    nextBreeding: 0,
    shorn: false,
    woolColour: 'white',
    fallen: 0,
  }
}
