import type { Position } from '../../src/core/position.ts'
import { perState } from '../data/per-state.ts'
import type { Game } from '../game/game.ts'
import type { Living } from '../game/living.ts'
import { harm } from './harming.ts'
import { eyesOf } from './surroundings.ts'

/** Half of the width of the head. */
const HEAD = 0.24
/** Full blocks in which one can breathe all the same. */
const airy = /glass$|_leaves$|^(barrier|moving_piston|shulker_box)$|_shulker_box$/

/** Hurts a body whose head is in a full block, a half heart at a time. Source: Minecraft Wiki, Damage (suffocation). */
export function suffocate(game: Game, body: Living): void {
  if (chokesIn(game, eyesOf(body))) harm(game, body, 1, 'suffocation')
}

/** Whether a head with its eyes there is in a full block. */
export function chokesIn(game: Game, { x, y, z }: Position): boolean {
  return (
    chokes(game, x - HEAD, y, z - HEAD) ||
    chokes(game, x - HEAD, y, z + HEAD) ||
    chokes(game, x + HEAD, y, z - HEAD) ||
    chokes(game, x + HEAD, y, z + HEAD)
  )
}

function chokes({ registry, world }: Game, x: number, y: number, z: number): boolean {
  return isStifling(registry, world.blockStateAt({ x: Math.floor(x), y: Math.floor(y), z: Math.floor(z) }))
}

/** Whether nobody can breathe with the head in such a block. */
const isStifling = perState((registry, state) => {
  const [box, ...others] = registry.collisionBoxes(state)
  if (box === undefined || others.length > 0) return false
  const isFull = box.every((edge, index) => edge === (index < 3 ? 0 : 1))
  return isFull && !airy.test(registry.blockOfState(state).name)
})
