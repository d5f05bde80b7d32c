import type { Position } from '../../src/core/position.ts'
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
export function chokesIn(game: Game, eyes: Position): boolean {
  return [-HEAD, HEAD].some((x) =>
    [-HEAD, HEAD].some((z) => chokes(game, { x: eyes.x + x, y: eyes.y, z: eyes.z + z })),
  )
}

function chokes(game: Game, point: Position): boolean {
  const position = { x: Math.floor(point.x), y: Math.floor(point.y), z: Math.floor(point.z) }
  const state = game.world.blockStateAt(position)
  const boxes = game.registry.collisionBoxes(state)
  const [box] = boxes
  if (box === undefined || boxes.length > 1) return false
  const isFull = box.every((edge, index) => edge === (index < 3 ? 0 : 1))
  return isFull && !airy.test(game.registry.blockOfState(state).name)
}
