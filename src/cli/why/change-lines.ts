import type { Belief, Evidence } from '../../core/belief.ts'
import { type Claim, claimKey } from '../../core/claim.ts'
import { INNATE_ID } from '../../mind/beliefs-behind.ts'
import type { StepAccount } from '../../record/step-account.ts'
import { cleanText } from '../live-view/text-fit.ts'
import { beliefLines, evidenceWords } from './belief-words.ts'

/** Newly seen places that are listed; they are many and change nothing. */
const MOST_LEARNED = 12

/** What the step made of the beliefs: given up, put in doubt, taken up; each with the event that did it. */
export function changeLines(account: StepAccount, innate: ReadonlyMap<string, Claim>): readonly string[] {
  const last = [...new Map(account.changed.map((belief) => [belief.id, belief])).values()]
  const changes = last.map((belief) => ({ belief, was: before(belief, account, innate) }))
  const lost = changes.filter(({ belief, was }) => belief.status === 'refuted' && was !== 'refuted')
  const open = changes.filter(({ belief, was }) => belief.status === 'open' && was !== 'open')
  const held = changes.filter(({ belief, was }) => belief.status === 'held' && was !== 'held')
  const shown = held.toSorted((a, b) => rank(a.belief) - rank(b.belief)).slice(0, MOST_LEARNED)
  return [
    ...lost.flatMap(({ belief, was }) => givenUp(belief, was, account)),
    ...open.flatMap(({ belief }) => ['In doubt:', ...beliefLines(belief).map((line) => `  ${line}`)]),
    ...shown.flatMap(({ belief }) =>
      beliefLines(belief).map((line, index) => (index === 0 ? `Learned: ${line}` : `  ${line}`)),
    ),
    ...(held.length > shown.length ? [`and ${held.length - shown.length} more things learned`] : []),
  ]
}

type Standing = Belief['status'] | 'unknown'

/** How the belief stood when the step began; what was known from the start was held. */
function before(belief: Belief, account: StepAccount, innate: ReadonlyMap<string, Claim>): Standing {
  const known = account.before.get(belief.id)
  if (known !== undefined) return known.status
  const isInnate = belief.evidence.some(({ source }) => source.type === 'innate')
  return isInnate && belief.claim !== null && innate.has(claimKey(belief.claim)) ? 'held' : 'unknown'
}

function rank({ source, claim }: Belief): number {
  return (source.type === 'seen' ? 1 : 0) + (claim?.type === 'place' ? 1 : 0)
}

/** The refuting event: the latest evidence of the strongest kind that speaks against it, and the act that showed it. */
function givenUp(belief: Belief, was: Standing, account: StepAccount): readonly string[] {
  const from = was === 'unknown' ? 'Never believed' : 'Given up'
  const name =
    belief.claim !== null && was === 'held' && !account.before.has(belief.id)
      ? `${INNATE_ID}${claimKey(belief.claim)}`
      : belief.id
  const against = belief.evidence.filter(({ supports }) => !supports)
  const refuting = against.findLast(({ source }) => source.type === 'seen') ?? against.at(-1)
  return [
    `${from}: "${cleanText(belief.sentence)}" (${name})`,
    ...(refuting === undefined ? [] : [`  refuted by ${eventWords(refuting, account)}`]),
    ...belief.evidence.filter((one) => one !== refuting).map((one) => `  ${evidenceWords(one)}`),
  ]
}

function eventWords(evidence: Evidence, { attempts }: StepAccount): string {
  const { sentence, source, tick } = evidence
  for (const { id, outcome } of attempts) {
    const act = outcome?.trace.find((entry) => entry.type === 'act' && entry.result.message === sentence)
    if (act?.type !== 'act') continue
    const call = `${act.name}(${act.arguments.map((value) => JSON.stringify(value)).join(', ')})`
    return cleanText(`${call} at tick ${act.tick} in attempt ${id}: "${sentence}"`)
  }
  if (source.type === 'seen') return cleanText(`what was seen by tick ${tick}: "${sentence}"`)
  if (source.type === 'told')
    return cleanText(`the word of ${source.by} in ${source.message} at tick ${tick}: "${sentence}"`)
  return cleanText(`what outweighs it since tick ${tick}: "${sentence}"`)
}
