import * as z from 'zod'
import { beliefSchema } from '../core/belief.ts'
import { taskSchema } from '../core/desire.ts'
import { episodeSchema } from '../core/episode.ts'
import { messageSchema } from '../core/message.ts'
import { skillSchema } from '../core/skill.ts'
import type { VolatileMemory } from './volatile-memory.ts'

/** All that one agent remembers, as a file for people and other tools. Lists are oldest first. */
export const memoryDocumentSchema = z.strictObject({
  format: z.literal('kithcraft-memory-1'),
  /** Id of the run that it was exported from. */
  run: z.string(),
  agent: z.string(),
  facts: z.array(beliefSchema).default([]),
  episodes: z.array(episodeSchema).default([]),
  skills: z.array(skillSchema).default([]),
  tasks: z.array(taskSchema).default([]),
  messages: z.array(messageSchema).default([]),
})

export type MemoryDocument = Readonly<z.infer<typeof memoryDocumentSchema>>

/** Whose memory a document is of, or goes into. */
export interface MemoryOwner {
  readonly run: string
  readonly agent: string
}

/** The memory as a document: importing it into an empty memory of the same owner gives the same memory. */
export function memoryDocument({ run, agent }: MemoryOwner, memory: VolatileMemory): MemoryDocument {
  const { facts, episodes, skills, tasks } = memory
  return {
    format: 'kithcraft-memory-1',
    run,
    agent,
    facts: [...facts.all()],
    episodes: [...episodes.outlines()],
    skills: [...skills.all()],
    tasks: [...tasks.all()],
    messages: [...episodes.messages(Number.MAX_SAFE_INTEGER)].reverse(),
  }
}
