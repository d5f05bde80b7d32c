import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http'
import * as z from 'zod'
import { errorMessage } from '../../../core/errors.ts'
import type { CountTokens } from '../model/count-tokens.ts'
import type { ReplyForm } from '../model/reply-form.ts'
import { chatRequestSchema, formIn, textsOf } from './chat-request.ts'
import { embedText } from './embed-text.ts'
import type { FaultPlan } from './faults.ts'
import type { Answerer } from './planner-answers.ts'
import { sendFault } from './send-fault.ts'
import { sendError, sendJson, sendReply } from './send-reply.ts'

export interface ModelServerOptions {
  /** Name of the model that it serves. */
  readonly model: string
  readonly answer: Answerer
  readonly faults: FaultPlan
  /** Ways of holding it to JSON that it takes; requests that ask for others are refused. */
  readonly forms: readonly ReplyForm[]
  readonly count: CountTokens
  /** Whether the headers are those of somebody who may ask. */
  readonly accepts: (headers: IncomingHttpHeaders) => boolean
  /** Is told of every chat request, for people. */
  readonly report: (line: string) => void
}

/** Larger requests are refused. */
const MOST_BYTES = 4_000_000

const embeddingSchema = z.object({ input: z.union([z.string(), z.array(z.string()).max(2048)]) })

/**
 * A language model server that speaks OpenAI's protocol: chat completions (streamed and whole), models, and embeddings by
 * words. It is no model: what it replies comes from `answer`, and what goes wrong from `faults`.
 */
export function createModelServer(options: ModelServerOptions): Server {
  let requests = 0
  return createServer((request, response) => {
    serve(request, response, options, () => ++requests).catch((error: unknown) => {
      if (response.headersSent) response.destroy()
      else sendError(response, 500, errorMessage(error))
    })
  })
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: ModelServerOptions,
  nextNumber: () => number,
): Promise<void> {
  if (!options.accepts(request.headers))
    return sendError(response, 403, 'Only programs of this machine may ask.')
  const path = (request.url ?? '').split('?')[0]?.replace(/\/+$/, '')
  if (request.method === 'GET' && path === '/v1/models') {
    const model = { id: options.model, object: 'model', created: 0, owned_by: 'kithcraft' }
    return sendJson(response, 200, { object: 'list', data: [model] })
  }
  if (request.method !== 'POST')
    return sendError(response, 404, `There is nothing at ${request.method} ${path}.`)
  const body = await readBody(request)
  if (body === null) return sendError(response, 413, `A request has at most ${MOST_BYTES} bytes.`)
  if (path === '/v1/chat/completions') return chat(body, response, options, nextNumber())
  if (path === '/v1/embeddings') return embed(body, response, options)
  return sendError(response, 404, `There is nothing at POST ${path}.`)
}

async function chat(
  body: unknown,
  response: ServerResponse,
  { answer, count, faults, forms, report }: ModelServerOptions,
  number: number,
): Promise<void> {
  const parsed = chatRequestSchema.safeParse(body)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return sendError(response, 400, `"${issue?.path.join('.')}": ${issue?.message}`)
  }
  const form = formIn(parsed.data)
  if (form !== 'text' && !forms.includes(form)) {
    report(`${number}. refused: ${form}`)
    return sendError(response, 400, `This model takes no ${FORM_FIELDS[form]}.`)
  }
  const fault = faults()
  const text = await answer(textsOf(parsed.data))
  const by = form === 'text' ? '' : `by ${form}: `
  report(`${number}. ${fault ?? 'answer'}: ${by}${text.slice(0, 80).replaceAll(/\s+/g, ' ')}`)
  const settings = { request: parsed.data, number, count }
  if (fault === null) return sendReply(response, { text, finish: 'stop' }, settings)
  sendFault(fault, response, text, settings)
}

const FORM_FIELDS = {
  schema: 'response_format of the type json_schema',
  tool: 'tools',
  json: 'response_format of the type json_object',
} as const satisfies Record<Exclude<ReplyForm, 'text'>, string>

function embed(body: unknown, response: ServerResponse, { model }: ModelServerOptions): void {
  const parsed = embeddingSchema.safeParse(body)
  if (!parsed.success) {
    sendError(response, 400, '"input" must be a text or a list of texts.')
    return
  }
  const texts = [parsed.data.input].flat()
  const data = texts.map((text, index) => ({ object: 'embedding', index, embedding: embedText(text) }))
  const words = texts.join(' ').split(/\s+/).length
  sendJson(response, 200, {
    object: 'list',
    model,
    data,
    usage: { prompt_tokens: words, total_tokens: words },
  })
}

/** The JSON of a request; undefined where it is none, null where it is too long. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > MOST_BYTES) return null
    pieces.push(piece)
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'))
  } catch {
    return undefined
  }
}
