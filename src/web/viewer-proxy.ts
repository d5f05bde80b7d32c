import { request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

/** Port of the viewer server on loopback; null while there is none, such as while the body process restarts. */
export type ViewerPort = () => number | null

/** Passes a request on to the viewer server, so that the page needs one origin only. */
export function proxyRequest(request: IncomingMessage, response: ServerResponse, port: number | null): void {
  if (port === null) {
    response.writeHead(503).end()
    return
  }
  const forwarded = httpRequest(forwardOptions(request, port), (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
    answer.on('error', () => response.destroy())
  })
  forwarded.on('error', () => (response.headersSent ? response.destroy() : response.writeHead(503).end()))
  response.on('close', () => forwarded.destroy())
  request.pipe(forwarded)
}

/** Passes a WebSocket on to the viewer server. */
export function proxyUpgrade(
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  port: number | null,
): void {
  socket.on('error', () => socket.destroy())
  if (port === null) {
    socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n')
    return
  }
  const forwarded = httpRequest(forwardOptions(request, port))
  forwarded.on('upgrade', (answer, upstream: Duplex, upstreamHead) => {
    socket.write(switchingProtocols(answer))
    socket.write(upstreamHead)
    upstream.write(head)
    joinSockets(socket, upstream)
  })
  forwarded.on('response', () => socket.end('HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\n\r\n'))
  forwarded.on('error', () => socket.destroy())
  socket.on('close', () => forwarded.destroy())
  forwarded.end()
}

function joinSockets(browser: Duplex, upstream: Duplex): void {
  browser.pipe(upstream).pipe(browser)
  upstream.on('error', () => browser.destroy())
  upstream.on('close', () => browser.destroy())
  browser.on('close', () => upstream.destroy())
}

function forwardOptions(request: IncomingMessage, port: number) {
  const { origin, ...headers } = request.headers
  const own = `127.0.0.1:${port}`
  return {
    host: '127.0.0.1',
    port,
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    headers: { ...headers, host: own, ...(origin === undefined ? {} : { origin: `http://${own}` }) },
    agent: false,
  } as const
}

function switchingProtocols(answer: IncomingMessage): string {
  const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`)
  return `HTTP/1.1 101 Switching Protocols\r\n${lines.join('\r\n')}\r\n\r\n`
}
