import type { Claim } from '../../core/claim.ts'
import { claimKey } from '../../core/claim.ts'
import { claimSentence } from '../../core/claim-sentence.ts'
import type { Task } from '../../core/desire.ts'
import { bearsOnPlans } from '../../core/know-how.ts'
import { lowerFirst } from '../../core/lower-first.ts'
import type { Message } from '../../core/message.ts'
import { indexOf } from '../../mind/claim-index.ts'
import { claimText } from '../../mind/same-claim.ts'
import { believeMessage } from '../believe.ts'
import { askAndWait } from '../communicate.ts'
import type { Worker } from '../step.ts'
import type { StepDraft } from '../step-draft.ts'
import { isGift } from './commitments.ts'

/** Others get so long to object, in ticks. */
const PATIENCE = 40
/** What one message says that a plan counts on. */
const MOST_SAID = 12
const LONGEST_TEXT = 2000

/**
 * Says what the agent is about to do and what it counts on, as far as neither the world nor a teammate has borne that out
 * and it has not said so before. A teammate who knows better then puts it right before an attempt is wasted; silence is
 * consent. Who holds the full book of the game has nothing to ask about.
 *
 * @param countsOn keys of claims, what matters most first
 * @returns whether something was learned about how the world works
 */
export async function sayPlan(
  worker: Worker,
  draft: StepDraft,
  task: Task,
  countsOn: readonly string[],
): Promise<boolean> {
  const { mind, voice } = worker
  const isSure = mind.innateIsFull || mind.teammates.length === 0
  if (isSure || isGift(task) || !mind.faculties.talk) return false
  const assumptions = unproven(worker, draft, countsOn)
  if (assumptions.length === 0) return false
  const doing: Claim = { type: 'doing', agent: mind.agent, task: task.text }
  const text = `I want to ${lowerFirst(task.text)}. As far as I know: ${assumptions.map(claimSentence).join(' ')}`
  const message = voice.compose(
    draft.view(),
    { act: 'report', text: text.slice(0, LONGEST_TEXT), about: [], claims: [doing], assumptions },
    { to: mind.teammates, reach: 'all' },
  )
  const answer = message === null ? null : await askAndWait(worker, message, PATIENCE)
  if (answer === null) return false
  draft.note(answer)
  return believeMessage(mind, draft, answer)
}

/** Of claims that differ only in the sort of wood, stone or the like, one stands for all. */
function unproven({ mind, voice }: Worker, draft: StepDraft, countsOn: readonly string[]): readonly Claim[] {
  const proven = provenKeys(draft, mind.teammates)
  const said = new Set(saidBy(mind.agent, voice.correspondence.messages()).map(familyOf))
  const believed = believedClaims(draft, mind.innate)
  const open = countsOn
    .filter((key) => !proven.has(key))
    .flatMap((key) => believed(key) ?? [])
    .filter((claim) => bearsOnPlans(claim) && !said.has(familyOf(claim)))
  const families = new Map(open.toReversed().map((claim) => [familyOf(claim), claim]))
  return [...families.values()].toReversed().slice(0, MOST_SAID)
}

/** What the world has shown, or a teammate has said. */
function provenKeys(draft: StepDraft, teammates: readonly string[]): ReadonlySet<string> {
  return new Set(
    draft
      .view()
      .beliefs.flatMap(({ status, claim, evidence }) =>
        status === 'held' &&
        claim !== null &&
        evidence.some(
          ({ supports, source }) =>
            supports && (source.type === 'seen' || (source.type === 'told' && teammates.includes(source.by))),
        )
          ? [claimKey(claim)]
          : [],
      ),
  )
}

function saidBy(agent: string, messages: readonly Message[]): readonly Claim[] {
  return messages.flatMap(({ from, assumptions }) => (from === agent ? assumptions : []))
}

/** What is held about a subject: learned, or known from the start and not given up since. */
function believedClaims(draft: StepDraft, innate: readonly Claim[]): (key: string) => Claim | null {
  const held = new Map<string, Claim>()
  const given = new Set<string>()
  for (const { status, claim } of draft.view().beliefs) {
    if (claim === null) continue
    if (status === 'held') held.set(claimKey(claim), claim)
    else given.add(claimText(claim))
  }
  const { byKey } = indexOf(innate)
  return (key) => {
    const known = byKey.get(key) ?? null
    return held.get(key) ?? (known === null || given.has(claimText(known)) ? null : known)
  }
}

/** Equal for claims that differ only in what comes before the last word of names. */
function familyOf(claim: Claim): string {
  const parts = claimText(claim).matchAll(/"(?:[a-z0-9]+_)*([^"]*"(?::\d+)?)/g)
  return [...parts]
    .map(([, part]) => part)
    .sort()
    .join()
}
