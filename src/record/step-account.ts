import type { AgentId } from '../core/agent-id.ts'
import type { Belief } from '../core/belief.ts'
import type { Cause } from '../core/cause.ts'
import type { Task } from '../core/desire.ts'
import type { JournalEntry } from '../core/journal.ts'
import type { Json } from '../core/json.ts'
import type { Message } from '../core/message.ts'
import type { Outcome } from '../core/outcome.ts'
import { changesIn, type RunEvent } from '../core/run-event.ts'

type Event<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>

/** What was perceived when something was decided. */
export type Sight = Omit<Event<'state-seen'>, 'type'> & { readonly tick: number }

/** What was looked up in memory, and what came of it. */
export type Recalled = Omit<Event<'memories-recalled'>, 'type' | 'task' | 'episodes'> & {
  /** With the words that each is remembered by; without words where they were not in this run's journal. */
  readonly episodes: readonly { readonly id: string; readonly summary: string | null }[]
}

/** One attempt of a step: what it rests on, what was written, what it did. */
export interface AttemptAccount {
  readonly id: string
  readonly tick: number
  readonly sight: Sight | null
  /** Null in journals that were written before causes were kept. */
  readonly cause: Cause | null
  readonly skill: string
  readonly arguments: readonly Json[]
  readonly reused: boolean
  /** Of a skill that is used again: the attempt that it was first written for, if it was in this run. */
  readonly writtenFor: {
    readonly step: number
    readonly attempt: string
    readonly cause: Cause | null
  } | null
  /** What came to mind before it was written; null where nobody noted it. */
  readonly recalled: Recalled | null
  readonly outcome: Outcome | null
  readonly success: boolean
  readonly critique: string
}

/** Everything that one agent perceived, believed, wanted, planned, did and said in one step, as the journal tells it. */
export interface StepAccount {
  readonly agent: AgentId
  /** Counts the agent's commits from 1. */
  readonly step: number
  readonly startTick: number
  readonly endTick: number
  readonly task: Task | null
  readonly attempts: readonly AttemptAccount[]
  /** Why no code could be written, each time. */
  readonly blocked: readonly string[]
  readonly sent: readonly Message[]
  readonly heard: readonly Message[]
  /** Beliefs as they were when the step began, by id. */
  readonly before: ReadonlyMap<string, Belief>
  /** Versions of beliefs that the step set, in order. */
  readonly changed: readonly Belief[]
}

/** What is known about steps in a journal. */
export interface StepSearch {
  /** Null when the agent has no such step. */
  readonly account: StepAccount | null
  /** How many steps each agent has committed, in the order in which they first appear. */
  readonly steps: ReadonlyMap<AgentId, number>
}

/** Looks up one step of one agent in a run's journal. */
export function findStep(entries: Iterable<JournalEntry>, agent: AgentId, step: number): StepSearch {
  const steps = new Map<AgentId, number>()
  const collector = new StepCollector(agent)
  let account: StepAccount | null = null
  for (const entry of entries) {
    if (entry.agent === null) continue
    if (entry.event.type === 'step-committed') steps.set(entry.agent, entry.event.step)
    else steps.set(entry.agent, steps.get(entry.agent) ?? 0)
    if (entry.agent !== agent || account !== null) continue
    const ended = collector.fold(entry)
    if (ended?.step === step) account = ended
  }
  return { account, steps }
}

/** Collects one agent's events between commits. */
class StepCollector {
  readonly #agent: AgentId
  #beliefs = new Map<string, Belief>()
  readonly #summaries = new Map<string, string>()
  /** Where each skill was written first. */
  readonly #written = new Map<string, NonNullable<AttemptAccount['writtenFor']>>()
  #step = 1
  #startTick: number | null = null
  #sight: Sight | null = null
  #recalled: Recalled | null = null
  #attempts: AttemptAccount[] = []
  #blocked: string[] = []
  #sent: Message[] = []

  constructor(agent: AgentId) {
    this.#agent = agent
  }

  /** @returns the step that the entry commits; null for any other entry */
  fold({ event, tick }: JournalEntry): StepAccount | null {
    this.#startTick ??= tick
    if (event.type === 'state-seen') this.#sight = sightOf(event, tick)
    if (event.type === 'memories-recalled') this.#recalled = this.#inWords(event)
    if (event.type === 'attempt-started') this.#startAttempt(event, tick)
    if (event.type === 'attempt-ended') this.#endAttempt(event)
    if (event.type === 'author-blocked') this.#blocked.push(event.reason)
    if (event.type === 'message-sent') this.#sent.push(event.message)
    if (event.type === 'step-committed') return this.#commit(event, tick)
    if (event.type === 'memory-edited') this.#keep(event)
    return null
  }

  #startAttempt(
    { attempt: id, skill, arguments: values, reused, cause }: Event<'attempt-started'>,
    tick: number,
  ) {
    const writtenFor = this.#written.get(skill) ?? null
    if (!reused && writtenFor === null) {
      this.#written.set(skill, { step: this.#step, attempt: id, cause: cause ?? null })
    }
    this.#attempts.push({
      id,
      tick,
      sight: this.#sight,
      cause: cause ?? null,
      skill,
      arguments: values,
      reused,
      writtenFor: reused ? writtenFor : null,
      recalled: this.#recalled,
      outcome: null,
      success: false,
      critique: 'It was cut off.',
    })
    this.#recalled = null
  }

  #inWords({ type: _, task: _task, episodes, ...recalled }: Event<'memories-recalled'>): Recalled {
    return {
      ...recalled,
      episodes: episodes.map((id) => ({ id, summary: this.#summaries.get(id) ?? null })),
    }
  }

  #endAttempt({ attempt, outcome, success, critique }: Event<'attempt-ended'>): void {
    this.#attempts = this.#attempts.map((one) =>
      one.id === attempt ? { ...one, outcome, success, critique } : one,
    )
  }

  #commit(event: Event<'step-committed'>, endTick: number): StepAccount {
    const before = new Map(this.#beliefs)
    this.#keep(event)
    const { step, changes } = event
    const account: StepAccount = {
      agent: this.#agent,
      step,
      startTick: this.#startTick ?? endTick,
      endTick,
      task: changes.findLast((change) => change.type === 'task-set')?.task ?? null,
      attempts: this.#attempts,
      blocked: this.#blocked,
      sent: this.#sent,
      heard: changes.flatMap((change) =>
        change.type === 'message-noted' && change.message.from !== this.#agent ? [change.message] : [],
      ),
      before,
      changed: changes.flatMap((change) => (change.type === 'belief-set' ? [change.belief] : [])),
    }
    this.#begin(step + 1)
    return account
  }

  #begin(step: number): void {
    this.#step = step
    this.#startTick = null
    this.#attempts = []
    this.#blocked = []
    this.#sent = []
  }

  #keep(event: RunEvent): void {
    for (const change of changesIn(event) ?? []) {
      if (change.type === 'belief-set') this.#beliefs.set(change.belief.id, change.belief)
      if (change.type === 'belief-forgotten') this.#beliefs.delete(change.id)
      if (change.type === 'episode-added' || change.type === 'episode-set') {
        this.#summaries.set(change.episode.id, change.episode.summary)
      }
    }
  }
}

function sightOf({ type: _, ...seen }: Event<'state-seen'>, tick: number): Sight {
  return { ...seen, tick }
}
