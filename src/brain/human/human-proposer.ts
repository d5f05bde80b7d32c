import type { MindView, Proposer } from '../../core/brain.ts'
import type { TaskProposal } from '../../core/desire.ts'
import type { Episode } from '../../core/episode.ts'
import { errorMessage } from '../../core/errors.ts'
import type { Goal } from '../../core/goal.ts'
import { GOAL_FORMS, parseGoalText } from '../../core/goal-text.ts'
import type { Person } from '../../core/person.ts'

/** Lets a person say what to do next: a goal, a task in their own words, nothing to leave it to the agent, or `stop`. */
export class HumanProposer implements Proposer {
  readonly #person: Person
  readonly #instead: Proposer

  /** @param instead proposes where the person leaves it to the agent */
  constructor(person: Person, instead: Proposer) {
    this.#person = person
    this.#instead = instead
  }

  async propose(
    view: MindView,
    teamGoal: Goal | null,
    episodes: readonly Episode[] = [],
  ): Promise<TaskProposal | null> {
    let problem = ''
    for (;;) {
      const answer = (await this.#person.ask(problem + questionFor(view))).trim()
      if (answer === '') return this.#instead.propose(view, teamGoal, episodes)
      if (/^(stop|done|nothing)$/i.test(answer)) return null
      try {
        return { text: answer, goal: goalOf(answer), proposedBy: 'person' }
      } catch (error) {
        problem = `${errorMessage(error)}\n`
      }
    }
  }
}

/** Null for a task in words, which no machine can check. Throws for what begins like a goal and is none. */
function goalOf(answer: string): Goal | null {
  return Object.keys(GOAL_FORMS).includes(answer.split(' ')[0] ?? '') ? parseGoalText(answer) : null
}

function questionFor({ agent, percept, tasks }: MindView): string {
  const last = tasks.at(-1)
  const carried = Object.entries(percept.inventory).map(([item, count]) => `${count} ${item}`)
  return [
    `${agent} has ${carried.join(', ') || 'empty hands'}, health ${percept.health}, food ${percept.food}.`,
    ...(last === undefined ? [] : [`Last task: "${last.text}", ${last.status}.`]),
    `What next? A goal such as "${GOAL_FORMS.have}", a task in words, nothing to let ${agent} choose, or stop: `,
  ].join('\n')
}
