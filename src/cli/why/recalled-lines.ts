import type { Recalled } from '../../record/step-account.ts'
import { cleanText } from '../live-view/text-fit.ts'
import type { BeliefsThen } from './beliefs-then.ts'

/** What came to an agent's mind before it wrote an attempt, in words, and what it was looked up for. */
export function recalledLines(
  { cue, skills, episodes, facts }: Recalled,
  then: BeliefsThen,
): readonly string[] {
  const notes = [
    ...episodes.map(({ id, summary }) => (summary === null ? id : `${cleanText(summary)} (${id})`)),
    ...facts.map((id) => {
      const fact = then.find(id)
      return fact === null ? id : `${cleanText(fact.sentence)} (${id})`
    }),
  ]
  return [
    `For "${cleanText(cue)}":`,
    ...(skills.length === 0 ? [] : [`  skills ${skills.map(cleanText).join(', ')}`]),
    ...notes.map((note) => `  ${note}`),
    ...(skills.length + notes.length === 0 ? ['  nothing'] : []),
  ]
}
