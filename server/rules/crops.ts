import type { Position } from '../../src/core/position.ts'
import type { BlockProperties } from '../data/block-kind.ts'
import type { Game } from '../game/game.ts'
import type { RandomTick } from '../game/growth.ts'
import type { WorldBlock } from '../world/world.ts'
import { hasLightToGrow } from './brightness.ts'
import { neighbor } from './faces.ts'

/** Age at which a plant is ripe, by name. */
export const ripeAges: Readonly<Record<string, number>> = {
  wheat: 7,
  carrots: 7,
  potatoes: 7,
  beetroots: 3,
  pumpkin_stem: 7,
  melon_stem: 7,
  sweet_berry_bush: 3,
  nether_wart: 3,
  cocoa: 2,
}

const fieldCrops = new Set(['wheat', 'carrots', 'potatoes', 'beetroots'])
/** Of how many random ticks one makes the plant older. */
const simpleCrops: Readonly<Record<string, number>> = { sweet_berry_bush: 5, nether_wart: 10, cocoa: 5 }

/** What a crop of that age does when chance picks it; null for ripe ones and for blocks that are no crop. */
export function cropTick(name: string, properties: BlockProperties): RandomTick | null {
  if (Number(properties.age) >= (ripeAges[name] ?? 0)) return null
  if (fieldCrops.has(name)) return growOnField
  return simpleCrops[name] === undefined ? null : growAnywhere
}

/** Makes the crop older by that much, at most ripe. */
export function ripen(game: Game, block: WorldBlock, by: number): void {
  const age = Math.min(ripeAges[block.name] ?? 0, Number(block.properties.age) + by)
  game.world.setBlock(block.position, block.name, { ...block.properties, age: String(age) })
}

/** Whether a crop of that kind grows in this random tick. Source: Minecraft Wiki, "Tutorials/Crop farming". */
export function growsNow(game: Game, { position, name }: WorldBlock): boolean {
  if (!hasLightToGrow(game, position)) return false
  const { random } = game.growth
  return random.below(Math.floor(25 / growthPoints(game, position, name)) + 1) === 0
}

function growOnField(game: Game, block: WorldBlock): void {
  // Beetroots sit out every third chance.
  if (block.name === 'beetroots' && game.growth.random.below(3) === 0) return
  if (growsNow(game, block)) ripen(game, block, 1)
}

function growAnywhere(game: Game, block: WorldBlock): void {
  if (block.name === 'sweet_berry_bush' && !hasLightToGrow(game, neighbor(block.position, 'up'))) return
  if (game.growth.random.below(simpleCrops[block.name] ?? 1) === 0) ripen(game, block, 1)
}

/** Good soil speeds a crop up, neighbours of its kind slow it down unless they stand in rows. */
export function growthPoints(game: Game, position: Position, name: string): number {
  let points = 1
  for (const [x, z] of around) points += soilPoints(game, position, x, z)
  points += soilPoints(game, position, 0, 0)
  const same = (x: number, z: number) =>
    game.world.blockAt({ x: position.x + x, y: position.y, z: position.z + z }).name === name
  const alongX = same(-1, 0) || same(1, 0)
  const alongZ = same(0, -1) || same(0, 1)
  const diagonal = same(-1, -1) || same(1, -1) || same(-1, 1) || same(1, 1)
  return (alongX && alongZ) || diagonal ? points / 2 : points
}

const around = [-1, 0, 1]
  .flatMap((x) => [-1, 0, 1].map((z) => [x, z] as const))
  .filter(([x, z]) => x !== 0 || z !== 0)

function soilPoints(game: Game, position: Position, x: number, z: number): number {
  const soil = game.world.blockAt({ x: position.x + x, y: position.y - 1, z: position.z + z })
  if (soil.name !== 'farmland') return 0
  const points = soil.properties.moisture === '0' ? 1 : 3
  return x === 0 && z === 0 ? points : points / 4
}
