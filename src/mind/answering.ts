import type { Message } from '../core/message.ts'
import type { Answering } from '../core/partner.ts'
import type { PartnerEvidence } from './partner.ts'

/**
 * How a partner has answered so far. Each silence lowers what is expected of it and each answer raises it again; a silence
 * of long ago, when it may have been out of reach, weighs half.
 */
export function answeringOf(
  agent: string,
  exchanged: readonly Message[],
  { me, tick, patience }: PartnerEvidence,
): Answering {
  const answers = new Set(exchanged.filter(({ from }) => from === agent).map(({ replyTo }) => replyTo))
  const questions = exchanged.filter(
    ({ from, act, to }) => from === me && (act === 'ask' || act === 'propose') && to[0] === agent,
  )
  const answered = questions.filter(({ id }) => answers.has(id)).length
  const silences = questions.filter(({ id, tick: asked }) => !answers.has(id) && tick - asked >= patience)
  const weight = silences.reduce((sum, { tick: asked }) => sum + (tick - asked > LONG_AGO ? 0.5 : 1), 0)
  return {
    asked: questions.length,
    answered,
    silent: silences.length,
    expectation: (answered + 1) / (answered + 1 + weight),
  }
}

/** Five minutes, in ticks. */
const LONG_AGO = 6000
