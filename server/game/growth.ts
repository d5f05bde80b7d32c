import type { Position } from '../../src/core/position.ts'
import type { Random } from '../../src/core/random.ts'
import type { BlockSection } from '../world/column.ts'
import type { WorldBlock } from '../world/world.ts'
import type { Game } from './game.ts'
import { GrowingArea } from './growing-area.ts'
import { GrowingRows } from './growing-rows.ts'

/** What a block does when chance picks it in a tick. */
export type RandomTick = (game: Game, block: WorldBlock) => void

/** Nothing, something, or what grass does. */
export const Act = { none: 0, some: 1, grass: 2 } as const

/** A column near a player, in which blocks grow. */
export interface GrowingColumn {
  readonly x: number
  readonly z: number
  /** Its blocks, from bottom to top, live. */
  readonly sections: readonly BlockSection[]
  /** Its sections that hold blocks with something to do, or grass that is settled, as far as is known. */
  readonly active: GrowingSection[]
}

/** A section in which blocks grow. */
export interface GrowingSection {
  readonly column: GrowingColumn
  /** Its first corner. */
  readonly corner: Position
  /** Counts from the bottom of the world. */
  readonly index: number
  /** Whole number that tells chance here from chance in other sections. */
  readonly seed: number
  /** Bits of the layers, from bottom to top, that hold blocks with something to do, as far as is known. */
  layers: number
  /** Of its rows in `Growth.rows`. */
  readonly slot: number
}

/** What the game remembers about growing, from one tick to the next. */
export class Growth {
  /** Apart from the game's own randomness, so that what grows somewhere does not change what happens elsewhere. */
  readonly random: Random
  /** Decides where in the sections chance looks, together with the tick. */
  readonly seed: number
  /** What block states do at random, by state; null until the first tick. */
  ticks: readonly (RandomTick | null)[] | null = null
  /** What is known beforehand of what states do at random, by state: see `Act`. */
  acts: Uint8Array = new Uint8Array()
  readonly rows = new GrowingRows()
  /** What grows near any player. */
  readonly area = new GrowingArea()
  /** The tick from which on the area is looked up anew. */
  nextLook = 0
  readonly columns = new Map<string, GrowingColumn>()
  /** Leaves whose distance from their tree may have changed, by place. */
  leafUpdates = new Map<string, Position>()

  constructor(random: Random) {
    this.random = random
    this.seed = random.below(2 ** 31)
  }
}
