import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { WorldBlock } from '../world/world.ts'
import { otherHalf } from './breaking.ts'
import { isOpaque } from './brightness.ts'
import { isOpenable, powerDoor } from './doors.ts'
import { type Face, faces, neighbor } from './faces.ts'
import { fixedSide, isSwitch } from './switches.ts'

/**
 * A switch or redstone block has changed, or a door was placed: doors, trapdoors and gates beside it, and beside the block
 * that a switch is fixed to, open or close. There is no redstone dust.
 * Source: Minecraft Wiki, "Redstone mechanics" (power).
 */
export function spreadPower(game: Game, changed: Position, before: number, after: number): void {
  const kinds = [before, after].map((state) => game.registry.blockOfState(state))
  const [was, is] = kinds
  if (kinds.some((kind) => isSource(kind.name))) {
    for (const face of faces) {
      const place = neighbor(changed, face)
      updateDoor(game, place)
      if (isOpaque(game, place)) for (const next of faces) updateDoor(game, neighbor(place, next))
    }
  } else if (was !== is && is !== undefined && isOpenable(is)) updateDoor(game, changed)
}

function updateDoor(game: Game, position: Position): void {
  const block = game.world.blockAt(position)
  if (!isOpenable(block)) return
  const parts = [block, otherHalf(game, block)]
  powerDoor(
    game,
    block,
    parts.some((part) => part !== null && isPowered(game, part.position)),
  )
}

function isPowered(game: Game, position: Position): boolean {
  return faces.some((face) => {
    const place = neighbor(position, face)
    return isActive(game.world.blockAt(place)) || (isOpaque(game, place) && isCharged(game, place))
  })
}

/** Whether a switch that is on is fixed to the block. */
function isCharged(game: Game, position: Position): boolean {
  return faces.some((face: Face) => {
    const block = game.world.blockAt(neighbor(position, face))
    if (!isSwitch(block.name) || !isActive(block)) return false
    const { x, y, z } = neighbor(block.position, fixedSide(block.properties))
    return x === position.x && y === position.y && z === position.z
  })
}

function isSource(name: string): boolean {
  return isSwitch(name) || name === 'redstone_block'
}

function isActive({ name, properties }: WorldBlock): boolean {
  return name === 'redstone_block' || (isSwitch(name) && properties.powered === 'true')
}
