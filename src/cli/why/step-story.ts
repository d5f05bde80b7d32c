import type { Belief } from '../../core/belief.ts'
import type { Claim } from '../../core/claim.ts'
import { formatPosition } from '../../core/position.ts'
import type { Act } from '../../mind/evidence/seen.ts'
import type { AttemptAccount, Sight, StepAccount } from '../../record/step-account.ts'
import { cleanText } from '../live-view/text-fit.ts'
import { subjectsOf } from './act-subjects.ts'
import { beliefLines } from './belief-words.ts'
import { BeliefsThen } from './beliefs-then.ts'
import { changeLines } from './change-lines.ts'
import { recalledLines } from './recalled-lines.ts'
import { talkLines } from './talk-lines.ts'

/** Beliefs of one sort that are listed; of the rest the number is given. */
const MOST_BELIEFS = 6

/**
 * Why an agent did what it did in a step, in plain English: what it perceived, believed, wanted and planned, each act with
 * the beliefs that led to it, what was said, and which beliefs that changed, with the event that changed them.
 *
 * @param innate what the agent knew from the start, by the keys of the claims
 */
export function stepStory(account: StepAccount, innate: ReadonlyMap<string, Claim>): readonly string[] {
  const { agent, step, startTick, endTick, attempts, blocked } = account
  return [
    `${agent}, step ${step} (tick ${startTick} to ${endTick})`,
    ...desireLines(account),
    ...attempts.flatMap((attempt) => ['', ...attemptLines(attempt, account, innate)]),
    ...section(
      'No code could be written',
      blocked.map((reason) => cleanText(reason)),
    ),
    ...section('Talk', talkLines(account, innate)),
    ...section('Beliefs that changed', changeLines(account, innate)),
  ]
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...indented(lines)]
}

function indented(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `  ${line}`)
}

function desireLines({ task }: StepAccount): readonly string[] {
  if (task === null) return ['', 'Desire', '  None was pursued.']
  const { text, id, proposedBy, purpose, status, reason } = task
  const why = purpose === undefined ? '' : ` ${cleanText(purpose)}`
  const end = reason === null ? `${status}.` : `${status}. ${cleanText(reason)}`
  return [
    '',
    'Desire',
    `  Task ${id}, "${cleanText(text)}", wanted by ${cleanText(proposedBy)}.${why}`,
    `  It ended: ${end}`,
  ]
}

function attemptLines(
  attempt: AttemptAccount,
  account: StepAccount,
  innate: ReadonlyMap<string, Claim>,
): readonly string[] {
  const { id, tick, cause, outcome, success, critique, sight, recalled } = attempt
  const then = new BeliefsThen(account, innate, cause?.percept ?? tick)
  const acts = (outcome?.trace ?? []).filter((entry) => entry.type === 'act')
  const named = acts.flatMap((act) => beliefsBehindAct(act, then))
  const plan = (cause?.beliefs ?? []).flatMap((belief) => then.find(belief) ?? [])
  return [
    `Attempt ${id} (tick ${tick})`,
    ...(sight === null ? [] : ['  Percept', ...indented(indented(sightLines(sight)))]),
    ...(recalled === null ? [] : ['  Came to mind', ...indented(indented(recalledLines(recalled, then)))]),
    '  Beliefs behind the plan',
    ...indented(indented(planBeliefLines(attempt, plan, named))),
    '  Intention',
    `    ${intention(attempt)}`,
    '  Actions',
    ...indented(indented(acts.length === 0 ? ['None: the code did not come to act.'] : actLines(acts, then))),
    `  ${success ? 'It succeeded' : 'It failed'}: ${cleanText(critique)}`,
  ]
}

function sightLines({ tick, position, health, food, inventory, sees = [] }: Sight): readonly string[] {
  const items = Object.entries(inventory).map(([item, count]) => `${count} ${item}`)
  return [
    `At ${formatPosition(position)} (tick ${tick}), health ${health}, food ${food}, with ${items.join(', ') || 'nothing'}.`,
    ...(sees.length === 0 ? [] : [`In sight: ${listed(sees.map(cleanText))}.`]),
  ]
}

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES
  return more > 0 ? `${names.slice(0, MOST_NAMES).join(', ')} and ${more} more` : names.join(', ')
}

const MOST_NAMES = 12

/** First what was learned, then what the acts rely on, then the rest of what was known from the start. */
function planBeliefLines(
  { reused, writtenFor, cause }: AttemptAccount,
  plan: readonly Belief[],
  named: readonly Belief[],
): readonly string[] {
  if (cause === null) return ['Not recorded: the journal was written by an older version.']
  const used = new Set(named.map(({ id }) => id))
  const rank = ({ id, source }: Belief) => (source.type === 'innate' ? 1 : 0) + (used.has(id) ? 0 : 2)
  const sorted = [...plan].sort((a, b) => rank(a) - rank(b))
  const shown = sorted.slice(0, MOST_BELIEFS).flatMap(beliefLines)
  const more = sorted.length - MOST_BELIEFS
  if (more > 0) return [...shown, `and ${more} more about other ways to get what it needs`]
  if (shown.length > 0) return shown
  if (!reused) return ['None about how the world works.']
  return writtenFor === null
    ? ['The skill was there before this run began: what its author believed is not in its journal.']
    : [`Those that the skill was written on: see attempt ${writtenFor.attempt} in step ${writtenFor.step}.`]
}

function intention({ skill, arguments: values, reused, writtenFor }: AttemptAccount): string {
  const call = cleanText(`${skill}(${values.map((value) => JSON.stringify(value)).join(', ')})`)
  if (!reused) return `${call}, in code that was written for it.`
  const from = writtenFor === null ? '' : ` that it wrote in step ${writtenFor.step}`
  return `${call}, a skill of its library${from}.`
}

/** Acts that follow one another and are the same are told once. */
function actLines(acts: readonly Act[], then: BeliefsThen): readonly string[] {
  const lines: string[] = []
  let last = ''
  let repeated = 0
  const flush = () => {
    if (repeated > 0) lines.push(`  and again, ${repeated === 1 ? 'once' : `${repeated} times`}`)
    repeated = 0
  }
  for (const act of acts) {
    const words = actWords(act)
    if (words === last) repeated++
    else {
      flush()
      const because = beliefsBehindAct(act, then).slice(0, MOST_BELIEFS).flatMap(beliefLines)
      lines.push(`tick ${act.tick}: ${words}`, ...because.map((line) => `  because ${line}`))
      last = words
    }
  }
  flush()
  return lines
}

function beliefsBehindAct(act: Act, then: BeliefsThen): readonly Belief[] {
  return subjectsOf(act).flatMap((subject) => then.about(subject))
}

function actWords({ name, arguments: values, result }: Act): string {
  const call = `${name}(${values.map((value) => JSON.stringify(value)).join(', ')})`
  return cleanText(result.ok ? `${call}: ${result.message}` : `${call} failed: ${result.message}`)
}
