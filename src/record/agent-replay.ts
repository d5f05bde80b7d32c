import type { AgentId } from '../core/agent-id.ts'
import type { Belief } from '../core/belief.ts'
import type { Episode } from '../core/episode.ts'
import type { Goal } from '../core/goal.ts'
import type { ItemCounts } from '../core/item-counts.ts'
import type { Json } from '../core/json.ts'
import type { MemoryChange } from '../core/memory-change.ts'
import type { Message } from '../core/message.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Position } from '../core/position.ts'
import { changesIn, type RunEvent } from '../core/run-event.ts'
import type { Skill } from '../core/skill.ts'
import { ModelUsage } from './model-usage.ts'
import { TalkAccount } from './talk-account.ts'

/** A task that an agent took up. */
export interface TaskRecord {
  readonly id: string
  readonly text: string
  readonly goal: Goal | null
  readonly startTick: number
  /** Null while it is open. */
  readonly endTick: number | null
  readonly status: 'open' | 'done' | 'set-aside' | 'given-up'
  readonly reason: string | null
}

/** An attempt at a task. */
export interface AttemptRecord {
  readonly id: string
  readonly task: string
  readonly skill: string
  readonly source: string
  readonly arguments: readonly Json[]
  readonly reused: boolean
  readonly startTick: number
  /** Null while it runs, and for ever when the run was cut off. */
  readonly endTick: number | null
  readonly success: boolean
  /** Null until it ends, and when the static check rejected it. */
  readonly outcome: Outcome | null
  readonly critique: string
}

/** What a spectator last saw of an agent. */
export interface AgentState {
  readonly tick: number
  readonly health: number
  readonly food: number
  readonly position: Position
  readonly inventory: ItemCounts
}

/** How a skill's trial from another start went; `due` when it has not been tried yet. */
export type TrialState = 'due' | 'held' | 'failed'

/** One agent's part of a run. Everything is in the order in which it happened. */
export class AgentReplay {
  readonly name: AgentId
  readonly tasks = new Map<string, TaskRecord>()
  readonly attempts = new Map<string, AttemptRecord>()
  readonly beliefs = new Map<string, Belief>()
  readonly episodes = new Map<string, Episode>()
  /** All versions, by `name@version`. */
  readonly skills = new Map<string, Skill>()
  /** Keys of the skills that were admitted in this run, as opposed to those that it started with. */
  readonly admitted = new Set<string>()
  /** How the trials of its skills went, by `name@version`. */
  readonly trials = new Map<string, TrialState>()
  readonly sent: Message[] = []
  readonly received: Message[] = []
  /** Why code could not be written, each time. */
  readonly blocked: string[] = []
  /** What it asked of language models. */
  readonly models = new ModelUsage()
  /** What its talk cost. */
  readonly talk = new TalkAccount()
  state: AgentState | null = null
  deaths = 0
  /** Number of the last commit; a resumed run counts on from it. */
  step = 0
  end: { readonly reached: boolean; readonly reason: string } | null = null

  constructor(name: AgentId) {
    this.name = name
  }

  receive(message: Message): void {
    if (!this.received.some(({ id }) => id === message.id)) this.received.push(message)
  }

  fold(event: RunEvent, tick: number): void {
    if (event.type === 'task-taken') this.#startTask(event, tick)
    if (event.type === 'task-ended') this.#endTask(event, tick)
    if (event.type === 'attempt-started') this.#startAttempt(event, tick)
    if (event.type === 'attempt-ended') this.#endAttempt(event, tick)
    if (event.type === 'step-committed') this.step = event.step
    for (const change of changesIn(event) ?? []) this.#change(change)
    if (event.type === 'state-seen') this.#see(event, tick)
    if (event.type === 'message-sent') this.sent.push(event.message)
    this.talk.fold(event)
    if (event.type === 'model-called') this.models.call(event)
    if (event.type === 'author-blocked') this.blocked.push(event.reason)
    if (event.type === 'skill-admitted') this.admitted.add(`${event.name}@${event.version}`)
    if (event.type === 'trial-due') this.trials.set(`${event.name}@${event.version}`, 'due')
    if (event.type === 'skill-tried')
      this.trials.set(`${event.name}@${event.version}`, event.held ? 'held' : 'failed')
    if (event.type === 'body-reported' && event.event.type === 'bot-died') this.deaths++
    if (event.type === 'agent-finished') this.end = { reached: event.reached, reason: event.reason }
  }

  #see(event: Extract<RunEvent, { type: 'state-seen' }>, tick: number): void {
    const { health, food, position, inventory } = event
    this.state = { tick, health, food, position, inventory }
  }

  #startTask({ task, text, goal }: Extract<RunEvent, { type: 'task-taken' }>, tick: number): void {
    const open = { endTick: null, status: 'open', reason: null } as const
    this.tasks.set(task, { id: task, text, goal, startTick: tick, ...open })
  }

  #endTask({ task, status, reason }: Extract<RunEvent, { type: 'task-ended' }>, tick: number): void {
    const started = this.tasks.get(task)
    const written = [...this.attempts.values()].filter((attempt) => attempt.task === task && !attempt.reused)
    this.models.endTask(task, status === 'done', written.length)
    if (started !== undefined) this.tasks.set(task, { ...started, endTick: tick, status, reason })
  }

  #startAttempt(event: Extract<RunEvent, { type: 'attempt-started' }>, tick: number): void {
    const { attempt, task, skill, source, arguments: values, reused } = event
    const open = { startTick: tick, endTick: null, success: false, outcome: null, critique: '' }
    this.attempts.set(attempt, { id: attempt, task, skill, source, arguments: values, reused, ...open })
  }

  #endAttempt(event: Extract<RunEvent, { type: 'attempt-ended' }>, tick: number): void {
    const started = this.attempts.get(event.attempt)
    if (started === undefined) return
    const { success, outcome, critique } = event
    this.attempts.set(event.attempt, { ...started, endTick: tick, success, outcome, critique })
  }

  #change(change: MemoryChange): void {
    if (change.type === 'belief-set') this.beliefs.set(change.belief.id, change.belief)
    if (change.type === 'belief-forgotten') this.beliefs.delete(change.id)
    if (change.type === 'episode-forgotten') this.episodes.delete(change.id)
    if (change.type === 'skill-forgotten') this.skills.delete(`${change.name}@${change.version}`)
    if (change.type === 'episode-added' || change.type === 'episode-set')
      this.episodes.set(change.episode.id, change.episode)
    if (change.type === 'skill-set') {
      this.skills.set(`${change.skill.name}@${change.skill.version}`, change.skill)
    }
    if (change.type === 'skill-statistics-set') {
      const key = `${change.name}@${change.version}`
      const skill = this.skills.get(key)
      if (skill !== undefined) this.skills.set(key, { ...skill, statistics: change.statistics })
    }
  }
}
