import type { ServerResponse } from 'node:http'
import type { CountTokens } from '../model/count-tokens.ts'
import { type ChatRequest, formIn, shapesIn, textsOf } from './chat-request.ts'

/** What a reply says, and how it ends. */
export interface ReplyText {
  readonly text: string
  readonly finish: 'stop' | 'length' | 'content_filter'
}

export interface ReplySettings {
  readonly request: ChatRequest
  /** Counts requests; part of the reply's id. */
  readonly number: number
  readonly count: CountTokens
}

/** Characters of a streamed piece. */
const PIECE = 200

/** Sends a whole reply, streamed where the request asks for it. */
export function sendReply(response: ServerResponse, reply: ReplyText, settings: ReplySettings): void {
  if (settings.request.stream === true) streamReply(response, reply, settings)
  else sendJson(response, 200, wholeReply(reply, settings))
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(JSON.stringify(body))
}

/** An error in the form that OpenAI's clients know. */
export function sendError(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  sendJson(response, status, { error: { message, type: 'scripted', code: status } }, headers)
}

/** Sends the beginning of a stream and leaves it open. */
export function beginStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
}

/** A piece of text as an event of the stream. */
export function streamedPiece(text: string, { request, number }: ReplySettings, isFirst = true): string {
  const name = toolIn(request)
  const delta = name === null ? { content: text } : { tool_calls: [toolCall(name, text, number, isFirst)] }
  return event({ ...chunk(request, number), choices: [{ index: 0, delta, finish_reason: null }] })
}

/** The tool that the answer is to be given by; null for none. */
function toolIn(request: ChatRequest): string | null {
  return formIn(request) === 'tool' ? (request.tools?.[0]?.function.name ?? null) : null
}

/** A call of the tool, or a further piece of one. */
function toolCall(name: string, text: string, number: number, isFirst: boolean) {
  if (!isFirst) return { index: 0, function: { arguments: text } }
  return { index: 0, id: `call-${number}`, type: 'function', function: { name, arguments: text } }
}

function streamReply(response: ServerResponse, { text, finish }: ReplyText, settings: ReplySettings): void {
  const { request, number } = settings
  beginStream(response)
  for (let start = 0; start < text.length; start += PIECE) {
    response.write(streamedPiece(text.slice(start, start + PIECE), settings, start === 0))
  }
  const base = chunk(request, number)
  const reason = finishReason(finish, request)
  response.write(event({ ...base, choices: [{ index: 0, delta: {}, finish_reason: reason }] }))
  if (request.stream_options?.include_usage === true) {
    response.write(event({ ...base, choices: [], usage: usage(text, settings) }))
  }
  response.end('data: [DONE]\n\n')
}

function wholeReply({ text, finish }: ReplyText, settings: ReplySettings) {
  const { request, number } = settings
  const name = toolIn(request)
  const said =
    name === null ? { content: text } : { content: null, tool_calls: [toolCall(name, text, number, true)] }
  const message = { role: 'assistant', ...said }
  return {
    ...{ id: `scripted-${number}`, object: 'chat.completion', created: 0, model: request.model },
    choices: [{ index: 0, message, finish_reason: finishReason(finish, request) }],
    usage: usage(text, settings),
  }
}

function finishReason(finish: ReplyText['finish'], request: ChatRequest): string {
  return finish === 'stop' && toolIn(request) !== null ? 'tool_calls' : finish
}

function chunk({ model }: ChatRequest, number: number) {
  return { id: `scripted-${number}`, object: 'chat.completion.chunk', created: 0, model }
}

function usage(text: string, { request, count }: ReplySettings) {
  const texts = [...textsOf(request).map((message) => message.text), shapesIn(request)]
  const prompt = texts.reduce((sum, text) => sum + count(text), 0)
  const completion = count(text)
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion }
}

function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`
}
