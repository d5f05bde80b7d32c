import type { Attempt } from '../core/attempt.ts'
import type { Recollection } from '../core/brain.ts'
import { circumstancesOf } from '../core/circumstances.ts'
import type { Task } from '../core/desire.ts'
import { failedActs } from '../core/failed-acts.ts'
import type { Percept } from '../core/percept.ts'
import type { Mind } from './mind.ts'

/** How many memories of each kind are brought to mind for an attempt (Voyager retrieves five skills each round). */
const RECALLED = 5

/**
 * What comes to mind before an attempt is written: for the task, where the agent is now, and what went wrong just before.
 * Of memories that the agent does without nothing comes.
 */
export async function recollect(
  { memory, faculties, record }: Pick<Mind, 'memory' | 'faculties' | 'record'>,
  percept: Percept,
  task: Task,
  attempts: readonly Attempt[],
): Promise<Recollection> {
  const text = cueText(task, attempts)
  const cue = { text, circumstances: circumstancesOf(percept), tick: percept.tick }
  const { skills, episodes, facts } = await memory.recall(cue, RECALLED)
  const recollection = {
    skills: faculties.proceduralMemory ? skills : [],
    episodes: faculties.episodicMemory ? episodes : [],
    facts: faculties.semanticMemory ? facts : [],
  }
  record({
    type: 'memories-recalled',
    task: task.id,
    round: attempts.length + 1,
    cue: text,
    skills: recollection.skills.map(({ name, version }) => `${name}@${version}`),
    episodes: recollection.episodes.map(({ id }) => id),
    facts: recollection.facts.map(({ id }) => id),
  })
  return recollection
}

/** The task, and of the last attempt what the critic said and what stood in the way, each once. */
function cueText({ text }: Task, attempts: readonly Attempt[]): string {
  const last = attempts.at(-1)
  if (last === undefined || last.verdict.success) return text
  const obstacle =
    failedActs(last).at(-1)?.message ?? last.outcome?.error?.message ?? last.findings[0]?.message ?? ''
  const parts = [last.verdict.critique, obstacle].map(shortened).filter((part) => part !== '')
  return [text, ...new Set(parts)].join(' ')
}

/** An error can be long, and what counts stands at its beginning. */
function shortened(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200)
}
