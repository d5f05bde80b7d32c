import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'

/** A request with headers and a path that `fetch` would correct: a POST where it has a body, else a GET. */
export function rawRequest(
  port: number,
  path: string,
  headers: OutgoingHttpHeaders = {},
  body: string | null = null,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  return new Promise((resolve, reject) => {
    const method = body === null ? 'GET' : 'POST'
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const answer = (body: string) =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body })
      text(response).then(answer, reject)
    })
    sent.on('error', reject)
    sent.end(body ?? undefined)
  })
}
