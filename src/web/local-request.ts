import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request was made for this machine, by a page of this machine. Listening on loopback is not enough: a web
 * page elsewhere can point a name of its own at 127.0.0.1 (DNS rebinding), or open a WebSocket to us.
 *
 * The port in the headers is free, so that a forwarded port works.
 */
export function isLocalRequest(headers: IncomingHttpHeaders): boolean {
  const { host, origin } = headers
  if (host === undefined || !isLocalHost(host)) return false
  return origin === undefined || origin === `http://${host}`
}

function isLocalHost(host: string): boolean {
  return /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i.test(host)
}
