import { type BlockKind, type BlockProperties, propertiesOf, stateOf } from './block-kind.ts'
import { type EnchantmentKind, enchantmentKinds } from './enchantment-kind.ts'
import type { EntityKind } from './entity-kind.ts'
import type { ItemKind } from './item-kind.ts'
import type { MinecraftVersion } from './minecraft-version.ts'
import { effectKinds, type NamedKind, namedKinds } from './named-kind.ts'
import { loadRawRegistry, type RawRegistry } from './raw-registry.ts'
import type { Recipe } from './recipe.ts'
import { blockKinds, entityKinds, itemKinds, recipesByResult } from './registry-kinds.ts'

/** An axis-aligned box inside a block: minimum x, y, z, then maximum x, y, z, each 0 to 1 (1.5 for fences). */
export type CollisionBox = readonly number[]

/**
 * Everything that a version of the game says about blocks, items, entities and recipes, by name. The only door to the
 * prismarine data libraries. Methods named after a thing throw on an unknown name, those that start with `find` give
 * null.
 */
export interface GameRegistry {
  readonly version: MinecraftVersion
  readonly protocolVersion: number
  readonly blocks: readonly BlockKind[]
  readonly items: readonly ItemKind[]
  readonly entities: readonly EntityKind[]
  readonly effects: readonly NamedKind[]
  readonly enchantments: readonly EnchantmentKind[]
  readonly particles: readonly NamedKind[]
  readonly sounds: readonly NamedKind[]
  readonly biomes: readonly string[]
  block(name: string): BlockKind
  findBlock(name: string): BlockKind | null
  /** The kind of block that the state belongs to; air for numbers that are no state. */
  blockOfState(state: number): BlockKind
  /** The state of the named block; properties that are not given are those of the default state. */
  state(name: string, properties?: BlockProperties): number
  propertiesOfState(state: number): BlockProperties
  /** Boxes that entities bump into; empty for air and plants. */
  collisionBoxes(state: number): readonly CollisionBox[]
  item(name: string): ItemKind
  findItem(name: string): ItemKind | null
  itemOfId(id: number): ItemKind | null
  /** By the lasting name. */
  enchantment(name: string): EnchantmentKind
  /** By the name that this version uses. */
  findEnchantment(versionName: string): EnchantmentKind | null
  enchantmentOfId(id: number): EnchantmentKind | null
  entity(name: string): EntityKind
  findEntity(name: string): EntityKind | null
  /** Number of the biome in the version's registry. */
  biome(name: string): number
  /** Name of the biome with that number. */
  biomeName(id: number): string
  hasBiome(name: string): boolean
  /** All crafting recipes that make the item, in a stable order. */
  recipesFor(item: string): readonly Recipe[]
  readonly recipes: readonly Recipe[]
  /** minecraft-data's example of the login packet of this version, with the dimension codec where there is one. */
  readonly loginPacket: Readonly<Record<string, unknown>>
}

/** Loads the data of a version: some 100 ms and 30 MB, so load once and hand it around. */
export function createGameRegistry(version: MinecraftVersion): GameRegistry {
  const raw = loadRawRegistry(version)
  const blocks = blockKinds(raw)
  const items = itemKinds(raw)
  const entities = entityKinds(raw)
  const recipes = recipesByResult(raw)
  const enchantments = enchantmentKinds(raw)
  const biomeNames = new Map(Object.entries(raw.biomesByName).map(([name, { id }]) => [id, name]))
  return {
    version,
    protocolVersion: raw.version.version,
    blocks,
    items,
    entities,
    effects: effectKinds(raw.effectsArray),
    enchantments,
    ...enchantmentLookup(enchantments),
    particles: namedKinds(raw.particlesArray),
    sounds: namedKinds(raw.soundsArray),
    biomes: Object.keys(raw.biomesByName),
    ...blockLookup(blocks, raw),
    ...itemLookup(items),
    ...entityLookup(entities),
    biome: (name) => demand(raw.biomesByName[name] ?? null, 'biome', name).id,
    biomeName: (id) => demand(biomeNames.get(id) ?? null, 'biome', String(id)),
    hasBiome: (name) => raw.biomesByName[name] !== undefined,
    recipesFor: (item) => recipes.get(item) ?? [],
    recipes: [...recipes.values()].flat(),
    loginPacket: raw.loginPacket,
  }
}

type BlockLookup = Pick<
  GameRegistry,
  'block' | 'findBlock' | 'blockOfState' | 'state' | 'propertiesOfState' | 'collisionBoxes'
>

function blockLookup(blocks: readonly BlockKind[], raw: RawRegistry): BlockLookup {
  const byName = new Map(blocks.map((kind) => [kind.name, kind]))
  const byState = kindsByState(blocks)
  const findBlock = (name: string) => byName.get(name) ?? null
  const block = (name: string) => demand(findBlock(name), 'block', name)
  const air = block('air')
  const properties = new Array<BlockProperties | undefined>(byState.length)
  const boxes = byState.map((kind, state) => collisionBoxes(raw, kind, state))
  const blockOfState = (state: number) => byState[state] ?? air
  return {
    block,
    findBlock,
    blockOfState,
    state: (name, properties = {}) => stateOf(block(name), properties),
    propertiesOfState: (state) => {
      const known = properties[state] ?? propertiesOf(blockOfState(state), state)
      properties[state] = known
      return known
    },
    collisionBoxes: (state) => boxes[state] ?? [],
  }
}

function kindsByState(blocks: readonly BlockKind[]): readonly BlockKind[] {
  const byState: BlockKind[] = []
  for (const kind of blocks) {
    for (let state = kind.minState; state <= kind.maxState; state++) byState[state] = kind
  }
  return byState
}

function collisionBoxes(raw: RawRegistry, kind: BlockKind, state: number): readonly CollisionBox[] {
  const shapes = raw.blockCollisionShapes.blocks[kind.name]
  const shape = typeof shapes === 'object' ? shapes[state - kind.minState] : shapes
  return shape === undefined ? [] : (raw.blockCollisionShapes.shapes[shape] ?? [])
}

function itemLookup(items: readonly ItemKind[]): Pick<GameRegistry, 'item' | 'findItem' | 'itemOfId'> {
  const byName = new Map(items.map((kind) => [kind.name, kind]))
  const byId = new Map(items.map((kind) => [kind.id, kind]))
  const findItem = (name: string) => byName.get(name) ?? null
  return {
    item: (name) => demand(findItem(name), 'item', name),
    findItem,
    itemOfId: (id) => byId.get(id) ?? null,
  }
}

function entityLookup(entities: readonly EntityKind[]): Pick<GameRegistry, 'entity' | 'findEntity'> {
  const byName = new Map(entities.map((kind) => [kind.name, kind]))
  const findEntity = (name: string) => byName.get(name) ?? null
  return { entity: (name) => demand(findEntity(name), 'entity', name), findEntity }
}

function enchantmentLookup(
  kinds: readonly EnchantmentKind[],
): Pick<GameRegistry, 'enchantment' | 'findEnchantment' | 'enchantmentOfId'> {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]))
  const byVersionName = new Map(kinds.map((kind) => [kind.versionName, kind]))
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  return {
    enchantment: (name) => demand(byName.get(name) ?? null, 'enchantment', name),
    findEnchantment: (versionName) => byVersionName.get(versionName) ?? null,
    enchantmentOfId: (id) => byId.get(id) ?? null,
  }
}

function demand<T>(found: T | null, what: string, name: string): T {
  if (found === null) {
    throw new Error(`There is no ${what} "${name}" in this version: use a Minecraft name such as oak_log.`)
  }
  return found
}
