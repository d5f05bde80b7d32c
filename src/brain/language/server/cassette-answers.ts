import type { RecordedCall } from '../decorators/recorded-call.ts'
import type { SaidText } from '../prompt/read-prompt.ts'
import type { Answerer } from './planner-answers.ts'

/**
 * Answers what was recorded, each reply once and in its order; the last reply to a request goes on being given. What was
 * not recorded is an error.
 */
export function createCassetteAnswers(calls: readonly RecordedCall[]): Answerer {
  const answered = calls.filter((call) => !call.failure)
  const replies = Map.groupBy(answered, ({ messages }) => keyOf(messages))
  return async (messages) => {
    const left = replies.get(keyOf(messages)) ?? []
    const reply = left.length > 1 ? left.shift() : left[0]
    if (reply === undefined) throw new Error('The cassette does not hold this request.')
    return reply.text
  }
}

function keyOf(messages: readonly SaidText[]): string {
  return JSON.stringify(messages.map(({ role, text }) => [role, text]))
}
