import * as z from 'zod'
import {
  type ContainsClaim,
  claimSchema,
  type DepthClaim,
  type DropClaim,
  type FuelClaim,
  type MobDropClaim,
  type PlaceClaim,
  type RecipeClaim,
  type SmeltingClaim,
  type ToolClaim,
} from './claim.ts'
import type { Position } from './position.ts'

/**
 * What an agent holds true about how the world works, ready to be looked up. It may be incomplete or false: it answers
 * from beliefs, never from the world or from game data that the agent was not given.
 */
export interface Knowledge {
  recipesFor(item: string): readonly RecipeClaim[]
  smeltingsFor(item: string): readonly SmeltingClaim[]
  /** What smelting the item is believed to give; null where nothing is believed. */
  smeltingOf(from: string): SmeltingClaim | null
  fuels(): readonly FuelClaim[]
  /** Blocks believed to give the item when harvested. */
  blocksDropping(item: string): readonly DropClaim[]
  /** What the block is believed to give; null where nothing is believed. */
  dropsOf(block: string): DropClaim | null
  /** What is believed about the tools that the block needs; null where nothing is believed. */
  toolFor(block: string): ToolClaim | null
  mobsDropping(item: string): readonly MobDropClaim[]
  /** What the mob is believed to give; null where nothing is believed. */
  dropsOfMob(mob: string): MobDropClaim | null
  /** At which heights the block is believed to occur; null where nothing is believed. */
  depthOf(block: string): DepthClaim | null
  /** All blocks of which it is believed how deep they lie, in a stable order. */
  buriedBlocks(): readonly string[]
  /** Places where the block is believed to stand. */
  placesOf(block: string): readonly PlaceClaim[]
  /** Chests and the like that are believed to hold some of the item. */
  storesOf(item: string): readonly ContainsClaim[]
  /** What the chest or the like at the position is believed to hold. */
  contentsAt(position: Position): readonly ContainsClaim[]
  /** All items that some held recipe makes, in a stable order. */
  craftableItems(): readonly string[]
}

/**
 * The recipe book and tool knowledge that goes with an attempt: the body's primitives answer from it and from nothing
 * else. `full` stands for all that the game's data holds.
 */
export const knowledgeBookSchema = z.discriminatedUnion('scope', [
  z.strictObject({ scope: z.literal('full') }),
  z.strictObject({ scope: z.literal('listed'), claims: z.array(claimSchema) }),
])

export type KnowledgeBook = Readonly<z.infer<typeof knowledgeBookSchema>>
