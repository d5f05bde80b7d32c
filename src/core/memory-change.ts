import * as z from 'zod'
import { beliefSchema } from './belief.ts'
import { taskSchema } from './desire.ts'
import { episodeSchema } from './episode.ts'
import { messageSchema } from './message.ts'
import { skillNameSchema, skillSchema, skillStatisticsSchema } from './skill.ts'

/** One change to an agent's memory. A step's changes are journalled together, then applied together. */
export const memoryChangeSchema = z.discriminatedUnion('type', [
  /** Adds the belief, or replaces the one with its id. */
  z.strictObject({ type: z.literal('belief-set'), belief: beliefSchema }),
  z.strictObject({ type: z.literal('belief-forgotten'), id: z.string() }),
  z.strictObject({ type: z.literal('episode-added'), episode: episodeSchema }),
  /** Adds the episode, or replaces the one with its id. */
  z.strictObject({ type: z.literal('episode-set'), episode: episodeSchema }),
  z.strictObject({ type: z.literal('episode-forgotten'), id: z.string() }),
  /** Adds the task, or replaces the one with its id. */
  z.strictObject({ type: z.literal('task-set'), task: taskSchema }),
  /** Adds a version of a skill, or replaces that version. */
  z.strictObject({ type: z.literal('skill-set'), skill: skillSchema }),
  z.strictObject({
    type: z.literal('skill-statistics-set'),
    name: skillNameSchema,
    version: z.number().int().positive(),
    statistics: skillStatisticsSchema,
  }),
  /** Removes that version of the skill. */
  z.strictObject({
    type: z.literal('skill-forgotten'),
    name: skillNameSchema,
    version: z.number().int().positive(),
  }),
  /** The agent sent or received the message. */
  z.strictObject({ type: z.literal('message-noted'), message: messageSchema }),
  z.strictObject({ type: z.literal('message-forgotten'), id: z.string() }),
])

export type MemoryChange = Readonly<z.infer<typeof memoryChangeSchema>>
