import * as z from 'zod'
import { itemCountsSchema } from './item-counts.ts'
import { positionSchema } from './position.ts'

const itemNameSchema = z.string().nullable()

/** Something alive or moving within sight. */
export const seenEntitySchema = z.strictObject({
  id: z.number().int(),
  kind: z.enum(['player', 'mob', 'item', 'object']),
  /** The player's name, the mob's type (`cow`) or the item's name (`oak_log`). */
  name: z.string(),
  position: positionSchema,
  /** From the agent, in blocks. */
  distance: z.number(),
  heldItem: itemNameSchema,
  /** What a player was last seen doing, and when; null for all else. `block` is what it dug. */
  activity: z
    .strictObject({
      type: z.enum(['digging', 'swinging', 'moving', 'resting']),
      block: z.string().nullable(),
      tick: z.number().int(),
    })
    .nullable()
    .default(null),
})

/** A kind of block within sight, with the place of the nearest one. */
export const seenBlockSchema = z.strictObject({
  name: z.string(),
  count: z.number().int().positive(),
  nearest: positionSchema,
  /** From the agent to the nearest one, in blocks. */
  distance: z.number(),
})

/** Counts since the bot first joined in this run. They never fall, so a task compares them with their start values. */
export const tallySchema = z.strictObject({
  killed: itemCountsSchema,
  consumed: itemCountsSchema,
  crafted: itemCountsSchema,
  mined: itemCountsSchema,
  /** Items handed to other players, who picked them up, or put into chests for them, by the player's name. */
  given: z.record(z.string(), itemCountsSchema).optional(),
  deaths: z.number().int(),
})

/** Stands for a biome whose name nobody told. */
export const UNKNOWN_BIOME = 'unknown'

/** What an agent senses at one tick. Immutable; the only way in which state of the world reaches a mind. */
export const perceptSchema = z.strictObject({
  agent: z.string(),
  /** Tick of the agent's clock at which the snapshot was taken. */
  tick: z.number().int(),
  position: positionSchema,
  dimension: z.string(),
  /** `UNKNOWN_BIOME` where the body cannot tell. */
  biome: z.string(),
  /** Ticks since dawn, 0 to 23999. */
  timeOfDay: z.number().int(),
  raining: z.boolean(),
  gameMode: z.string(),
  /** Half hearts, 0 to 20. */
  health: z.number(),
  /** Half drumsticks, 0 to 20. */
  food: z.number(),
  inventory: itemCountsSchema,
  freeSlots: z.number().int(),
  equipment: z.strictObject({
    hand: itemNameSchema,
    offHand: itemNameSchema,
    head: itemNameSchema,
    torso: itemNameSchema,
    legs: itemNameSchema,
    feet: itemNameSchema,
  }),
  blocks: z.array(seenBlockSchema),
  entities: z.array(seenEntitySchema),
  /** Names of all others who are in the game, in sight or not. */
  players: z.array(z.string()).optional(),
  tally: tallySchema,
})

export type SeenEntity = Readonly<z.infer<typeof seenEntitySchema>>
export type SeenBlock = Readonly<z.infer<typeof seenBlockSchema>>
export type Tally = Readonly<z.infer<typeof tallySchema>>
export type Percept = Readonly<z.infer<typeof perceptSchema>>
