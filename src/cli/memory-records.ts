import { assertNever } from '../core/assert-never.ts'
import { type Belief, beliefSchema } from '../core/belief.ts'
import { type Task, taskSchema } from '../core/desire.ts'
import { type Episode, episodeSchema } from '../core/episode.ts'
import type { MemoryChange } from '../core/memory-change.ts'
import { type Message, messageSchema } from '../core/message.ts'
import { type Skill, skillSchema } from '../core/skill.ts'
import { settleEdit } from '../memory/edit-belief.ts'
import type { VolatileMemory } from '../memory/volatile-memory.ts'

/** One thing that an agent remembers. */
export type MemoryRecord =
  | { readonly kind: 'facts'; readonly id: string; readonly record: Belief }
  | { readonly kind: 'episodes'; readonly id: string; readonly record: Episode }
  | { readonly kind: 'skills'; readonly id: string; readonly record: Skill }
  | { readonly kind: 'tasks'; readonly id: string; readonly record: Task }
  | { readonly kind: 'messages'; readonly id: string; readonly record: Message }

export type MemoryKind = MemoryRecord['kind']

/** The kinds of records, with their schemas, in the order in which they are listed. */
export const MEMORY_KINDS = {
  facts: beliefSchema,
  episodes: episodeSchema,
  skills: skillSchema,
  tasks: taskSchema,
  messages: messageSchema,
} as const satisfies Record<MemoryKind, unknown>

/** All that the memory holds, kind by kind, oldest first. A skill's id is `name@version`. */
export function recordsIn({ facts, episodes, skills, tasks }: VolatileMemory): readonly MemoryRecord[] {
  return [
    ...facts.all().map((record) => ({ kind: 'facts', id: record.id, record }) as const),
    ...episodes.outlines().map((record) => ({ kind: 'episodes', id: record.id, record }) as const),
    ...skills
      .all()
      .map((record) => ({ kind: 'skills', id: `${record.name}@${record.version}`, record }) as const),
    ...tasks.all().map((record) => ({ kind: 'tasks', id: record.id, record }) as const),
    ...episodes
      .messages(Number.MAX_SAFE_INTEGER)
      .map((record) => ({ kind: 'messages', id: record.id, record }) as const)
      .reverse(),
  ]
}

/** The change that takes the record away; null for a task, which is history that ids count on. */
export function forgotten({ kind, id, record }: MemoryRecord): MemoryChange | null {
  switch (kind) {
    case 'facts':
      return { type: 'belief-forgotten', id }
    case 'episodes':
      return { type: 'episode-forgotten', id }
    case 'skills':
      return { type: 'skill-forgotten', name: record.name, version: record.version }
    case 'messages':
      return { type: 'message-forgotten', id }
    case 'tasks':
      return null
    default:
      return assertNever(kind)
  }
}

/** The change that puts the edited record in place of the one before; null for what is no agent's own to change. */
export function edited(before: MemoryRecord, value: unknown, tick: number): MemoryChange | null {
  switch (before.kind) {
    case 'facts':
      return { type: 'belief-set', belief: settleEdit(before.record, beliefSchema.parse(value), tick) }
    case 'episodes':
      return { type: 'episode-set', episode: episodeSchema.parse(value) }
    case 'skills':
      return { type: 'skill-set', skill: skillSchema.parse(value) }
    case 'tasks':
      return { type: 'task-set', task: taskSchema.parse(value) }
    case 'messages':
      return null
    default:
      return assertNever(before)
  }
}
