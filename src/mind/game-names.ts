import type { GameNames } from '../core/reading/read-name.ts'
import { gameData } from './game-data.ts'

/** All names of items, blocks and mobs of a version of the game. Throws for a version without game data. */
export function gameNames(version: string): GameNames {
  const { items, blocksArray, entityLoot } = gameData(version)
  return new Set([
    ...Object.values(items).map(({ name }) => name),
    ...blocksArray.map(({ name }) => name),
    ...Object.values(entityLoot).map(({ entity }) => entity),
  ])
}
