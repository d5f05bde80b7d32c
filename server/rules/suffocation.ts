import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { hurt } from './damage.ts'
import { eyesOf } from './surroundings.ts'

/** Half of the width of the head. */
const HEAD = 0.24
/** Full blocks in which one can breathe all the same. */
const airy = /glass$|_leaves$|^(barrier|moving_piston|shulker_box)$|_shulker_box$/

/** Hurts a player whose head is in a full block, a half heart at a time. Source: Minecraft Wiki, Damage (suffocation). */
export function suffocate(game: Game, player: Player): void {
  const eyes = eyesOf(player)
  const isInWall = [-HEAD, HEAD].some((x) =>
    [-HEAD, HEAD].some((z) => chokes(game, { x: eyes.x + x, y: eyes.y, z: eyes.z + z })),
  )
  if (isInWall) hurt(game, player, 1, 'suffocation')
}

function chokes(game: Game, point: { readonly x: number; readonly y: number; readonly z: number }): boolean {
  const position = { x: Math.floor(point.x), y: Math.floor(point.y), z: Math.floor(point.z) }
  const state = game.world.blockStateAt(position)
  const boxes = game.registry.collisionBoxes(state)
  const [box] = boxes
  if (box === undefined || boxes.length > 1) return false
  const isFull = box.every((edge, index) => edge === (index < 3 ? 0 : 1))
  return isFull && !airy.test(game.registry.blockOfState(state).name)
}
