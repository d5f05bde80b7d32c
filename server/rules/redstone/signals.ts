import type { Position } from '../../../src/core/position.ts'
import type { Game } from '../../game/game.ts'
import { positionKey } from '../../world/position-key.ts'
import type { WorldBlock } from '../../world/world.ts'
import { type Face, faces, type HorizontalFace, neighbor, opposite } from '../faces.ts'
import { isConductor } from '../sturdiness.ts'
import { fixedSide, isSwitch } from '../switches.ts'

export const FULL_POWER = 15

/** Whether the block can give redstone power in one of its states (Minecraft Wiki, "Redstone mechanics"). */
export function isPowerSource(name: string): boolean {
  return (
    isSwitch(name) ||
    /^(redstone_(block|wire|torch|wall_torch)|repeater|trapped_chest)$|_pressure_plate$/.test(name)
  )
}

/**
 * Strongest power that reaches the block from its six sides, from sources and through blocks that they charge.
 *
 * @param ignoresDust leaves out what comes from redstone dust, as dust itself does
 */
export function powerAt(game: Game, position: Position, ignoresDust = false): number {
  let most = 0
  for (const face of faces) {
    most = Math.max(most, powerFrom(game, position, face, ignoresDust))
    if (most === FULL_POWER) break
  }
  return most
}

/** Power that reaches the block from the one on that side of it. */
export function powerFrom(game: Game, position: Position, face: Face, ignoresDust = false): number {
  const block = game.world.blockAt(neighbor(position, face))
  const own = weakPower(game, block, opposite(face), ignoresDust)
  if (own === FULL_POWER || !isConductor(game, block.state)) return own
  return Math.max(own, chargeOf(game, block.position, ignoresDust))
}

/** Power with which sources beside it charge an opaque block, so that it powers all around it. */
function chargeOf(game: Game, position: Position, ignoresDust: boolean): number {
  let most = 0
  for (const face of faces) {
    const source = game.world.blockAt(neighbor(position, face))
    most = Math.max(most, strongPower(game, source, opposite(face), ignoresDust))
  }
  return most
}

/** Power that the block gives to its neighbour on that side. */
function weakPower(game: Game, block: WorldBlock, side: Face, ignoresDust: boolean): number {
  const { name, properties } = block
  switch (name) {
    case 'redstone_block':
      return FULL_POWER
    case 'redstone_wire':
      return ignoresDust ? 0 : dustPower(block, side)
    case 'redstone_torch':
      return properties.lit === 'true' && side !== 'down' ? FULL_POWER : 0
    case 'redstone_wall_torch':
      return properties.lit === 'true' && side !== opposite(properties.facing as Face) ? FULL_POWER : 0
    case 'repeater':
      return properties.powered === 'true' && side === opposite(properties.facing as Face) ? FULL_POWER : 0
    case 'trapped_chest':
      return Math.min(FULL_POWER, game.viewers.get(positionKey(block.position)) ?? 0)
  }
  if (isSwitch(name)) return properties.powered === 'true' ? FULL_POWER : 0
  return name.endsWith('_pressure_plate') ? platePower(block) : 0
}

/** Power with which the block charges an opaque neighbour on that side. */
function strongPower(game: Game, block: WorldBlock, side: Face, ignoresDust: boolean): number {
  const { name, properties } = block
  if (isSwitch(name)) return side === fixedSide(properties) ? weakPower(game, block, side, ignoresDust) : 0
  if (name === 'redstone_torch' || name === 'redstone_wall_torch') {
    return side === 'up' ? weakPower(game, block, side, ignoresDust) : 0
  }
  if (name.endsWith('_pressure_plate')) return side === 'down' ? platePower(block) : 0
  if (name === 'trapped_chest') return side === 'down' ? weakPower(game, block, side, ignoresDust) : 0
  if (name === 'redstone_wire' || name === 'repeater') return weakPower(game, block, side, ignoresDust)
  return 0
}

/** Dust powers what lies below it and where it points to. */
function dustPower({ properties }: WorldBlock, side: Face): number {
  const power = Number(properties.power)
  if (side === 'up') return 0
  return side === 'down' || properties[side as HorizontalFace] !== 'none' ? power : 0
}

/** Power of a pressure plate: weighted ones count what lies on them. */
export function platePower({ properties }: Pick<WorldBlock, 'properties'>): number {
  return properties.power === undefined
    ? properties.powered === 'true'
      ? FULL_POWER
      : 0
    : Number(properties.power)
}
