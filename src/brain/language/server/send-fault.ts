import type { ServerResponse } from 'node:http'
import type { Fault } from './faults.ts'
import { beginStream, type ReplySettings, sendError, sendReply, streamedPiece } from './send-reply.ts'

/** An endless reply stops all the same after so many bytes, in case that nobody hangs up. */
const ENDLESS_BYTES = 64_000_000

/** Does what the fault says, where a proper answer would have been `text`. */
export function sendFault(
  fault: Fault,
  response: ServerResponse,
  text: string,
  settings: ReplySettings,
): void {
  ACTS[fault]({ response, text, settings })
}

interface Occasion {
  readonly response: ServerResponse
  readonly text: string
  readonly settings: ReplySettings
}

const ACTS: Readonly<Record<Fault, (occasion: Occasion) => void>> = {
  'rate-limit': ({ response }) => sendError(response, 429, 'Too many requests.', { 'retry-after': '1' }),
  'server-error': ({ response }) => sendError(response, 500, 'The server had an error.'),
  overloaded: ({ response }) => sendError(response, 503, 'The model is overloaded.', { 'retry-after': '2' }),
  denied: ({ response }) => sendError(response, 401, 'Incorrect API key provided.'),
  'time-out': () => {},
  reset: ({ response }) => response.socket?.resetAndDestroy(),
  cut: cutOff,
  garbage: ({ response }) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end('<html><body>502 Bad Gateway</body></html>')
  },
  'wrong-schema': ({ response, settings }) =>
    sendReply(
      response,
      {
        text: '{"thoughts": "I would rather talk about something else.", "task": 7, "code": []}',
        finish: 'stop',
      },
      settings,
    ),
  endless,
  refusal: say(() => "I'm sorry, but I can't help with that."),
  filtered: ({ response, text, settings }) =>
    sendReply(response, { text: text.slice(0, 20), finish: 'content_filter' }, settings),
  empty: say(() => ''),
  thinking: say(
    (text) => `<think>\nLet me see. \`{"task": null}\` would be wrong here.\n</think>\n\n${text}`,
  ),
}

/** Says it in words, also where a tool was to be called. */
function say(words: (text: string) => string) {
  return ({ response, text, settings }: Occasion): void =>
    sendReply(
      response,
      { text: words(text), finish: 'stop' },
      { ...settings, request: { ...settings.request, tools: [] } },
    )
}

/** Half of a reply, and then nothing any more. */
function cutOff({ response, text, settings }: Occasion): void {
  const half = text.slice(0, Math.ceil(text.length / 2))
  if (settings.request.stream === true) beginStream(response)
  else response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100000' })
  response.write(
    settings.request.stream === true ? streamedPiece(half, settings) : `{"choices": [{"text": "${half}`,
    () => response.socket?.destroy(),
  )
}

/** Words without end, as fast as they are read. */
function endless({ response, settings }: Occasion): void {
  const isStreamed = settings.request.stream === true
  if (isStreamed) beginStream(response)
  else response.writeHead(200, { 'content-type': 'application/json' })
  const words = 'and so on '.repeat(100)
  const piece = isStreamed ? streamedPiece(words, settings) : words
  let bytes = 0
  const write = () => {
    while (!response.destroyed && bytes < ENDLESS_BYTES) {
      bytes += piece.length
      if (!response.write(piece)) return void response.once('drain', write)
    }
    if (!response.destroyed) response.destroy()
  }
  write()
}
