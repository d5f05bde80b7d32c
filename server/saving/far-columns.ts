import type { Game } from '../game/game.ts'

/** Columns beyond what players see that stay in the world, so that little comes and goes when they walk up and down. */
const MARGIN = 4

interface Place {
  readonly x: number
  readonly z: number
}

/** The columns in the world that are far from all players, but those that a command keeps there. */
export function farColumns(game: Game): readonly Place[] {
  const centers = centersOf(game)
  return game.world
    .loadedColumns()
    .filter((column) => isFarFrom(game, centers, column))
    .map(({ x, z }) => ({ x, z }))
}

/** Whether the column is in the world and far from all players. */
export function isFar(game: Game, column: Place): boolean {
  return game.world.isLoaded(column.x, column.z) && isFarFrom(game, centersOf(game), column)
}

function isFarFrom(game: Game, centers: readonly Place[], { x, z }: Place): boolean {
  if (game.forcedColumns.has(`[${x}, ${z}]`)) return false
  const reach = game.options.viewDistance + MARGIN
  return centers.every((center) => Math.max(Math.abs(center.x - x), Math.abs(center.z - z)) > reach)
}

function centersOf(game: Game): readonly Place[] {
  return [...game.players.values()].map(({ position }) => ({
    x: Math.floor(position.x) >> 4,
    z: Math.floor(position.z) >> 4,
  }))
}
