import type { Question } from '../core/brain.ts'
import { PATIENCE_WITH_PEOPLE } from '../core/channel.ts'
import type { Task } from '../core/desire.ts'
import type { Message } from '../core/message.ts'
import { isExpertiseKnown, rankPartners } from '../mind/choose-partner.ts'
import { believeMessage } from './believe.ts'
import { consider } from './consider.ts'
import type { Mind } from './mind.ts'
import { isPerson, teachersIn } from './people.ts'
import type { Worker } from './step.ts'
import type { StepDraft } from './step-draft.ts'

/** What came of asking. */
export interface Talk {
  /** Whether something about the world was learned. */
  readonly learned: boolean
  readonly conversations: readonly string[]
}

/**
 * Asks teammates what stands in the way of a task, and then people in the game who may teach, until an answer teaches
 * something or the rounds are used up. No answer within the deadline is a result like any other.
 */
export async function communicate(
  worker: Worker,
  draft: StepDraft,
  task: Task,
  questions: readonly Question[],
): Promise<Talk> {
  const { mind } = worker
  const held: Message[] = []
  const talk = (learned: boolean) => ({ learned, conversations: [...new Set(held.map(idOf))] })
  if (questions.length === 0 || !mind.faculties.talk) return talk(false)
  for (let round = 0; round < mind.limits.communicationRounds; round++) {
    const to = addressees(worker, draft, questions, held)
    if (to.length === 0) break
    const question = await pose(worker, draft, { to, task, questions })
    if (question === null) break
    held.push(question)
    const answer = await askAndWait(worker, question, patienceWith(mind, to))
    if (answer !== null && (await learnFrom(worker, draft, answer))) return talk(true)
  }
  return talk(false)
}

function idOf({ conversation }: Message): string {
  return conversation
}

function patienceWith(mind: Mind, [first = '']: readonly string[]): number {
  const { answerTicks } = mind.limits
  return isPerson(mind, first) ? Math.max(answerTicks, PATIENCE_WITH_PEOPLE) : answerTicks
}

/** Believes the answer, and what people say in further lines until they rest. Returns whether something was learned. */
async function learnFrom({ mind, attention }: Worker, draft: StepDraft, answer: Message): Promise<boolean> {
  const { from, replyTo } = answer
  const isMore = (message: Message) => message.from === from && message.replyTo === replyTo
  let learned = false
  for (let line: Message | null = answer; line !== null; ) {
    draft.note(line)
    learned = (await believeMessage(mind, draft, line)) || learned
    if (!isPerson(mind, from)) break
    line = await attention.during(() => mind.mailbox.waitFor(isMore, REST, mind.signal))
  }
  return learned
}

/** Who says nothing for so long has said all, in ticks. */
const REST = 60

/**
 * Whom to ask: teammates first, then people one after another. Who was asked alone is not asked the same again, and all together
 * only once: where that taught nothing, one of them may still know.
 */
function addressees(
  { mind }: Worker,
  draft: StepDraft,
  questions: readonly Question[],
  held: readonly Message[],
): readonly string[] {
  const { partners, percept } = draft.view()
  const asked = new Set(held.flatMap(({ to }) => (to.length === 1 ? to : [])))
  const about = questions.flatMap((question) => question.about)
  const left = (names: readonly string[]) => names.filter((name) => !asked.has(name))
  const ranked = (names: readonly string[]) =>
    mind.faculties.partnerModel ? rankPartners(names, partners, about) : names.slice(0, 1)
  const mates = ranked(left(mind.teammates))
  if (mates.length === 0) return ranked(left(teachersIn(percept, mind))).slice(0, 1)
  // All at once where nothing is known about who knows.
  return held.length > 0 || isExpertiseKnown(partners, about) ? mates.slice(0, 1) : mates
}

interface Posing {
  readonly to: readonly string[]
  readonly task: Task
  readonly questions: readonly Question[]
}

async function pose(
  { mind, voice }: Worker,
  draft: StepDraft,
  { to, task, questions }: Posing,
): Promise<Message | null> {
  const [first = ''] = to
  const view = consider(mind, draft.view(), first, null)
  const words = await mind.brain.converser.ask(view, to.length === 1 ? first : 'Everybody', task, questions)
  const conversation = to.length === 1 ? voice.conversationWith(first) : null
  return voice.compose(view, words, { to, reach: to.length === 1 ? 'name' : 'all', conversation })
}

/** The wait begins before the question is sent, so that no answer can be missed. */
export async function askAndWait(
  { mind, attention, voice }: Worker,
  question: Message,
  patience = mind.limits.answerTicks,
): Promise<Message | null> {
  const { mailbox, signal } = mind
  return attention.during(async () => {
    const answer = mailbox.waitFor((message) => message.replyTo === question.id, patience, signal)
    await voice.send(question)
    return answer
  })
}
