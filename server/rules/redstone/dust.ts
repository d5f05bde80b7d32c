import type { Position } from '../../../src/core/position.ts'
import type { BlockProperties } from '../../data/block-kind.ts'
import type { Game } from '../../game/game.ts'
import { positionKey } from '../../world/position-key.ts'
import type { WorldBlock } from '../../world/world.ts'
import { type HorizontalFace, horizontalFaces, neighbor, opposite } from '../faces.ts'
import { isConductor, isSturdy } from '../sturdiness.ts'
import { FULL_POWER, isPowerSource, powerAt } from './signals.ts'

/**
 * Sets the power of all dust that is joined with the dust at the position: that of the sources around it, and one less for
 * each step away (Minecraft Wiki, "Redstone Dust"). The whole net is settled at once.
 *
 * @returns the positions of all dust of the net
 */
export function settleDust(game: Game, start: Position): readonly Position[] {
  const net = netOf(game, start)
  const levels = new Map<string, number>()
  const byLevel: Position[][] = Array.from({ length: FULL_POWER + 1 }, () => [])
  for (const position of net.values()) raise(position, powerAt(game, position, true))
  for (let level = FULL_POWER; level > 1; level--) {
    for (const position of byLevel[level] ?? []) {
      if (levels.get(positionKey(position)) !== level) continue
      for (const reader of readersOf(game, position)) {
        if ((levels.get(positionKey(reader)) ?? FULL_POWER) < level - 1) raise(reader, level - 1)
      }
    }
  }
  for (const position of net.values()) {
    const { name, properties } = game.world.blockAt(position)
    const power = String(levels.get(positionKey(position)) ?? 0)
    if (name === 'redstone_wire') game.world.setBlock(position, name, { ...properties, power })
  }
  return [...net.values()]

  function raise(position: Position, level: number): void {
    levels.set(positionKey(position), level)
    byLevel[level]?.push(position)
  }
}

/** Where the dust points to: to other dust, also a step up or down, and to what takes or gives power. */
export function dustShape(game: Game, position: Position): BlockProperties {
  const links = horizontalFaces.map((side) => [side, linkTo(game, position, side)] as const)
  const found = links.filter(([, link]) => link !== 'none').map(([side]) => side)
  const [only] = found
  // Dust that points to one side goes on to the other; dust without any link is a cross.
  const straight = found.length === 1 && only !== undefined ? [only, opposite(only)] : horizontalFaces
  return Object.fromEntries(
    links.map(([side, link]) => {
      if (found.length > 1 || link !== 'none') return [side, link]
      return [side, straight.includes(side) ? 'side' : 'none']
    }),
  )
}

function linkTo(game: Game, position: Position, side: HorizontalFace): 'none' | 'side' | 'up' {
  const beside = game.world.blockAt(neighbor(position, side))
  const isCovered = isConductor(game, game.world.blockStateAt(neighbor(position, 'up')))
  if (!isCovered && isSturdy(game, beside.state, 'up') && isDust(game, neighbor(beside.position, 'up'))) {
    return isSturdy(game, beside.state, opposite(side)) ? 'up' : 'side'
  }
  if (takesDust(beside, side)) return 'side'
  const isOpen = !isConductor(game, beside.state)
  return isOpen && isDust(game, neighbor(beside.position, 'down')) ? 'side' : 'none'
}

/** Whether dust points to the block on that side of it. */
function takesDust({ name, properties }: WorldBlock, side: HorizontalFace): boolean {
  if (name === 'repeater') return properties.facing === side || properties.facing === opposite(side)
  if (name === 'comparator') return true
  return isPowerSource(name)
}

/** All dust that may pass power on to each other, by position. */
function netOf(game: Game, start: Position): ReadonlyMap<string, Position> {
  const net = new Map([[positionKey(start), start]])
  for (const position of net.values()) {
    for (const side of horizontalFaces) {
      const beside = neighbor(position, side)
      for (const place of [beside, neighbor(beside, 'up'), neighbor(beside, 'down')]) {
        if (isDust(game, place)) net.set(positionKey(place), place)
      }
    }
  }
  return net
}

/** The dust that takes power from the dust at the position. Power goes up glass and the like, but not down it. */
function readersOf(game: Game, position: Position): readonly Position[] {
  const readers: Position[] = []
  for (const side of horizontalFaces) {
    const beside = neighbor(position, side)
    const [above, below] = [neighbor(beside, 'up'), neighbor(beside, 'down')]
    if (isDust(game, beside)) readers.push(beside)
    const shutsAbove = isConductor(game, game.world.blockStateAt(neighbor(position, 'up')))
    if (isDust(game, above) && !shutsAbove) readers.push(above)
    const isStep = isConductor(game, game.world.blockStateAt(neighbor(position, 'down')))
    const shutsBelow = isConductor(game, game.world.blockStateAt(beside))
    if (isDust(game, below) && isStep && !shutsBelow) readers.push(below)
  }
  return readers
}

function isDust(game: Game, position: Position): boolean {
  return game.registry.blockOfState(game.world.blockStateAt(position)).name === 'redstone_wire'
}
