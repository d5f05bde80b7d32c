import { failure, type LanguageModel, type ModelRequest } from '../model/language-model.ts'
import { requestKey } from '../model/request-key.ts'
import type { CallRecording, RecordedCall } from './recorded-call.ts'

/** The model, whose replies are written to the recording before anybody sees them. */
export function withRecording(model: LanguageModel, recording: CallRecording): LanguageModel {
  return {
    name: model.name,
    generate: async (request, signal) => {
      const result = await model.generate(request, signal)
      if (!result.ok) return result
      const { text, usage, cost } = result
      recording.write({
        version: 1,
        key: requestKey(request),
        ...request,
        model: result.model,
        text,
        usage,
        cost,
      })
      return result
    },
  }
}

/** Recorded replies, each of which is given once, in the order in which they were recorded. */
export class ReplyStock {
  readonly #byKey: ReadonlyMap<string, RecordedCall[]>
  readonly #byGist: ReadonlyMap<string | null, RecordedCall[]>

  /** @param unfinished those of the calls that were paid for and came to nothing, because the run was killed first */
  constructor(calls: readonly RecordedCall[], unfinished: readonly RecordedCall[] = []) {
    this.#byKey = Map.groupBy(calls, ({ key }) => key)
    this.#byGist = Map.groupBy(unfinished, ({ gist = null }) => gist)
  }

  /** The reply to this very request, or an unfinished one to the same question from another moment. */
  take(request: ModelRequest): RecordedCall | null {
    const same = this.#byKey.get(requestKey(request)) ?? []
    const alike = request.gist === null ? [] : (this.#byGist.get(request.gist) ?? [])
    const [call] = [...same, ...alike]
    if (call === undefined) return null
    for (const stock of [same, alike, this.#byKey.get(call.key) ?? []]) remove(call, stock)
    return call
  }

  /** What has not been asked for. */
  get left(): readonly RecordedCall[] {
    return [...this.#byKey.values()].flat()
  }
}

function remove(call: RecordedCall, stock: RecordedCall[]): void {
  const index = stock.indexOf(call)
  if (index >= 0) stock.splice(index, 1)
}

/** The model, which is asked only what no recorded reply is left for. A recorded one costs nothing again. */
export function withCallLog(model: LanguageModel, stock: ReplyStock): LanguageModel {
  return {
    name: model.name,
    generate: async (request, signal) => {
      const recorded = stock.take(request)
      return recorded === null ? model.generate(request, signal) : replayed(recorded, 'call-log')
    },
  }
}

/** A model that knows nothing but a cassette: what was not recorded fails. What stays unused is for the caller to see. */
export function cassetteModel(name: string, stock: ReplyStock): LanguageModel {
  return {
    name,
    generate: async (request) => {
      const recorded = stock.take(request)
      if (recorded !== null) return replayed(recorded, 'cassette')
      const start = request.messages.at(-1)?.text.slice(0, 80).replaceAll(/\s+/g, ' ') ?? ''
      const text = `The cassette has no reply for this "${request.role}" request of ${request.agent}: "${start}…". Record it again.`
      return failure('not-recorded', text, name)
    },
  }
}

function replayed({ text, usage, model }: RecordedCall, source: 'call-log' | 'cassette') {
  return { ok: true, text, usage, model, cost: 0, source } as const
}
