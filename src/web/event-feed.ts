import type { ServerResponse } from 'node:http'
import { changeBetween } from './page-change.ts'
import type { PageState } from './page-state.ts'

/** How long changes are collected before browsers hear of them, in milliseconds of real time. */
const collectMs = 100
/** How often a quiet connection is kept alive, in milliseconds of real time. */
const heartbeatMs = 15_000
/** Bytes that wait for a browser before it is cut off. It connects again and gets a snapshot. */
const backlogBytes = 8 * 1024 * 1024

/** Server-Sent Events: every browser gets a snapshot when it connects, then changes. Browsers reconnect by themselves. */
export class EventFeed {
  readonly #browsers = new Set<ServerResponse>()
  readonly #heartbeat = setInterval(() => this.#write(': still here\n\n'), heartbeatMs).unref()
  #sent: PageState
  #next: PageState
  #timer: NodeJS.Timeout | null = null

  constructor(state: PageState) {
    this.#sent = state
    this.#next = state
  }

  /** Takes over the response until its browser leaves. */
  connect(response: ServerResponse): void {
    this.#flush()
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write(`retry: 1000\n\n${frame('snapshot', this.#sent)}`)
    this.#browsers.add(response)
    response.on('close', () => this.#browsers.delete(response))
  }

  /** Shows a later state, after a moment. */
  show(state: PageState): void {
    this.#next = state
    this.#timer ??= setTimeout(() => this.#flush(), collectMs).unref()
  }

  close(): void {
    this.#flush()
    clearInterval(this.#heartbeat)
    for (const browser of this.#browsers) browser.end()
  }

  #flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#next === this.#sent) return
    if (this.#browsers.size > 0) this.#write(frame('change', changeBetween(this.#sent, this.#next)))
    this.#sent = this.#next
  }

  #write(text: string): void {
    for (const browser of this.#browsers) {
      if (browser.writableLength > backlogBytes) browser.destroy()
      else browser.write(text)
    }
  }
}

/** JSON holds no line breaks, so one data line carries it. */
function frame(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
