import type { AgentId } from '../core/agent-id.ts'
import type { DueTrial } from '../core/due-trial.ts'
import type { JournalEntry } from '../core/journal.ts'

/** The trials that were due when the journal ended, by agent, oldest first. */
export function untriedSkills(entries: Iterable<JournalEntry>): ReadonlyMap<AgentId, readonly DueTrial[]> {
  const due = new Map<AgentId, Map<string, DueTrial>>()
  for (const { agent, event } of entries) {
    if (agent === null) continue
    if (event.type === 'trial-due') {
      const { type: _, ...trial } = event
      due.set(agent, (due.get(agent) ?? new Map()).set(keyOf(event), trial))
    }
    if (event.type === 'skill-tried') due.get(agent)?.delete(keyOf(event))
  }
  return new Map([...due].map(([agent, trials]) => [agent, [...trials.values()]]))
}

function keyOf({ name, version }: { readonly name: string; readonly version: number }): string {
  return `${name}@${version}`
}
