import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, YAMLParseError } from 'yaml'
import * as z from 'zod'
import { errorMessage, InputError } from '../../src/core/errors.ts'
import { goalSchema } from '../../src/core/goal.ts'
import { packageRoot } from '../../src/core/package-root.ts'
import { positionSchema } from '../../src/core/position.ts'
import { professions } from '../data/profession.ts'
import { WORLD_HEIGHT } from './world-bounds.ts'

const name = z.string().min(1)
const count = z.number().int().positive()
const unit = z.number().min(0).max(1)

const blockPositionSchema = positionSchema.refine(
  (position) => Object.values(position).every(Number.isInteger),
  'A block position is made of whole numbers.',
)

export const flatGeneratorSchema = z.strictObject({
  type: z.literal('flat'),
  /** From the bottom of the world upwards; heights in blocks. */
  layers: z
    .array(z.strictObject({ block: name, height: count }))
    .refine(
      (layers) => layers.reduce((sum, layer) => sum + layer.height, 0) <= WORLD_HEIGHT - 2,
      `The layers are higher than the world, which has room for ${WORLD_HEIGHT} blocks and needs 2 for a player.`,
    )
    .default([
      { block: 'bedrock', height: 1 },
      { block: 'dirt', height: 2 },
      { block: 'grass_block', height: 1 },
    ]),
})

export const terrainGeneratorSchema = z.strictObject({
  type: z.literal('terrain'),
  /** Mean height of the ground. Water stands up to and including layer 62. */
  groundHeight: z.number().int().min(40).max(200).default(68),
  /** How far hills and valleys reach above and below the mean, in blocks. */
  hills: z.number().min(0).max(60).default(8),
  /** How much of the land groves cover: 0 for none, 1 for all of it. */
  groves: unit.default(0.5),
  /** How close trees stand in a grove: 0 for no tree, 1 for as many as fit. */
  treeDensity: unit.default(0.5),
  /** Share of trees that are birches; the others are oaks. */
  birchShare: unit.default(0.2),
  /** How much of the land is bare rock: 0 for none, 1 for most of it. */
  outcrops: unit.default(0.3),
  /** How much of the low land ponds cover: 0 for none. */
  ponds: unit.default(0.5),
  caves: z.boolean().default(true),
  biome: name.default('plains'),
})

export const continentsGeneratorSchema = z.strictObject({
  type: z.literal('continents'),
  /** More land (up to 1) or more sea (down to -1). */
  land: z.number().min(-1).max(1).default(0.1),
  /** More mountains (up to 1) or fewer (down to -1). */
  mountains: z.number().min(-1).max(1).default(0),
  /** Radius in blocks of the mild, dry land around the origin, where players appear. */
  home: z.number().min(32).max(2000).default(240),
})

/** A block that stands in the world from the start. */
export const placedBlockSchema = z.strictObject({
  block: name,
  position: blockPositionSchema,
  /** The opposite corner of a box that is filled with the block; null for a single block. */
  to: blockPositionSchema.nullable().default(null),
  /** `spawn` counts the position from the block in which players appear. */
  relativeTo: z.enum(['world', 'spawn']).default('world'),
  properties: z.record(z.string(), z.string()).default({}),
  /** What a chest holds, filled in from its first slot. */
  contents: z
    .array(z.strictObject({ item: name, count }))
    .max(27)
    .default([]),
})

/** Mobs that live in the world from the start. */
export const worldMobSchema = z.strictObject({
  name,
  count: count.default(1),
  /** Centre of the area in which they appear; null for the spawn. */
  position: positionSchema.nullable().default(null),
  /** Radius of that area in blocks. */
  radius: z.number().nonnegative().default(16),
  /** What villagers trade in. */
  profession: z.enum(professions).default('none'),
})

export const worldRulesSchema = z.strictObject({
  /** Whether the time of day goes on. */
  daylightCycle: z.boolean().default(true),
  /** Whether rain comes and goes by itself. */
  weatherCycle: z.boolean().default(true),
  /** Whether hostile mobs appear by themselves in the dark. */
  monsters: z.boolean().default(false),
  /** Whether animals live in new land and come back where they are few. */
  animals: z.boolean().default(false),
  /** How hard hostile mobs hit; in `peaceful` there are none. Hunger has a rule of its own. */
  difficulty: z.enum(['peaceful', 'easy', 'normal', 'hard']).default('peaceful'),
  /** Whether fire spreads, burns things away and goes out. */
  fireTick: z.boolean().default(true),
  /** Whether creepers break blocks. */
  mobGriefing: z.boolean().default(true),
  keepInventory: z.boolean().default(false),
  /** Whether a well-fed player heals. */
  naturalRegeneration: z.boolean().default(true),
  hunger: z.boolean().default(true),
  fallDamage: z.boolean().default(true),
  pvp: z.boolean().default(true),
  gameMode: z.enum(['survival', 'creative']).default('survival'),
})

/** A world as data: what a file in `worlds/` holds. */
export const worldDefinitionSchema = z.strictObject({
  name,
  description: z.string().default(''),
  generator: z.discriminatedUnion('type', [
    flatGeneratorSchema,
    terrainGeneratorSchema,
    continentsGeneratorSchema,
  ]),
  /** The seed when the caller names none; null to leave the choice to the caller. */
  seed: z.number().int().nullable().default(null),
  /** The block that holds a new player's feet; null to let the generator find a safe place. */
  spawn: blockPositionSchema.nullable().default(null),
  blocks: z.array(placedBlockSchema).default([]),
  mobs: z.array(worldMobSchema).default([]),
  /** Time of day at the start, in ticks: 0 sunrise, 6000 noon, 18000 midnight. */
  time: z.number().int().min(0).max(23_999).default(1000),
  rules: worldRulesSchema.prefault({}),
  /** Goals that this world poses to its players. */
  goals: z.array(goalSchema).default([]),
})

export type WorldDefinition = Readonly<z.infer<typeof worldDefinitionSchema>>
export type TerrainSettings = Readonly<z.infer<typeof terrainGeneratorSchema>>
export type ContinentsSettings = Readonly<z.infer<typeof continentsGeneratorSchema>>
export type PlacedBlock = Readonly<z.infer<typeof placedBlockSchema>>
export type WorldMob = Readonly<z.infer<typeof worldMobSchema>>
export type WorldRules = Readonly<z.infer<typeof worldRulesSchema>>

/** Names of the worlds that come with Kithcraft, sorted. */
export function listWorlds(folder: string = worldsFolder()): readonly string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'))
  return files.map((file) => file.slice(0, -'.yaml'.length)).sort()
}

/**
 * Reads a world definition.
 *
 * @param world name of a file in `worlds/` without its ending, or the path of a `.yaml` file
 * @throws InputError when there is no such world or its file does not follow the schema
 */
export function loadWorldDefinition(world: string, folder: string = worldsFolder()): WorldDefinition {
  const file = /\.ya?ml$/.test(world) ? world : join(folder, `${world}.yaml`)
  if (!existsSync(file) || (file !== world && !/^[\w-]+$/.test(world))) throw missingWorld(world, folder)
  return checkWorldDefinition(parseFile(file), file)
}

/** Checks a definition that was made in code or read from elsewhere. @param source names it in errors */
export function checkWorldDefinition(value: unknown, source: string): WorldDefinition {
  const result = worldDefinitionSchema.safeParse(value)
  if (result.success) return result.data
  const problems = result.error.issues.map(
    (issue) => `\n  ${issue.path.join('.') || '(top)'}: ${issue.message}`,
  )
  throw new InputError(
    `Cannot read the world file "${source}": it does not follow the schema.${problems.join('')}\n` +
      'Correct these keys; worlds/README.md describes them all.',
  )
}

function worldsFolder(): string {
  return join(packageRoot(), 'worlds')
}

function missingWorld(world: string, folder: string): InputError {
  return new InputError(
    `There is no world "${world}". Use one of ${listWorlds(folder).join(', ')}, or the path of a .yaml file.`,
  )
}

function parseFile(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const where = error instanceof YAMLParseError ? 'is not valid YAML' : 'cannot be read'
    throw new InputError(`Cannot read the world file "${file}": it ${where}. ${errorMessage(error)}`, {
      cause: error,
    })
  }
}
