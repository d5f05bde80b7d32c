import type { ItemCounts } from '../core/item-counts.ts'
import type { JournalEntry } from '../core/journal.ts'
import type { Outcome } from '../core/outcome.ts'
import type { RunEvent } from '../core/run-event.ts'
import type { EpisodeMeasures } from './episode-measures.ts'
import { failureKind } from './failure-kind.ts'
import { reachedMilestones } from './milestones.ts'

/**
 * Measures a finished run.
 *
 * @param subjects agents whose success, attempts and items count; null for all
 */
export function measureEpisode(
  entries: Iterable<JournalEntry>,
  subjects: readonly string[] | null,
): EpisodeMeasures {
  const tally = new EpisodeTally(subjects)
  for (const entry of entries) tally.fold(entry)
  return tally.measures()
}

type Event<Type extends RunEvent['type']> = Extract<RunEvent, { type: Type }>

class EpisodeTally {
  readonly #subjects: readonly string[] | null
  readonly #items: Record<string, number> = {}
  readonly #failures: Record<string, number> = {}
  readonly #steps: Record<string, number> = {}
  readonly #goalTicks = new Map<string, number | null>()
  readonly #refuted = new Set<string>()
  #end: { readonly reached: boolean; readonly reason: string; readonly tick: number } | null = null
  #tick = 0
  #reproducible = true
  #attempts = 0
  #skillsLearned = 0
  #deaths = 0
  #messages = 0
  #words = 0
  #questions = 0

  constructor(subjects: readonly string[] | null) {
    this.#subjects = subjects
  }

  fold({ agent, tick, event }: JournalEntry): void {
    this.#tick = Math.max(this.#tick, tick)
    if (event.type === 'run-ended') this.#end = { reached: event.reached, reason: event.reason, tick }
    if (event.type === 'message-sent') this.#countMessage(event)
    if (agent === null) return
    if (event.type === 'step-committed') this.#steps[agent] = (this.#steps[agent] ?? 0) + 1
    if (event.type === 'attempt-ended') this.#reproducible &&= event.outcome?.reproducible ?? true
    if (this.#subjects?.includes(agent) ?? true) this.#foldSubject(agent, tick, event)
  }

  measures(): EpisodeMeasures {
    const { reached, ticksToGoal } = this.#success()
    return {
      reached,
      reason: this.#end?.reason ?? null,
      ticks: this.#end?.tick ?? this.#tick,
      ticksToGoal,
      reproducible: this.#reproducible,
      attempts: this.#attempts,
      failedAttempts: Object.values(this.#failures).reduce((sum, count) => sum + count, 0),
      skillsLearned: this.#skillsLearned,
      refutedBeliefs: this.#refuted.size,
      deaths: this.#deaths,
      items: sorted(this.#items),
      milestones: reachedMilestones(this.#items),
      failures: sorted(this.#failures),
      steps: sorted(this.#steps),
      messages: this.#messages,
      words: this.#words,
      questions: this.#questions,
    }
  }

  #success(): Pick<EpisodeMeasures, 'reached' | 'ticksToGoal'> {
    if (this.#subjects === null) {
      const reached = this.#end?.reached ?? false
      return { reached, ticksToGoal: reached ? (this.#end?.tick ?? null) : null }
    }
    const ticks = this.#subjects.map((subject) => this.#goalTicks.get(subject) ?? null)
    const all = ticks.filter((tick) => tick !== null)
    const reached = all.length === ticks.length
    return { reached, ticksToGoal: reached ? Math.max(...all) : null }
  }

  #foldSubject(agent: string, tick: number, event: RunEvent): void {
    if (event.type === 'state-seen') this.#hold(event.inventory, tick)
    if (event.type === 'attempt-started') this.#attempts++
    if (event.type === 'attempt-ended') this.#endAttempt(event, tick)
    if (event.type === 'skill-admitted') this.#skillsLearned++
    if (event.type === 'step-committed') this.#countRefuted(agent, event)
    if (event.type === 'body-reported' && event.event.type === 'bot-died') this.#deaths++
    if (event.type === 'agent-finished') this.#goalTicks.set(agent, event.reached ? tick : null)
  }

  #endAttempt({ outcome, success }: Event<'attempt-ended'>, tick: number): void {
    if (outcome !== null) this.#holdGained(outcome, tick)
    if (success) return
    const kind = failureKind(outcome)
    this.#failures[kind] = (this.#failures[kind] ?? 0) + 1
  }

  /** What was made and used up again within the attempt shows only in its trace. */
  #holdGained(outcome: Outcome, tick: number): void {
    for (const entry of outcome.trace) {
      if (entry.type !== 'act' || !entry.result.ok) continue
      const { value } = entry.result
      const gained = typeof value === 'object' && value !== null && 'gained' in value ? value.gained : null
      if (typeof gained !== 'object' || gained === null) continue
      for (const item of Object.keys(gained)) this.#holdItem(item, entry.tick)
    }
    this.#hold(outcome.inventoryAfter, tick)
  }

  #hold(inventory: ItemCounts, tick: number): void {
    for (const item of Object.keys(inventory)) this.#holdItem(item, tick)
  }

  #holdItem(item: string, tick: number): void {
    this.#items[item] = Math.min(this.#items[item] ?? tick, tick)
  }

  #countRefuted(agent: string, { changes }: Event<'step-committed'>): void {
    for (const change of changes) {
      if (change.type !== 'belief-set') continue
      const key = `${agent}/${change.belief.id}`
      if (change.belief.status === 'refuted') this.#refuted.add(key)
      else this.#refuted.delete(key)
    }
  }

  #countMessage({ message }: Event<'message-sent'>): void {
    this.#messages++
    this.#words += message.text.split(/\s+/).filter(Boolean).length
    if (message.act === 'ask') this.#questions++
  }
}

/** By name, so that equal runs give equal results. */
function sorted(record: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
