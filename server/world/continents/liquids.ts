import type { Random } from '../../../src/core/random.ts'
import type { GameRegistry } from '../../data/game-registry.ts'
import type { Column } from '../column.ts'
import { MIN_Y } from '../world-bounds.ts'

/** Caves hold lava up to this layer (https://minecraft.wiki/w/Lava#Natural_generation). */
export const LAVA_TOP = -55
const SPRING_TRIES = 24
const LOWEST_SPRING = LAVA_TOP + 4
const HIGHEST_SPRING = 110
const LAVA_SHARE = 0.25

/** Fills the deepest caves of one column with lava and lets springs into the walls of others. */
export type FillLiquids = (column: Column, random: Random) => void

export function createLiquidFiller(registry: GameRegistry): FillLiquids {
  const [water, lava] = [registry.state('water'), registry.state('lava')]
  const rocks = [registry.state('stone'), registry.state('deepslate')]
  const isRock = (state: number) => rocks.includes(state)
  return (column, random) => {
    fillDepths(column, lava)
    for (let attempt = 0; attempt < SPRING_TRIES; attempt++) {
      const [x, z] = [1 + random.below(14), 1 + random.below(14)]
      const y = LOWEST_SPRING + random.below(HIGHEST_SPRING - LOWEST_SPRING)
      const state = random.float() < LAVA_SHARE && y < 40 ? lava : water
      if (isSpring(column, { x, y, z }, isRock)) column.setState(x, y, z, state)
    }
  }
}

function fillDepths(column: Column, lava: number): void {
  if (typeof column.sections[0] === 'number') return
  for (let y = MIN_Y; y <= LAVA_TOP; y++) {
    for (let index = 0; index < 256; index++) {
      const [x, z] = [index & 15, index >> 4]
      if (column.stateAt(x, y, z) === 0) column.setState(x, y, z, lava)
    }
  }
}

/** A block of rock in a wall: rock above and below, and air on exactly one side. */
function isSpring(
  column: Column,
  { x, y, z }: { readonly x: number; readonly y: number; readonly z: number },
  isRock: (state: number) => boolean,
): boolean {
  if (![y - 1, y, y + 1].every((height) => isRock(column.stateAt(x, height, z)))) return false
  const sides = [
    column.stateAt(x - 1, y, z),
    column.stateAt(x + 1, y, z),
    column.stateAt(x, y, z - 1),
    column.stateAt(x, y, z + 1),
  ]
  return sides.filter((state) => state === 0).length === 1 && sides.filter(isRock).length === 3
}
