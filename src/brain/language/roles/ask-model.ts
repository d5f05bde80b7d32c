import { InfrastructureError } from '../../../core/errors.ts'
import type { ModelCall } from '../../../core/model-call.ts'
import type { ModelMessage, ModelRequest, ModelResult } from '../model/language-model.ts'
import type { JsonShape } from '../model/reply-form.ts'
import { gistKey, requestKey } from '../model/request-key.ts'
import { type AssembledPrompt, assemblePrompt, type Slots } from '../prompt/assemble-prompt.ts'
import { loadPrompt } from '../prompt/prompt-file.ts'
import type { Reading } from '../reply/read-json.ts'
import { stripReasoning } from '../reply/strip-reasoning.ts'
import type { Answered, ReadReply, RolePlay } from './role-play.ts'

export interface ModelQuestion<T> {
  readonly slots: Slots
  /** Whether the reply is to be one JSON object. */
  readonly json: boolean
  /** The object, for models that can be held to it; left out where its shape is too free for that. */
  readonly shape?: JsonShape
  readonly read: ReadReply<T>
}

/** So many replies are looked at; each that cannot be used is answered with the reason. */
const MOST_REPLIES = 3

/** An unusable reply is shown back to its author up to so many characters. */
const SHOWN_BACK = 1500

/**
 * Asks the role's model until a reply can be used. Every call is noted. A failure is a value; only the end of the run, and
 * a replayed cassette that does not fit, are thrown.
 */
export async function askModel<T>(play: RolePlay, question: ModelQuestion<T>): Promise<Answered<T>> {
  const prompt = assemblePrompt(loadPrompt(play.role), question.slots, play.promptTokens, play.count)
  let messages: readonly ModelMessage[] = prompt.messages
  let reason = ''
  let tokens = 0
  for (let reply = 1; reply <= MOST_REPLIES; reply++) {
    const gist = gistOf(play, question.slots, messages.slice(prompt.messages.length))
    const { json, shape } = question
    const request = { agent: play.agent, role: play.role, messages, json, gist, ...(shape && { shape }) }
    const asked = await askOnce(play, request, prompt, question.read)
    tokens += asked.tokens
    if (asked.reading?.ok) return { ok: true, value: asked.reading.value, tokens }
    if (asked.reading === null) return asked.failed
    reason = asked.reading.reason
    messages = [...messages, ...complaint(asked.text, reason)]
  }
  return { ok: false, kind: 'unusable', reason }
}

type AskedOnce<T> =
  | { readonly reading: Reading<T>; readonly text: string; readonly tokens: number }
  | { readonly reading: null; readonly failed: Extract<Answered<T>, { ok: false }>; readonly tokens: number }

async function askOnce<T>(
  play: RolePlay,
  request: ModelRequest,
  { parts }: AssembledPrompt,
  read: ReadReply<T>,
): Promise<AskedOnce<T>> {
  play.signal.throwIfAborted()
  const start = play.clock.now()
  const result = await play.model.generate(request, play.signal)
  const note = (used: Pick<ModelCall, 'result' | 'reason'>) => {
    const durationMs = Math.round(play.clock.now() - start)
    play.note({ call: { ...callOf(request, result), parts: [...parts], ...used }, wall: { durationMs } })
  }
  if (!result.ok) {
    note({ result: result.kind, reason: result.message })
    play.signal.throwIfAborted()
    if (result.kind === 'not-recorded') throw new InfrastructureError(result.message)
    const failed = { ok: false, kind: result.kind, reason: result.message } as const
    return { reading: null, failed, tokens: 0 }
  }
  const reading = read(stripReasoning(result.text))
  note(reading.ok ? { result: 'used', reason: '' } : { result: 'unusable', reason: reading.reason })
  const { text, usage } = result
  return { reading, text, tokens: usage.inputTokens + usage.outputTokens }
}

/** Slots that say what is asked for. All others tell of the moment: a reply is as good a little later. */
const ASKED_FOR = ['aim', 'task', 'goal', 'question', 'code', 'partner', 'questions', 'message', 'transcript']

function gistOf({ agent, role }: RolePlay, slots: Slots, said: readonly ModelMessage[]): string | null {
  const asked = ASKED_FOR.flatMap((name) =>
    slots[name]?.entries.length ? [[name, ...slots[name].entries]] : [],
  )
  if (asked.length === 0) return null
  return gistKey([agent, role, asked, said.map(({ text }) => text)])
}

function callOf(request: ModelRequest, result: ModelResult): Omit<ModelCall, 'parts' | 'result' | 'reason'> {
  const { model, usage, cost } = result
  return {
    role: request.role,
    model,
    request: requestKey(request),
    ...usage,
    cost,
    source: result.ok ? result.source : 'model',
  }
}

function complaint(text: string, reason: string): readonly ModelMessage[] {
  const shown = stripReasoning(text)
  return [
    { role: 'assistant', text: shown === '' ? '(nothing)' : shown.slice(0, SHOWN_BACK) },
    {
      role: 'user',
      text: `That reply cannot be used: ${reason}\nReply again, in the form asked for and nothing else.`,
    },
  ]
}
