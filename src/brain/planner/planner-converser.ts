import type { Attachment } from '../../core/attachment.ts'
import type { Author, Converser, MindView, Question, Reply } from '../../core/brain.ts'
import { type Claim, claimKey } from '../../core/claim.ts'
import { claimSentence } from '../../core/claim-sentence.ts'
import type { Task } from '../../core/desire.ts'
import type { Goal } from '../../core/goal.ts'
import { lowerFirst } from '../../core/lower-first.ts'
import type { Message } from '../../core/message.ts'
import type { Misbelief } from '../../core/partner.ts'
import { SMELTING_STATION } from '../../core/stations.ts'
import { assumptionsAbout } from './assumptions.ts'
import { goalCode } from './code/goal-code.ts'
import { type Explanation, explain, explainFuels } from './explain.ts'
import { explainFor } from './explain-for.ts'
import { inquiredWith, inquiryClaims } from './inquiry.ts'
import { inWords } from './kind.ts'
import { correctCode } from './planner-corrector.ts'
import { answerRequest, offeredItems } from './planner-giver.ts'
import { situationOf } from './situation.ts'
import { smallTalk } from './small-talk.ts'
import { suggestFor } from './suggest.ts'

/** A message holds at most this many characters. */
const LONGEST_TEXT = 2000

/**
 * Asks what it does not know, tells what it believes, and says so when it believes nothing. With a perspective on its
 * partner it says what it goes by when it asks, puts right what the partner has wrong, adds what the partner lacks too, and
 * leaves out what it knows.
 */
export class PlannerConverser implements Converser {
  readonly #author: Author

  /** @param author writes the code that others' failed code is put right with */
  constructor(author: Author) {
    this.#author = author
  }

  async ask(view: MindView, partner: string, task: Task, questions: readonly Question[]): Promise<Reply> {
    const text = `${partner}, I want to ${lowerFirst(task.text)}. ${questions.map((question) => question.text).join(' ')}`
    const about = [...new Set(questions.flatMap((question) => question.about))]
    const doing: Claim = { type: 'doing', agent: view.agent, task: task.text }
    const lacks = about.map((topic): Claim => ({ type: 'knows', agent: view.agent, topic, knows: false }))
    const isOpen = questions.every(({ about: topics, wants }) => topics.length === 0 && wants === undefined)
    const knows = isOpen ? inquiryClaims(view) : []
    const assumptions = view.perspective === null ? [] : assumptionsAbout(about, task.goal, view.knowledge)
    return {
      act: 'ask',
      text: text.slice(0, LONGEST_TEXT),
      about,
      claims: [doing, ...lacks, ...knows],
      assumptions,
    }
  }

  async answer(view: MindView, message: Message): Promise<Reply | null> {
    if (message.attachment?.type === 'item-request') return answerRequest(view, message, message.attachment)
    if (message.attachment?.type === 'failed-code') return this.#correct(view, message, message.attachment)
    const corrections = correctionsFor(view, message)
    if (corrections.length > 0 && message.act !== 'ask') return correction(corrections)
    const inquired = inquiredWith(message)
    if (inquired !== null) return suggestion(view, message, inquired)
    if (message.about.length === 0) return smallTalk(view, message)
    if (message.act !== 'ask') return null
    const explained = explanations(view, message.about)
    const offers = offeredItems(view, message.about)
    if (explained.length + corrections.length + offers.length === 0) return refusal(view, message.about)
    return {
      act: corrections.length === 0 ? 'tell' : 'correct',
      text: [
        ...corrections.map(correctionSentence),
        ...explained.map(({ text }) => text),
        ...offers.map(claimSentence),
      ]
        .join(' ')
        .slice(0, LONGEST_TEXT),
      about: message.about,
      claims: distinct([
        ...truthsOf(corrections),
        ...explained.flatMap((explanation) => explanation.claims),
        ...offers,
      ]),
      ...deniedBy(corrections),
    }
  }

  /** Puts failed code right, and says what the new code goes by. */
  async #correct(view: MindView, message: Message, failed: FailedCode): Promise<Reply> {
    const about = [...new Set([...message.about, ...thingsWanted(failed.goal)])]
    const explained = explanations(view, about)
    const fixed = await correctCode(this.#author, view, failed)
    if (fixed === null && explained.length === 0) return refusal(view, about)
    const opening = fixed === null ? [] : [`${message.from}, try it with this code.`]
    return {
      act: fixed === null ? 'tell' : 'correct',
      text: [...opening, ...explained.map(({ text }) => text)].join(' ').slice(0, LONGEST_TEXT),
      about,
      claims: distinct(explained.flatMap(({ claims }) => claims)),
      ...(fixed !== null && { attachment: fixed }),
    }
  }
}

type FailedCode = Extract<Attachment, { type: 'failed-code' }>

/** What is to be got for the goal. */
function thingsWanted(goal: Goal | null): readonly string[] {
  const kinds = goal === null ? [] : (goalCode(goal)?.kinds ?? [])
  return kinds.flatMap(({ kind }) => kind.items.slice(0, 1))
}

/** What the agent knows about the topics, and what burns where something is to be smelted. */
function explanations(view: MindView, about: readonly string[]): readonly Explanation[] {
  const { knowledge, perspective } = view
  const explained =
    perspective === null
      ? about.flatMap((topic) => explain(topic, knowledge) ?? [])
      : explainFor(perspective, about, view)
  const isSmelting =
    about.includes(SMELTING_STATION) ||
    explained.some(({ claims }) => claims.some(({ type }) => type === 'smelting'))
  const fuels = isSmelting ? explainFuels(situationOf(view)) : null
  return fuels === null ? explained : [...explained, fuels]
}

/** What else there is to make and get for who knows how to get the things. */
function suggestion(view: MindView, { from }: Message, known: readonly string[]): Reply {
  const suggested = suggestFor(view, from, known)
  if (suggested.length === 0) return { act: 'refuse', text: NOTHING_ELSE, about: [], claims: [] }
  const isSmelting = suggested.some(({ claims }) => claims.some(({ type }) => type === 'smelting'))
  const fuels = isSmelting ? explainFuels(situationOf(view)) : null
  const told = fuels === null ? suggested : [...suggested, fuels]
  return {
    act: 'tell',
    text: told
      .map(({ text }) => text)
      .join(' ')
      .slice(0, LONGEST_TEXT),
    about: [],
    claims: distinct(told.flatMap(({ claims }) => claims)),
  }
}

const NOTHING_ELSE = 'I can think of nothing else.'

/** What the message itself has wrong: what its sender had wrong before was put right then. */
function correctionsFor({ perspective }: MindView, message: Message): readonly Misbelief[] {
  const said = new Set([...message.claims, ...message.assumptions].map((claim) => JSON.stringify(claim)))
  return (perspective?.misbelieves ?? []).filter(({ believed }) => said.has(JSON.stringify(believed)))
}

function correction(corrections: readonly Misbelief[]): Reply {
  return {
    act: 'correct',
    text: corrections.map(correctionSentence).join(' ').slice(0, LONGEST_TEXT),
    about: [...new Set(corrections.map(({ truth, believed }) => subjectOf(truth ?? believed)))],
    claims: distinct(truthsOf(corrections)),
    ...deniedBy(corrections),
  }
}

function correctionSentence({ believed, truth }: Misbelief): string {
  const denied = `That is not so: "${claimSentence(believed)}"`
  return truth === null ? denied : `${denied} ${claimSentence(truth)}`
}

function truthsOf(corrections: readonly Misbelief[]): readonly Claim[] {
  return corrections.flatMap(({ truth }) => truth ?? [])
}

/** What no truth about the same subject contradicts has to be denied. */
function deniedBy(corrections: readonly Misbelief[]): Pick<Reply, 'denies'> {
  const denies = corrections
    .filter(({ believed, truth }) => truth === null || claimKey(truth) !== claimKey(believed))
    .map(({ believed }) => believed)
  return denies.length === 0 ? {} : { denies: distinct(denies) }
}

/** The name that the claim is about. */
function subjectOf(claim: Claim): string {
  if ('item' in claim) return claim.item
  if ('block' in claim) return claim.block
  if ('mob' in claim) return claim.mob
  return 'what' in claim ? claim.what : claim.agent
}

function distinct(claims: readonly Claim[]): readonly Claim[] {
  return [...new Map(claims.map((claim) => [JSON.stringify(claim), claim])).values()]
}

function refusal(view: MindView, about: readonly string[]): Reply {
  const ignored = about.filter((topic) => explain(topic, view.knowledge) === null)
  if (ignored.length === 0) return { act: 'refuse', text: NOTHING_NEW, about, claims: [] }
  return {
    act: 'refuse',
    text: `I do not know anything about ${ignored.map(inWords).join(', ')} either.`,
    about,
    claims: ignored.map((topic) => ({ type: 'knows', agent: view.agent, topic, knows: false })),
  }
}

const NOTHING_NEW = 'I know no more about that than you do.'
