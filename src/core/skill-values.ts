import * as z from 'zod'
import { positionSchema } from './position.ts'

/*
 * The values that cross the pipe between a body and skill code, as JSON. Names follow Mineflayer's, so that a facade can
 * hand them on as they are. All are snapshots.
 */

export const itemValueSchema = z.strictObject({
  /** Numeric item id of this game version. */
  type: z.number().int(),
  name: z.string(),
  displayName: z.string(),
  count: z.number().int(),
  /** Slot of the window that it lies in; -1 when it lies in none. */
  slot: z.number().int(),
  metadata: z.number().int(),
  stackSize: z.number().int(),
  maxDurability: z.number().nullable(),
  durabilityUsed: z.number().nullable(),
})

export const blockValueSchema = z.strictObject({
  /** Numeric block id of this game version. */
  type: z.number().int(),
  name: z.string(),
  displayName: z.string(),
  stateId: z.number().int(),
  metadata: z.number().int(),
  /** Null for a bare state that stands nowhere in particular. */
  position: positionSchema.nullable(),
  boundingBox: z.string(),
  diggable: z.boolean(),
  hardness: z.number().nullable(),
  material: z.string().nullable(),
  transparent: z.boolean(),
  light: z.number(),
  skyLight: z.number(),
  biome: z.string(),
  properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  /** Boxes `[x0, y0, z0, x1, y1, z1]` within the block. */
  shapes: z.array(z.array(z.number())),
  /** Item ids that harvest it, `{id: true}`; null where the agent's book holds nothing or a bare hand will do. */
  harvestTools: z.record(z.string(), z.boolean()).nullable(),
  /** Item ids that it drops, as far as the agent's book says. */
  drops: z.array(z.number().int()),
})

export const entityValueSchema = z.strictObject({
  id: z.number().int(),
  uuid: z.string().nullable(),
  /** `player`, `mob`, `animal`, `hostile`, `object`, `other`, …, as Mineflayer says. */
  type: z.string(),
  name: z.string().nullable(),
  displayName: z.string().nullable(),
  username: z.string().nullable(),
  kind: z.string().nullable(),
  position: positionSchema,
  velocity: positionSchema,
  yaw: z.number(),
  pitch: z.number(),
  height: z.number(),
  width: z.number(),
  onGround: z.boolean(),
  health: z.number().nullable(),
  isValid: z.boolean(),
  heldItem: itemValueSchema.nullable(),
  /** Hand, off hand, feet, legs, torso, head. */
  equipment: z.array(itemValueSchema.nullable()),
  /** What lies on the ground, for item entities. */
  droppedItem: itemValueSchema.nullable(),
})

export const windowValueSchema = z.strictObject({
  /** 0 is the player's own inventory. */
  id: z.number().int(),
  type: z.string(),
  title: z.string(),
  slots: z.array(itemValueSchema.nullable()),
  /** First slot of the player's own items, and the slot after the last. */
  inventoryStart: z.number().int(),
  inventoryEnd: z.number().int(),
  hotbarStart: z.number().int(),
})

export const playerValueSchema = z.strictObject({
  username: z.string(),
  uuid: z.string(),
  gamemode: z.number().int(),
  ping: z.number(),
  /** Entity id; null while out of sight. */
  entity: z.number().int().nullable(),
})

const recipeItemSchema = z.strictObject({
  id: z.number().int(),
  metadata: z.number().int().nullable(),
  count: z.number().int(),
})

export const recipeValueSchema = z.strictObject({
  result: recipeItemSchema,
  /** Rows of a shaped recipe; an id of -1 is an empty place. */
  inShape: z.array(z.array(recipeItemSchema)).nullable(),
  ingredients: z.array(recipeItemSchema).nullable(),
  /** What the inventory gains (positive) and loses (negative). */
  delta: z.array(recipeItemSchema),
  requiresTable: z.boolean(),
})

export const stateValueSchema = z.strictObject({
  username: z.string(),
  version: z.string(),
  tick: z.number().int(),
  entity: entityValueSchema,
  health: z.number(),
  food: z.number(),
  foodSaturation: z.number(),
  oxygenLevel: z.number(),
  isSleeping: z.boolean(),
  usingHeldItem: z.boolean(),
  quickBarSlot: z.number().int(),
  heldItem: itemValueSchema.nullable(),
  isRaining: z.boolean(),
  thunderState: z.number(),
  spawnPoint: positionSchema.nullable(),
  game: z.strictObject({ gameMode: z.string(), dimension: z.string(), difficulty: z.string() }),
  time: z.strictObject({
    timeOfDay: z.number().int(),
    day: z.number().int(),
    age: z.number().int(),
    isDay: z.boolean(),
  }),
  experience: z.strictObject({ level: z.number().int(), points: z.number().int(), progress: z.number() }),
})

/** A pathfinder goal as JSON: `{type: 'GoalNear', x, y, z, range}` and so on. */
export type PathGoal =
  | {
      readonly type: 'GoalBlock' | 'GoalGetToBlock'
      readonly x: number
      readonly y: number
      readonly z: number
    }
  | {
      readonly type: 'GoalNear'
      readonly x: number
      readonly y: number
      readonly z: number
      readonly range: number
    }
  | { readonly type: 'GoalXZ'; readonly x: number; readonly z: number }
  | { readonly type: 'GoalNearXZ'; readonly x: number; readonly z: number; readonly range: number }
  | { readonly type: 'GoalY'; readonly y: number }
  | { readonly type: 'GoalFollow'; readonly entity: number; readonly range: number }
  | {
      readonly type: 'GoalPlaceBlock' | 'GoalLookAtBlock' | 'GoalBreakBlock'
      readonly x: number
      readonly y: number
      readonly z: number
      readonly range: number
    }
  | { readonly type: 'GoalInvert'; readonly goal: PathGoal }
  | { readonly type: 'GoalCompositeAny' | 'GoalCompositeAll'; readonly goals: readonly PathGoal[] }

const point = { x: z.number(), y: z.number(), z: z.number() }
const range = z.number().nonnegative()

export const pathGoalSchema: z.ZodType<PathGoal> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.enum(['GoalBlock', 'GoalGetToBlock']), ...point }),
    z.strictObject({ type: z.literal('GoalNear'), ...point, range }),
    z.strictObject({ type: z.literal('GoalXZ'), x: z.number(), z: z.number() }),
    z.strictObject({ type: z.literal('GoalNearXZ'), x: z.number(), z: z.number(), range }),
    z.strictObject({ type: z.literal('GoalY'), y: z.number() }),
    z.strictObject({ type: z.literal('GoalFollow'), entity: z.number().int(), range }),
    z.strictObject({
      type: z.enum(['GoalPlaceBlock', 'GoalLookAtBlock', 'GoalBreakBlock']),
      ...point,
      range,
    }),
    z.strictObject({ type: z.literal('GoalInvert'), goal: pathGoalSchema }),
    z.strictObject({
      type: z.enum(['GoalCompositeAny', 'GoalCompositeAll']),
      goals: z.array(pathGoalSchema).min(1),
    }),
  ]),
)

export type ItemValue = Readonly<z.infer<typeof itemValueSchema>>
export type BlockValue = Readonly<z.infer<typeof blockValueSchema>>
export type EntityValue = Readonly<z.infer<typeof entityValueSchema>>
export type WindowValue = Readonly<z.infer<typeof windowValueSchema>>
export type PlayerValue = Readonly<z.infer<typeof playerValueSchema>>
export type RecipeValue = Readonly<z.infer<typeof recipeValueSchema>>
export type StateValue = Readonly<z.infer<typeof stateValueSchema>>
