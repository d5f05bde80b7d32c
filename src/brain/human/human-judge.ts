import type { Attempt, Verdict } from '../../core/attempt.ts'
import type { Judge, MindView } from '../../core/brain.ts'
import type { Task } from '../../core/desire.ts'
import type { Person } from '../../core/person.ts'

/** Lets a person judge attempts that no machine can: yes, or what is wrong. */
export class HumanJudge implements Judge {
  readonly #person: Person
  readonly #instead: Judge

  /** @param instead judges where the person leaves it to the agent */
  constructor(person: Person, instead: Judge) {
    this.#person = person
    this.#instead = instead
  }

  async judge(view: MindView, task: Task, attempt: Omit<Attempt, 'verdict'>): Promise<Verdict> {
    const answer = (await this.#person.ask(questionFor(view, task, attempt))).trim()
    if (answer === '') return this.#instead.judge(view, task, attempt)
    if (/^(y|yes)$/i.test(answer))
      return { success: true, critique: 'A person saw that it is done.', by: 'brain' }
    const critique = /^(n|no)$/i.test(answer) ? 'A person saw that it is not done.' : answer
    return { success: false, critique, by: 'brain' }
  }
}

function questionFor(
  { agent, percept }: MindView,
  task: Task,
  { outcome }: Omit<Attempt, 'verdict'>,
): string {
  const carried = Object.entries(percept.inventory).map(([item, count]) => `${count} ${item}`)
  return [
    `${agent} tried "${task.text}": the code ${outcome?.status ?? 'did not run'}.`,
    ...(outcome?.chat ?? []).map((line) => `  ${line}`),
    ...(outcome?.error ? [`  ${outcome.error.message}`] : []),
    `${agent} now has ${carried.join(', ') || 'empty hands'}.`,
    'Is it done? yes, no, what is wrong, or nothing to let the agent judge: ',
  ].join('\n')
}
