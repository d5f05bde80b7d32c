import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { WorldBlock } from '../world/world.ts'
import { breakBlock } from './breaking.ts'
import { faces, neighbor } from './faces.ts'

/** Leaves farther than this from a log wither. */
const FAR = 7

/** Leaves that lost their tree fall apart when chance picks them. Source: Minecraft Wiki, "Leaves" (decay). */
export function decay(game: Game, { position }: WorldBlock): void {
  breakBlock(game, position, null)
}

/** A log or leaf block has come or gone: in the next tick the leaves around it see how far their tree is. */
export function noteLeaves(game: Game, changed: Position, before: number, after: number): void {
  if (!carriesLife(game, before) && !carriesLife(game, after)) return
  for (const face of faces) {
    const place = neighbor(changed, face)
    if (isLeaf(game, game.world.blockStateAt(place))) note(game, place)
  }
  if (isLeaf(game, after)) note(game, changed)
}

/** Lets the leaves noted since the last tick count their distance from a log again, which their neighbours then see. */
export function tickLeaves(game: Game): void {
  const { growth } = game
  if (growth.leafUpdates.size === 0) return
  const places = [...growth.leafUpdates.values()]
  growth.leafUpdates = new Map()
  for (const place of places) {
    const { name, state, properties } = game.world.blockAt(place)
    if (!isLeaf(game, state)) continue
    const distance = String(distanceAt(game, place))
    if (distance !== properties.distance) game.world.setBlock(place, name, { ...properties, distance })
  }
}

function distanceAt(game: Game, place: Position): number {
  const around = faces.map((face) => {
    const { name, properties } = game.world.blockAt(neighbor(place, face))
    if (isLog(name)) return 0
    return name.endsWith('_leaves') ? Number(properties.distance) : FAR
  })
  return Math.min(FAR, Math.min(...around) + 1)
}

function note(game: Game, { x, y, z }: Position): void {
  game.growth.leafUpdates.set(`${x},${y},${z}`, { x, y, z })
}

function carriesLife(game: Game, state: number): boolean {
  const { name } = game.registry.blockOfState(state)
  return isLog(name) || name.endsWith('_leaves')
}

function isLeaf(game: Game, state: number): boolean {
  return game.registry.blockOfState(state).name.endsWith('_leaves')
}

function isLog(name: string): boolean {
  return /_(log|wood|stem|hyphae)$/.test(name) && !/(pumpkin|melon)_stem$/.test(name)
}
