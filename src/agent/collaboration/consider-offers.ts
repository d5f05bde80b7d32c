import { claimSentence } from '../../core/claim-sentence.ts'
import type { Goal } from '../../core/goal.ts'
import { matchPostcondition } from '../../core/goal-matching.ts'
import type { Message } from '../../core/message.ts'
import type { Skill } from '../../core/skill.ts'
import { assembleProgram } from '../../learn/assemble-program.ts'
import { disputedClaim } from '../../mind/disputed-claim.ts'
import { attemptRequest } from '../attempt-request.ts'
import { DraftLibrary } from '../draft-library.ts'
import type { Worker } from '../step.ts'
import type { StepDraft } from '../step-draft.ts'

/** A skill of a teammate, with those of its own that it calls, numbered as they would stand in one's library. */
export interface Offer {
  readonly from: string
  /** New ones only; the last is what was offered. */
  readonly skills: readonly Skill[]
}

/**
 * Looks at the skills that teammates sent in this step. What passes the check, promises something and goes by nothing
 * that the agent takes to be false is tried in a world of its own, with the agent's own knowledge; `takeVerifications`
 * admits what holds there. What is turned down is journalled with the reason.
 */
export function considerOffers(worker: Worker, draft: StepDraft): void {
  const { mind } = worker
  if (mind.trials === null || !mind.faculties.proceduralMemory) return
  const messages = draft.changes.flatMap((change) =>
    change.type === 'message-noted' ? [change.message] : [],
  )
  for (const message of messages) {
    const { attachment, from } = message
    if (attachment?.type !== 'skills' || !mind.teammates.includes(from)) continue
    const skills = renumbered(attachment.skills, draft)
    const offered = skills.at(-1)
    if (offered === undefined) continue
    const goal = wantedOf(offered, message)
    const reason = objection(worker, draft, { message, skills, goal })
    if (reason !== null) mind.record({ type: 'skill-declined', name: offered.name, from, reason })
    else if (goal !== null) startTrial(worker, draft, { offer: { from, skills }, goal })
  }
}

/**
 * The skills that the library does not hold yet, with versions that are free there and calls that lead to them. Empty
 * when it holds the last one.
 */
function renumbered(skills: readonly Skill[], draft: StepDraft): readonly Skill[] {
  const versions = new Map<string, number>()
  const fresh: Skill[] = []
  for (const skill of skills) {
    const known = draft.skills.find(skill.name)
    const isHeld = known?.source === skill.source
    const version = isHeld ? known.version : (known?.version ?? 0) + 1
    const calls = skill.calls.map((call) => ({ ...call, version: versions.get(call.name) ?? call.version }))
    versions.set(skill.name, version)
    if (!isHeld) fresh.push({ ...skill, version, calls, status: 'provisional', statistics: UNTRIED })
  }
  return fresh.at(-1)?.name === skills.at(-1)?.name ? fresh : []
}

const UNTRIED = { runs: 0, successes: 0, lastTick: null } as const

/** What the skill was offered for: the first thing in question that it promises. */
function wantedOf(offered: Skill, { about }: Message): Goal | null {
  const goals = about.map((item): Goal => ({ type: 'have', item, count: 1 }))
  return goals.find((goal) => matchPostcondition(offered, goal) !== null) ?? null
}

interface Examined {
  readonly message: Message
  readonly skills: readonly Skill[]
  readonly goal: Goal | null
}

function objection({ mind }: Worker, draft: StepDraft, { message, skills, goal }: Examined): string | null {
  if (goal === null) return 'It promises nothing of what was in question.'
  if (!mind.faculties.revision) return "Beliefs are not revised, so that nobody else's ways are taken over."
  const disputed = disputedClaim(message.claims, draft.view().beliefs, mind.innate)
  if (disputed !== null) return `It goes by what is not believed here: ${claimSentence(disputed)}`
  const names = [...draft.skills.usable(), ...skills].map(({ name }) => name)
  for (const { name, source, calls } of skills) {
    const [finding] = mind.check(name, source, names)
    if (finding !== undefined) return `"${name}" does not pass the check: ${finding.message}`
    const unknown = calls.find((call) => !names.includes(call.name))
    if (unknown !== undefined) return `"${name}" calls "${unknown.name}", which did not come with it.`
  }
  return null
}

function startTrial(
  { mind, verifications }: Worker,
  draft: StepDraft,
  { offer, goal }: { readonly offer: Offer; readonly goal: Goal },
): void {
  const offered = offer.skills.at(-1)
  const values = offered === undefined ? null : matchPostcondition(offered, goal)
  if (offered === undefined || values === null) return
  const library = new DraftLibrary(draft.skills)
  for (const skill of offer.skills) library.set(skill)
  const { program } = assembleProgram(offered, offered.calls, values, library)
  const attempt = attemptRequest(
    mind,
    draft,
    program,
    `trial-of-${offer.from}-${offered.name}-${offered.version}`,
  )
  verifications.start(offered, { attempt, goal }, offer)
}
