import type { AttemptLimits } from '../core/body.ts'
import { realTimers } from '../core/real-timers.ts'
import type { SkillProcess } from './skill-process.ts'

const WATCH_MS = 50
/** Share of the time limit that the processor must have spent on a turn that is over it: others may keep the processor busy. */
const OWN_SHARE = 0.5
/** Time limits after which a turn ends even if the processor has spent nothing on it. */
const PATIENCE = 10
const MIB = 1024 * 1024

/**
 * The safety net under fuel: ends a turn of skill code that takes too much wall-clock time or memory. Time that the
 * process spends waiting for the answer to a read does not count, nor does that in which a busy machine does not let it
 * compute: a run must not end otherwise because something else runs beside it.
 */
export class TurnGuard {
  readonly #process: SkillProcess
  readonly #limits: AttemptLimits
  readonly #overrun: (reason: string) => void
  #ticker: NodeJS.Timeout | null = null
  /** How long the turn may take. */
  #turnMs = 0
  #leftMs = 0
  #since = 0
  /** Processor time of the process when its turn was first looked at; null before. */
  #cpuMs: number | null = null

  constructor(process: SkillProcess, limits: AttemptLimits, overrun: (reason: string) => void) {
    this.#process = process
    this.#limits = limits
    this.#overrun = overrun
  }

  start(): void {
    this.#turnMs = this.#limits.turnMs
    this.#leftMs = this.#turnMs
    this.#since = realTimers.now()
    this.#cpuMs = null
    this.#ticker ??= realTimers.setInterval(() => this.#look(), Math.min(WATCH_MS, this.#limits.turnMs))
  }

  /** Leaves the turn that is under way no more than that, in milliseconds. */
  hurry(turnMs: number): void {
    this.#turnMs = Math.min(this.#turnMs, turnMs)
    this.#leftMs = Math.min(this.#leftMs, realTimers.now() - this.#since + turnMs)
    this.#cpuMs = null
  }

  pause(): void {
    this.#leftMs -= realTimers.now() - this.#since
  }

  resume(): void {
    this.#since = realTimers.now()
  }

  stop(): void {
    if (this.#ticker !== null) realTimers.clearInterval(this.#ticker)
    this.#ticker = null
  }

  /** Waits for what the process may have said already: this process may have been busy itself. */
  #look(): void {
    realTimers.setImmediate(() => {
      if (this.#ticker === null) return
      const bytes = this.#process.residentBytes() ?? 0
      if (this.#isLate()) {
        this.#overrun(`its code computed for more than ${this.#limits.turnMs} ms without a pause`)
      } else if (bytes > this.#limits.memoryMb * MIB) {
        this.#overrun(`its code used more than ${this.#limits.memoryMb} MiB of memory`)
      }
    })
  }

  #isLate(): boolean {
    const cpuMs = this.#process.cpuMs()
    this.#cpuMs ??= cpuMs
    const overMs = realTimers.now() - this.#since - this.#leftMs
    if (overMs <= 0) return false
    const turnMs = this.#turnMs
    return cpuMs === null || cpuMs - (this.#cpuMs ?? 0) >= OWN_SHARE * turnMs || overMs > PATIENCE * turnMs
  }
}
