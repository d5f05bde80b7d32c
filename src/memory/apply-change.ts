import { assertNever } from '../core/assert-never.ts'
import type { Belief } from '../core/belief.ts'
import type { Task } from '../core/desire.ts'
import type { Episode } from '../core/episode.ts'
import type { MemoryChange } from '../core/memory-change.ts'
import type { Message } from '../core/message.ts'
import type { Skill, SkillStatistics } from '../core/skill.ts'

/** The stores of one memory, as a change writes to them. */
export interface MemoryStores {
  readonly episodes: {
    add(episode: Episode): void
    set(episode: Episode): void
    forget(id: string): void
    note(message: Message): void
    forgetMessage(id: string): void
  }
  readonly facts: { set(belief: Belief): void; forget(id: string): void }
  readonly tasks: { set(task: Task): void }
  readonly skills: {
    set(skill: Skill): void
    setStatistics(name: string, version: number, statistics: SkillStatistics): void
    forget(name: string, version: number): void
  }
}

export function applyChange(change: MemoryChange, stores: MemoryStores): void {
  switch (change.type) {
    case 'belief-set':
      stores.facts.set(change.belief)
      break
    case 'belief-forgotten':
      stores.facts.forget(change.id)
      break
    case 'episode-added':
      stores.episodes.add(change.episode)
      break
    case 'episode-set':
      stores.episodes.set(change.episode)
      break
    case 'episode-forgotten':
      stores.episodes.forget(change.id)
      break
    case 'message-noted':
      stores.episodes.note(change.message)
      break
    case 'message-forgotten':
      stores.episodes.forgetMessage(change.id)
      break
    case 'task-set':
      stores.tasks.set(change.task)
      break
    case 'skill-set':
      stores.skills.set(change.skill)
      break
    case 'skill-statistics-set':
      stores.skills.setStatistics(change.name, change.version, change.statistics)
      break
    case 'skill-forgotten':
      stores.skills.forget(change.name, change.version)
      break
    default:
      assertNever(change)
  }
}
