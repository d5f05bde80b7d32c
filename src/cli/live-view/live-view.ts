import type { Journal, JournalEntry } from '../../core/journal.ts'
import { realTimers } from '../../core/real-timers.ts'
import { timelineItem } from '../../web/timeline.ts'
import { eventLine } from './event-line.ts'
import { foldLiveState, initialLiveState, type LiveState } from './live-state.ts'
import { renderTable } from './render-table.ts'
import { type Paint, paintWith } from './style.ts'
import type { Terminal } from './terminal.ts'
import { TerminalScreen } from './terminal-screen.ts'

/** The most often that the table is drawn anew, in milliseconds. */
const REDRAW_MS = 150

export interface LiveView {
  /** Prints a line of the program's own among the events. */
  say(line: string): void
  /** Leaves the last table standing and stops following the journal. */
  close(): void
}

export interface LiveViewTimers {
  readonly setTimeout: (callback: () => void, milliseconds: number) => NodeJS.Timeout
  readonly clearTimeout: (timer: NodeJS.Timeout) => void
}

/**
 * Shows a run while it goes on: lines about what happens, and below them a table of who does what. Where nothing can be
 * redrawn there are only the lines.
 */
export function openLiveView(
  run: { readonly journal: Pick<Journal, 'entries' | 'onEntry'>; readonly pageUrl: string | null },
  terminal: Terminal,
  timers: LiveViewTimers = realTimers,
): LiveView {
  const view = new JournalView(run.pageUrl, terminal, timers)
  for (const entry of run.journal.entries()) view.take(entry)
  const unsubscribe = run.journal.onEntry((entry) => view.take(entry))
  return {
    say: (line) => view.say(line),
    close: () => {
      unsubscribe()
      view.close()
    },
  }
}

class JournalView {
  readonly #pageUrl: string | null
  readonly #terminal: Terminal
  readonly #timers: LiveViewTimers
  readonly #screen: TerminalScreen
  readonly #paint: Paint
  #state: LiveState = initialLiveState
  #lines: string[] = []
  #timer: NodeJS.Timeout | null = null

  constructor(pageUrl: string | null, terminal: Terminal, timers: LiveViewTimers) {
    this.#pageUrl = pageUrl
    this.#terminal = terminal
    this.#timers = timers
    this.#screen = new TerminalScreen(terminal)
    this.#paint = paintWith(terminal.colours)
  }

  take(entry: JournalEntry): void {
    const before = this.#state.page.timeline.at(-1)
    this.#state = foldLiveState(this.#state, entry)
    const added = this.#state.page.timeline.at(-1)
    // The fold leaves out lines that were just told by another bot.
    if (timelineItem(entry.event) !== null && added !== undefined && added !== before) {
      this.#lines.push(
        eventLine(added, this.#terminal.redraws ? this.#terminal.columns() - 1 : null, this.#paint),
      )
    }
    this.#schedule()
  }

  say(line: string): void {
    this.#lines.push(line)
    this.#schedule()
  }

  close(): void {
    if (this.#timer !== null) this.#timers.clearTimeout(this.#timer)
    this.#draw()
    this.#screen.release()
  }

  #schedule(): void {
    if (!this.#terminal.redraws) this.#draw()
    else this.#timer ??= this.#timers.setTimeout(() => this.#draw(), REDRAW_MS)
  }

  #draw(): void {
    this.#timer = null
    const lines = this.#lines
    this.#lines = []
    if (!this.#terminal.redraws) {
      if (lines.length > 0) this.#terminal.write(`${lines.join('\n')}\n`)
      return
    }
    const size = { width: this.#terminal.columns() - 1, height: Math.floor(this.#terminal.rows() / 2) }
    this.#screen.draw(lines, renderTable(this.#state, size, this.#pageUrl, this.#paint))
  }
}
