import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { faces, neighbor } from './faces.ts'

/** Light that plants need. */
const ENOUGH_LIGHT = 9
const DAYLIGHT = 15

const lamps: Readonly<Record<string, number>> = {
  torch: 14,
  wall_torch: 14,
  lantern: 15,
  glowstone: 15,
  sea_lantern: 15,
  shroomlight: 15,
  jack_o_lantern: 15,
  lava: 15,
  fire: 15,
  soul_torch: 10,
  soul_wall_torch: 10,
  soul_lantern: 10,
}

/**
 * Whether plants have light enough at the position, by day or night: light spreads from the open sky and from lamps
 * through what is not opaque and loses one on each step. Source: Minecraft Wiki, "Light" (internal light level).
 */
export function hasLightToGrow(game: Game, position: Position): boolean {
  const reach = DAYLIGHT - ENOUGH_LIGHT
  const seen = new Set<string>([keyOf(position)])
  let edge: readonly Position[] = [position]
  for (let distance = 0; distance <= reach; distance++) {
    if (edge.some((place) => lightFrom(game, place) - distance >= ENOUGH_LIGHT)) return true
    edge = edge
      .flatMap((place) => faces.map((face) => neighbor(place, face)))
      .filter((place) => {
        const isNew = !seen.has(keyOf(place))
        seen.add(keyOf(place))
        return isNew && (!isOpaque(game, place) || lampLight(game, place) > 0)
      })
  }
  return false
}

/** Whether no light passes through the block. */
export function isOpaque(game: Game, position: Position): boolean {
  const state = game.world.blockStateAt(position)
  const { transparent, boundingBox } = game.registry.blockOfState(state)
  if (transparent || boundingBox === 'empty') return false
  return game.registry.collisionBoxes(state).some((box) => box.join() === '0,0,0,1,1,1')
}

/** Light at the place before it spreads: from the sky straight above, or from the block itself. */
function lightFrom(game: Game, position: Position): number {
  return Math.max(lampLight(game, position), skyLight(game, position))
}

/** Light that the block itself gives. */
export function lampLight(game: Game, position: Position): number {
  const { name, properties } = game.world.blockAt(position)
  if (properties.lit === 'true') return 13
  return lamps[name] ?? 0
}

function skyLight(game: Game, position: Position): number {
  let light = DAYLIGHT
  const top = game.world.surfaceY(position.x, position.z)
  for (let y = top; y > position.y && light >= ENOUGH_LIGHT; y--) {
    const place = { x: position.x, y, z: position.z }
    if (isOpaque(game, place)) return 0
    if (/_leaves$|^water$|^ice$/.test(game.world.blockAt(place).name)) light -= 1
  }
  return light
}

function keyOf({ x, y, z }: Position): string {
  return `${x},${y},${z}`
}
