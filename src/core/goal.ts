import * as z from 'zod'
import { positionSchema } from './position.ts'

/** `$count` stands for the skill's parameter `count`. */
const parameterReference = z.string().regex(/^\$[A-Za-z_]\w*$/, 'A parameter reference looks like "$count".')
const count = z.union([z.number().int().positive(), parameterReference])
const position = z.union([positionSchema, parameterReference])

/** A condition on the world that a machine can check, with no judgement involved. */
export type Goal =
  /** The agent's inventory and equipment hold at least `count` of the item. */
  | { readonly type: 'have'; readonly item: string; readonly count: number | string }
  /** The block with that name stands at the position. */
  | { readonly type: 'block-at'; readonly block: string; readonly position: GoalPosition }
  /** The agent stands within `radius` blocks of the position. */
  | { readonly type: 'at'; readonly position: GoalPosition; readonly radius: number }
  /** Since the start the agent has killed that many of the mob. */
  | { readonly type: 'killed'; readonly mob: string; readonly count: number | string }
  /** Since the start the agent has eaten or drunk that many of the item. */
  | { readonly type: 'consumed'; readonly item: string; readonly count: number | string }
  /**
   * Since the start the agent has handed that many of the item to the player, who picked them up, or has put them into a
   * chest for it. `at` says where the two meet; `by` that a chest is to be used, there or near by. Neither is checked.
   */
  | {
      readonly type: 'given'
      readonly to: string
      readonly item: string
      readonly count: number | string
      readonly at?: GoalPosition | undefined
      readonly by?: 'chest' | undefined
    }
  /** The agent wears the item or holds it in a hand. */
  | { readonly type: 'equipped'; readonly item: string }
  | { readonly type: 'all-of'; readonly goals: readonly Goal[] }
  | { readonly type: 'any-of'; readonly goals: readonly Goal[] }
  /** The body of `async (bot) => { … }`, run in the sandbox under the same limits as a skill; true means that it holds. */
  | { readonly type: 'code'; readonly source: string }

type GoalPosition = string | { readonly x: number; readonly y: number; readonly z: number }

export const goalSchema: z.ZodType<Goal> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('have'), item: z.string().min(1), count }),
    z.strictObject({ type: z.literal('block-at'), block: z.string().min(1), position }),
    z.strictObject({ type: z.literal('at'), position, radius: z.number().nonnegative() }),
    z.strictObject({ type: z.literal('killed'), mob: z.string().min(1), count }),
    z.strictObject({ type: z.literal('consumed'), item: z.string().min(1), count }),
    z.strictObject({
      type: z.literal('given'),
      to: z.string().min(1),
      item: z.string().min(1),
      count,
      at: position.optional(),
      by: z.literal('chest').optional(),
    }),
    z.strictObject({ type: z.literal('equipped'), item: z.string().min(1) }),
    z.strictObject({ type: z.literal('all-of'), goals: z.array(goalSchema) }),
    z.strictObject({ type: z.literal('any-of'), goals: z.array(goalSchema) }),
    z.strictObject({ type: z.literal('code'), source: z.string().min(1) }),
  ]),
)
