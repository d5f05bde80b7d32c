import type { GameRegistry } from '../../data/game-registry.ts'
import type { Column } from '../column.ts'
import { MIN_Y, SECTION_SIZE } from '../world-bounds.ts'
import { type Cover, SEA_LEVEL } from './height-field.ts'
import type { PositionHash } from './position-hash.ts'

const SOIL_DEPTH = 3
const DEEPSLATE_TOP = 0
const BEDROCK_LAYERS = 5

/** The top of one column: for each of 16×16 places, x fastest. */
export interface Surface {
  readonly ground: Int16Array
  readonly covers: readonly Cover[]
}

/** Fills a column from bedrock to the surface, and ponds with water. */
export type FillGround = (column: Column, surface: Surface, columnX: number, columnZ: number) => void

export function createGroundFiller(registry: GameRegistry, hash: PositionHash): FillGround {
  const states = groundStates(registry)
  return (column, surface, columnX, columnZ) => {
    const firstMixedLayer = fillDepths(column, Math.min(...surface.ground) - SOIL_DEPTH, states)
    for (let z = 0; z < SECTION_SIZE; z++) {
      for (let x = 0; x < SECTION_SIZE; x++) {
        const index = (z << 4) | x
        const ground = surface.ground[index] ?? 0
        for (let y = firstMixedLayer; y <= ground - SOIL_DEPTH; y++) column.setState(x, y, z, states.stone)
        fillTop(column, { x, z, ground, cover: surface.covers[index] ?? 'grass' }, states)
        fillBedrock(column, { x, z, hash: hash(columnX * 16 + x, columnZ * 16 + z, 1) }, states.bedrock)
      }
    }
  }
}

type GroundStates = ReturnType<typeof groundStates>

function groundStates(registry: GameRegistry) {
  return {
    bedrock: registry.state('bedrock'),
    deepslate: registry.state('deepslate'),
    stone: registry.state('stone'),
    dirt: registry.state('dirt'),
    grass: registry.state('grass_block'),
    sand: registry.state('sand'),
    sandstone: registry.state('sandstone'),
    gravel: registry.state('gravel'),
    water: registry.state('water'),
  }
}

/** Fills all sections that lie below the soil everywhere. @returns the first layer that is left to do */
function fillDepths(column: Column, soilBottom: number, states: GroundStates): number {
  const solidSections = Math.max(0, Math.floor((soilBottom - MIN_Y) / SECTION_SIZE))
  for (let section = 0; section < solidSections; section++) {
    const bottom = MIN_Y + section * SECTION_SIZE
    column.sections[section] = bottom < DEEPSLATE_TOP ? states.deepslate : states.stone
  }
  return MIN_Y + solidSections * SECTION_SIZE
}

function fillTop(
  column: Column,
  top: { readonly x: number; readonly z: number; readonly ground: number; readonly cover: Cover },
  states: GroundStates,
): void {
  const { x, z, ground, cover } = top
  const { under, surface } = coverStates(cover, states)
  for (let y = ground - SOIL_DEPTH; y < ground; y++) column.setState(x, y, z, under)
  column.setState(x, ground, z, surface)
  for (let y = ground + 1; y <= SEA_LEVEL; y++) column.setState(x, y, z, states.water)
}

function coverStates(
  cover: Cover,
  states: GroundStates,
): { readonly under: number; readonly surface: number } {
  if (cover === 'rock') return { under: states.stone, surface: states.stone }
  if (cover === 'sand') return { under: states.sand, surface: states.sand }
  if (cover === 'bottom') return { under: states.dirt, surface: states.gravel }
  return { under: states.dirt, surface: states.grass }
}

/** One full layer of bedrock and a ragged edge above it. */
function fillBedrock(
  column: Column,
  place: { readonly x: number; readonly z: number; readonly hash: number },
  bedrock: number,
): void {
  const layers = 1 + Math.floor(place.hash * BEDROCK_LAYERS)
  for (let layer = 0; layer < layers; layer++) column.setState(place.x, MIN_Y + layer, place.z, bedrock)
}
