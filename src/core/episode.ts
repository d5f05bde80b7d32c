import * as z from 'zod'
import { circumstancesSchema } from './circumstances.ts'
import { goalSchema } from './goal.ts'
import { itemCountsSchema } from './item-counts.ts'
import { jsonSchema } from './json.ts'
import { positionSchema } from './position.ts'
import { failureCodeSchema } from './primitive-result.ts'

/** What an agent remembers of one step: the task, what it tried, how it went and what it makes of it. */
export const episodeSchema = z.strictObject({
  id: z.string(),
  tick: z.number().int(),
  task: z.string(),
  goal: goalSchema.nullable(),
  success: z.boolean(),
  /** Where it began; null where nobody noted it. */
  circumstances: circumstancesSchema.nullable().default(null),
  attempts: z.array(
    z.strictObject({
      skill: z.string(),
      source: z.string(),
      /** The outcome's status, or `rejected` when the static check found something. */
      status: z.string(),
      critique: z.string(),
      arguments: z.array(jsonSchema).default([]),
      /** Tick at which it ended; null when it did not run. */
      tick: z.number().int().nullable().default(null),
      /** Keys of the claims that the code relied on. */
      dependsOn: z.array(z.string()).default([]),
      /** Acts that did not work, in order; `name` is the item, block or mob that they were about. */
      failures: z
        .array(
          z.strictObject({
            act: z.string(),
            name: z.string(),
            code: failureCodeSchema,
            message: z.string(),
          }),
        )
        .default([]),
      /** What acts brought, one entry for each thing that was mined, hunted, smelted or crafted. */
      obtained: z
        .array(
          z.strictObject({
            act: z.string(),
            /** The block, mob or item that the acts were about. */
            name: z.string(),
            items: itemCountsSchema,
            /** Where the last one was; null where that is not known. */
            position: positionSchema.nullable(),
            /** How long it took with all that led to it, in ticks. */
            ticks: z.number().int().nonnegative(),
          }),
        )
        .default([]),
      /** How long it ran, in ticks; null when it did not run. */
      ticks: z.number().int().nonnegative().nullable().default(null),
      /** Blocks that were looked for in vain. */
      searched: z.array(z.string()).default([]),
    }),
  ),
  /** Ids of the conversations that were held for it. */
  conversations: z.array(z.string()),
  /** One or two sentences for later recall. */
  summary: z.string(),
  /** How many episodes it stands for: more than 1 where older ones about the same task were forgotten into it. */
  standsFor: z.number().int().positive().default(1),
})

export type Episode = Readonly<z.infer<typeof episodeSchema>>
