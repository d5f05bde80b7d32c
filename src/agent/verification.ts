import type { TrialRequest, TrialResult } from '../core/body.ts'
import type { Clock } from '../core/clock.ts'
import { errorMessage } from '../core/errors.ts'
import type { Skill } from '../core/skill.ts'
import type { Offer } from './collaboration/consider-offers.ts'
import type { Mind } from './mind.ts'

/** A finished trial of a provisional skill. */
export interface Verification {
  readonly skill: Skill
  readonly result: TrialResult
  /** Set when a teammate offered it: it is in no library yet. */
  readonly offer: Offer | null
}

/** Tries provisional skills from another start, in the background. Results wait until the agent takes them. */
export class Verifications {
  readonly #mind: Mind
  readonly #startTick: number
  readonly #onFinished: () => void
  readonly #finished: Verification[] = []
  readonly #underWay = new Set<Promise<void>>()

  /** @param onFinished called after each trial, when its result can be taken */
  constructor(mind: Mind, onFinished: () => void) {
    this.#mind = mind
    this.#startTick = mind.clock.tick()
    this.#onFinished = onFinished
  }

  /**
   * How long the trial of a skill that was learned by now may take, in ticks: from empty hands not much longer than
   * everything took that led to it.
   */
  longestTrial(): number {
    return TRIAL_TICKS + 2 * (this.#mind.clock.tick() - this.#startTick)
  }

  start(skill: Skill, request: TrialRequest, offer: Offer | null = null): void {
    const { trials, signal } = this.#mind
    if (trials === null) return
    const running = trials
      .run(request, signal)
      .catch((error: unknown) =>
        signal.aborted ? null : { held: false, reason: errorMessage(error), outcome: null },
      )
    const trial = this.#finish({ skill, offer }, running).finally(() => this.#underWay.delete(trial))
    this.#underWay.add(trial)
  }

  /** Removes and returns the trials that have ended. */
  take(): readonly Verification[] {
    return this.#finished.splice(0)
  }

  /** Resolves when no trial is under way. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay)
  }

  /**
   * In real time a trial has ended when it has; in simulated time after a fixed time, or when no agent of the team has any
   * work left, so that each run finds it the same.
   */
  async #finish(tried: Omit<Verification, 'result'>, running: Promise<TrialResult | null>): Promise<void> {
    const { clock, signal, agent, closing } = this.#mind
    const cut = closing === undefined ? signal : AbortSignal.any([signal, closing.signal])
    if (clock.isSimulated) await clock.wait(TRIAL_TICKS, cut).catch(() => {})
    const release = clock.hold(`${agent} verifying ${tried.skill.name}`)
    const result = await running
    release()
    // The run ended first, or the game with its clock: the trial stays due.
    if (result === null || !(await hasTurn(clock, agent))) return
    this.#finished.push({ ...tried, result })
    this.#onFinished()
  }
}

/** How long a trial takes in simulated time, in ticks: time enough for most to run beside the game without stopping it. */
const TRIAL_TICKS = 1200

/** Waits for the agent's turn; false where the game has ended and there is none any more. */
function hasTurn(clock: Clock, agent: string): Promise<boolean> {
  return clock.turn(agent).then(
    () => true,
    () => false,
  )
}
