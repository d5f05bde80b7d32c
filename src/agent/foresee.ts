import { predictIntent } from '../mind/predict-intent.ts'
import type { Worker } from './step.ts'
import type { StepDraft } from './step-draft.ts'

/**
 * Compares what teammates are seen digging with what was expected of them, and guesses anew what they go for next. What people
 * want is their own affair. Nothing is guessed without the faculty: then there are no pictures of partners.
 */
export function foresee(
  { mind, acquaintances }: Pick<Worker, 'mind' | 'acquaintances'>,
  draft: StepDraft,
): void {
  const { partners, knowledge, percept } = draft.view()
  const sees = new Set(percept.blocks.map(({ name }) => name))
  for (const partner of partners.filter(({ agent }) => mind.teammates.includes(agent))) {
    const { agent: name } = partner
    const expected = acquaintances.expected(name)
    const block = digging(draft, name, expected?.tick ?? percept.tick)
    if (expected !== null && block !== null && acquaintances.isNewAct(name, block)) {
      const hit = expected.items.includes(block)
      const [predicted, actual] = [expected.task, `Mine ${block}`]
      mind.record({ type: 'intent-scored', partner: name, predicted, actual, hit })
    }
    const intent = predictIntent(partner, { knowledge, goal: mind.goal, sees, tick: percept.tick })
    if (intent === null || intent.items.join() === expected?.items.join()) continue
    const { task, items } = intent
    mind.record({ type: 'intent-predicted', partner: name, task, items: items.slice(0, MOST_NAMED) })
    acquaintances.expect(name, intent)
  }
}

/** Items that the journal names of a guess. */
const MOST_NAMED = 12

/** The block that the partner was seen digging since the tick; null for none. */
function digging({ percept }: StepDraft, partner: string, since: number): string | null {
  const seen = percept.entities.find(({ kind, name }) => kind === 'player' && name === partner)
  const activity = seen?.activity
  return activity?.type === 'digging' && activity.tick > since ? activity.block : null
}
