import * as z from 'zod'
import { itemCountsSchema } from '../../core/item-counts.ts'

/** Agents by their number: `{"0": …, "1": …}`. */
const byAgent = <Value extends z.ZodType>(value: Value) => z.record(z.string().regex(/^\d+$/), value)

/** A look-up or an act of mindcraft's, with its exclamation mark. */
const actions = z.array(z.string())

/**
 * A crafting task as mindcraft's MineCollab suite writes it (github.com/mindcraft-bots/mindcraft, MIT). Keys that the
 * suite's other tools use, such as `max_depth`, may be there and are not read.
 */
export const collabTaskSchema = z.looseObject({
  goal: z.union([z.string(), byAgent(z.string())]).default(''),
  agent_count: z.int().min(1).max(5),
  /** A single agent's may stand there without its number. */
  initial_inventory: z.union([byAgent(itemCountsSchema), itemCountsSchema]).default({}),
  target: z.string().min(1),
  number_of_target: z.int().positive().default(1),
  type: z.literal('techtree', {
    error: 'it must be "techtree": crafting tasks can be played, cooking and construction cannot.',
  }),
  /** Seconds of game time. */
  timeout: z.number().positive(),
  blocked_actions: z.union([byAgent(actions), actions]).default([]),
  /** What nobody carries at the start and the world must give. */
  missing_items: z.array(z.string()).default([]),
  requires_crafting_table: z.boolean().default(false),
})

/** A task file: tasks by name. */
export const collabFileSchema = z.record(z.string().min(1), collabTaskSchema)

export type CollabTask = Readonly<z.infer<typeof collabTaskSchema>>
