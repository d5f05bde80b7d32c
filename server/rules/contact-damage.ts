import { blockPosition } from '../../src/core/position.ts'
import { perState } from '../data/per-state.ts'
import type { Game } from '../game/game.ts'
import type { Living } from '../game/living.ts'
import { harm } from './harming.ts'
import type { Surroundings } from './surroundings.ts'

/** A bush pricks only those who move by this much in a tick. */
const SMALLEST_STEP = 0.003

/**
 * Cacti prick who touches them, sweet berry bushes who moves in them, magma burns who walks on it upright. Source:
 * Minecraft Wiki, Damage, Sweet Berry Bush, Magma Block.
 */
export function prick(game: Game, body: Living, { blocks }: Surroundings): void {
  if (blocks.some(({ name }) => name === 'cactus')) harm(game, body, 1, 'cactus')
  const isInBush = blocks.some(
    ({ name, properties }) => name === 'sweet_berry_bush' && properties.age !== '0',
  )
  if (isInBush && isMoving(body)) harm(game, body, 1, 'berries')
  if (body.onGround && !isSneaking(body) && isOnMagma(game, body)) harm(game, body, 1, 'magma')
}

function isSneaking(body: Living): boolean {
  return body.type === 'player' && body.sneaking
}

/** A mob that walks by itself has no velocity. */
function isMoving(body: Living): boolean {
  const { velocity } = body
  if (body.type === 'mob' && body.moved) return true
  return Math.max(Math.abs(velocity.x), Math.abs(velocity.z)) >= SMALLEST_STEP
}

function isOnMagma(game: Game, body: Living): boolean {
  const below = blockPosition({ ...body.position, y: body.position.y - 0.01 })
  return isMagma(game.registry, game.world.blockStateAt(below))
}

const isMagma = perState((registry, state) => registry.blockOfState(state).name === 'magma_block')
