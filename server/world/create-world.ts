import { errorMessage, InputError } from '../../src/core/errors.ts'
import type { Position } from '../../src/core/position.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import type { PlacedChest } from './block-entity.ts'
import type { ColumnGenerator } from './column-generator.ts'
import { createContinentsGenerator } from './continents/continents-generator.ts'
import { createFlatGenerator } from './flat-generator.ts'
import { createTerrainGenerator } from './terrain/terrain-generator.ts'
import { World } from './world.ts'
import { isInsideHeight, MAX_Y, MIN_Y } from './world-bounds.ts'
import type { PlacedBlock, WorldDefinition } from './world-definition.ts'

/** Blocks that can be given contents. */
const STORES = ['chest', 'trapped_chest', 'barrel']
/** Blocks in a box at most, as many as `/fill` takes. */
const LARGEST_BOX = 32_768

/**
 * Makes the world that the definition describes, with its placed blocks and filled chests. Mobs, time and rules are
 * left to the server.
 *
 * @param seed used where the generator is random; the same seed gives the same world
 * @throws InputError when the definition names a block or item that the version does not have
 */
export function createWorld(definition: WorldDefinition, registry: GameRegistry, seed: number): World {
  const world = createBareWorld(definition, registry, seed)
  for (const [index, block] of definition.blocks.entries()) {
    try {
      place(world, block)
    } catch (error) {
      throw new InputError(`World "${definition.name}", blocks.${index}: ${errorMessage(error)}`, {
        cause: error,
      })
    }
  }
  return world
}

/** The same world without what the definition places into it: that of a saved world has been there before. */
export function createBareWorld(definition: WorldDefinition, registry: GameRegistry, seed: number): World {
  checkNames(definition, registry)
  return new World(registry, createGenerator(definition, registry, seed), definition.spawn)
}

function createGenerator(definition: WorldDefinition, registry: GameRegistry, seed: number): ColumnGenerator {
  const settings = definition.generator
  if (settings.type === 'flat') return createFlatGenerator(registry, settings.layers)
  if (settings.type === 'terrain') return createTerrainGenerator(registry, settings, seed)
  return createContinentsGenerator(registry, settings, seed)
}

function place(world: World, block: PlacedBlock): void {
  for (const position of placesOf(world, block)) placeOne(world, block, position)
}

/** All places of the world that the block takes: those of a box, or one. */
export function placesOf(world: World, block: PlacedBlock): readonly Position[] {
  const origin = block.relativeTo === 'spawn' ? world.spawn : { x: 0, y: 0, z: 0 }
  return boxOf(block).map((position) => add(origin, position))
}

function boxOf({ position, to }: PlacedBlock): readonly Position[] {
  const end = to ?? position
  const low = {
    x: Math.min(position.x, end.x),
    y: Math.min(position.y, end.y),
    z: Math.min(position.z, end.z),
  }
  const high = {
    x: Math.max(position.x, end.x),
    y: Math.max(position.y, end.y),
    z: Math.max(position.z, end.z),
  }
  const volume = (high.x - low.x + 1) * (high.y - low.y + 1) * (high.z - low.z + 1)
  if (volume > LARGEST_BOX) {
    throw new Error(`a box of ${volume} blocks is too large: split it into boxes of at most ${LARGEST_BOX}.`)
  }
  const places: Position[] = []
  for (let y = low.y; y <= high.y; y++) {
    for (let z = low.z; z <= high.z; z++) for (let x = low.x; x <= high.x; x++) places.push({ x, y, z })
  }
  return places
}

function placeOne(world: World, block: PlacedBlock, position: Position): void {
  if (!isInsideHeight(position.y)) {
    throw new Error(
      `a block at y ${position.y} is outside the world: use a height from ${MIN_Y} to ${MAX_Y}.`,
    )
  }
  world.setBlock(position, block.block, block.properties)
  if (block.contents.length === 0) return
  if (!STORES.includes(block.block)) {
    throw new Error(`"${block.block}" holds no items: give contents to one of ${STORES.join(', ')}.`)
  }
  const slots = block.contents.map((stack, slot) => ({ slot, ...stack }))
  const chest: PlacedChest = { kind: 'chest', slots }
  world.setBlockEntity(position, chest)
}

function add(a: Position, b: Position): Position {
  return { x: a.x + b.x, y: a.y + b.y, z: a.z + b.z }
}

function checkNames(definition: WorldDefinition, registry: GameRegistry): void {
  const { generator } = definition
  if (generator.type === 'terrain' && !registry.hasBiome(generator.biome)) {
    throw unknownName('biome', generator.biome, 'generator.biome', definition.name)
  }
  const layers = generator.type === 'flat' ? generator.layers : []
  for (const [index, layer] of layers.entries()) {
    demandBlock(registry, layer.block, `generator.layers.${index}.block`, definition.name)
  }
  for (const [index, block] of definition.blocks.entries()) {
    demandBlock(registry, block.block, `blocks.${index}.block`, definition.name)
    checkContents(definition, index, registry)
  }
  for (const [index, mob] of definition.mobs.entries()) {
    if (registry.findEntity(mob.name) !== null) continue
    throw unknownName('mob', mob.name, `mobs.${index}.name`, definition.name)
  }
}

function checkContents(definition: WorldDefinition, index: number, registry: GameRegistry): void {
  for (const { item, count } of definition.blocks[index]?.contents ?? []) {
    const path = `blocks.${index}.contents`
    const kind = registry.findItem(item)
    if (kind === null) throw unknownName('item', item, path, definition.name)
    if (count <= kind.stackSize) continue
    throw new InputError(
      `World "${definition.name}", ${path}: ${count} × "${item}" do not fit a slot. ` +
        `List stacks of at most ${kind.stackSize}.`,
    )
  }
}

function demandBlock(registry: GameRegistry, block: string, path: string, world: string): void {
  if (registry.findBlock(block) === null) throw unknownName('block', block, path, world)
}

function unknownName(what: string, name: string, path: string, world: string): InputError {
  return new InputError(
    `World "${world}", ${path}: this version of Minecraft has no ${what} "${name}". ` +
      'Use a Minecraft name without "minecraft:", such as oak_log.',
  )
}
