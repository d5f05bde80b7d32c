import { realTimers } from '../core/real-timers.ts'
import type { EpisodeEnd } from './compose/episode-pool.ts'
import { gameTime } from './live-view/event-line.ts'
import type { Terminal } from './live-view/terminal.ts'
import { TerminalScreen } from './live-view/terminal-screen.ts'
import { shorten } from './live-view/text-fit.ts'

const BAR = 24

/** Shows how far a study is: a bar on a terminal, a line per episode elsewhere. */
export class StudyProgress {
  readonly #terminal: Terminal
  readonly #screen: TerminalScreen
  readonly #total: number
  readonly #kept: number
  readonly #running = new Set<string>()
  readonly #start = realTimers.now()
  #done: number

  /** @param kept how many episodes were done already */
  constructor(terminal: Terminal, total: number, kept: number) {
    this.#terminal = terminal
    this.#screen = new TerminalScreen(terminal)
    this.#total = total
    this.#kept = kept
    this.#done = kept
    if (kept > 0) this.#say(`${kept} of ${total} episodes were done already.`)
  }

  started(id: string): void {
    this.#running.add(id)
    this.#say(null)
  }

  ended(id: string, { measures, error }: EpisodeEnd): void {
    this.#running.delete(id)
    this.#done++
    const how =
      measures === null
        ? `failed: ${error}`
        : `${measures.reached ? 'reached' : 'not reached'} after ${gameTime(measures.ticks)}`
    this.#say(`${String(this.#done).padStart(String(this.#total).length)}/${this.#total}  ${id}  ${how}`)
  }

  close(): void {
    if (this.#terminal.redraws) this.#screen.draw([], [])
  }

  #say(line: string | null): void {
    if (!this.#terminal.redraws) {
      if (line !== null) this.#terminal.write(`${line}\n`)
      return
    }
    const width = this.#terminal.columns()
    this.#screen.draw(line === null ? [] : [shorten(line, width)], [shorten(this.#bar(), width)])
  }

  #bar(): string {
    const filled = Math.round((BAR * this.#done) / this.#total)
    const running = [...this.#running].join(', ')
    return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${this.#done}/${this.#total}${this.#timeLeft()}  ${running}`
  }

  #timeLeft(): string {
    const fresh = this.#done - this.#kept
    if (fresh === 0) return ''
    const perEpisode = (realTimers.now() - this.#start) / fresh
    const minutes = (perEpisode * (this.#total - this.#done)) / 60_000
    return minutes < 1 ? '  less than a minute left' : `  about ${Math.round(minutes)} min left`
  }
}
