import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { shapeLeaves } from '../world/terrain/trees.ts'

/** Logs in a trunk, at least and how many more at most, by wood. Source: Minecraft Wiki, "Tree". */
const heights: Readonly<Record<string, readonly [least: number, more: number]>> = {
  oak: [4, 2],
  birch: [5, 2],
  spruce: [5, 3],
  jungle: [4, 6],
  acacia: [5, 3],
  cherry: [7, 1],
  dark_oak: [6, 2],
  pale_oak: [6, 2],
}
const usualHeight: readonly [number, number] = [4, 2]
/** What a tree may push aside. */
const gives = /^(air|cave_air|water|vine|short_grass|grass|tall_grass|fern|large_fern)$|_(leaves|sapling)$/

/**
 * Puts a tree in the place of its saplings: one, or four that stand in a square. Says whether there was room. The crown
 * has the shape of the world's own trees, for every kind of wood.
 */
export function growTree(game: Game, wood: string, feet: readonly Position[]): boolean {
  const [least, more] = heights[wood] ?? usualHeight
  const { random } = game.growth
  const height = least + random.below(more + 1)
  const [foot] = feet
  if (foot === undefined || game.registry.findBlock(`${wood}_log`) === null) return false
  if (!hasRoom(game, feet, height)) return false
  for (const place of feet) growTrunk(game, wood, place, height)
  for (const place of feet) growLeaves(game, wood, place, height)
  return true
}

function hasRoom(game: Game, feet: readonly Position[], height: number): boolean {
  return feet.every((foot) => {
    for (let layer = 1; layer <= height + 1; layer++) {
      if (!gives.test(game.world.blockAt({ ...foot, y: foot.y + layer }).name)) return false
    }
    return true
  })
}

function growTrunk(game: Game, wood: string, foot: Position, height: number): void {
  const log = game.registry.state(`${wood}_log`)
  for (let layer = 0; layer < height; layer++) {
    game.world.setBlockState({ ...foot, y: foot.y + layer }, log)
  }
  game.world.setBlock({ ...foot, y: foot.y - 1 }, 'dirt')
}

function growLeaves(game: Game, wood: string, foot: Position, height: number): void {
  const tree = { x: foot.x, z: foot.z, baseY: foot.y, height }
  shapeLeaves(
    tree,
    () => game.growth.random.float(),
    (place, distance) => {
      if (game.world.blockStateAt(place) !== 0) return
      game.world.setBlock(place, `${wood}_leaves`, { distance: String(Math.max(1, Math.min(7, distance))) })
    },
  )
}
