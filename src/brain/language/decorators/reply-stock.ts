import type { ModelRequest } from '../model/language-model.ts'
import { requestKey } from '../model/request-key.ts'
import { describeCall, firstDifference } from './explain-miss.ts'
import type { RecordedCall } from './recorded-call.ts'

/** A recorded call with the line of its file. */
export interface NumberedCall {
  readonly line: number
  readonly call: RecordedCall
}

/** Recorded calls, each of which is given once, in the order in which they were recorded. */
export class ReplyStock {
  readonly #all: readonly NumberedCall[]
  readonly #left: Set<NumberedCall>
  readonly #byKey: ReadonlyMap<string, readonly NumberedCall[]>
  readonly #byGist: ReadonlyMap<string | null, readonly NumberedCall[]>
  readonly #title: string
  /** Why there was no call for the first request that had none; null where each had one. */
  firstMiss: string | null = null

  /**
   * @param title what they come from, as errors name it: `The cassette "tape.jsonl"`
   * @param unfinished those of the calls that were paid for and came to nothing, because the run was killed first
   */
  constructor(title: string, calls: readonly RecordedCall[], unfinished: readonly RecordedCall[] = []) {
    const open = new Set(unfinished)
    this.#title = title
    this.#all = calls.map((call, index) => ({ line: index + 1, call }))
    this.#left = new Set(this.#all)
    this.#byKey = Map.groupBy(this.#all, ({ call }) => call.key)
    this.#byGist = Map.groupBy(
      this.#all.filter(({ call }) => open.has(call)),
      ({ call }) => call.gist ?? null,
    )
  }

  /** The call of this very request, or an unfinished one of the same question from another moment. */
  take(request: ModelRequest): RecordedCall | null {
    const same = this.#byKey.get(requestKey(request)) ?? []
    const alike = request.gist === null ? [] : (this.#byGist.get(request.gist) ?? [])
    const found = [...same, ...alike].find((entry) => this.#left.has(entry))
    if (found === undefined) return null
    this.#left.delete(found)
    return found.call
  }

  /** Why there is no call for the request: what the closest one left says instead, and where. */
  explainMiss(request: ModelRequest): string {
    const reason = this.#reasonFor(request)
    this.firstMiss ??= reason
    return reason
  }

  #reasonFor(request: ModelRequest): string {
    const what = `${this.#title} has no reply for this "${request.role}" request of ${request.agent}`
    const key = requestKey(request)
    const used = this.#all.filter(({ call }) => call.key === key).length
    if (used > 0) return `${what}: all that were recorded for it (${used}) are used up. ${ADVICE}`
    const own = [...this.#left].filter(
      ({ call }) => call.role === request.role && call.agent === request.agent,
    )
    const closest = own
      .map(({ line, call }) => ({ line, ...firstDifference(call.messages, request.messages) }))
      .reduce<Closest | null>((best, next) => (best !== null && best.depth >= next.depth ? best : next), null)
    if (closest === null)
      return `${what}: none of that role is left. ${this.explainLeft() || 'All are used up.'} ${ADVICE}`
    return `${what}. The closest one left is line ${closest.line}, which differs ${closest.where}. ${ADVICE}`
  }

  /** What was never asked for, in a sentence; empty when all was. */
  explainLeft(): string {
    const left = [...this.#left]
    if (left.length === 0) return ''
    const named = left.slice(0, MOST_NAMED).map(({ line, call }) => `line ${line}, ${describeCall(call)}`)
    const more = left.length > MOST_NAMED ? `; and ${left.length - MOST_NAMED} more` : ''
    return `${left.length === 1 ? 'One was' : `${left.length} were`} never asked for: ${named.join('; ')}${more}.`
  }
}

type Closest = { readonly line: number } & ReturnType<typeof firstDifference>

const MOST_NAMED = 5
const ADVICE = 'The run went another way than the one that was recorded: record it again with --record.'
