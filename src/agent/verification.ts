import type { TrialRequest, TrialResult } from '../core/body.ts'
import { errorMessage } from '../core/errors.ts'
import type { Skill } from '../core/skill.ts'
import type { Mind } from './mind.ts'

/** A finished trial of a provisional skill. */
export interface Verification {
  readonly skill: Skill
  readonly result: TrialResult
}

/** Tries provisional skills from another start, in the background. Results wait until the agent takes them. */
export class Verifications {
  readonly #mind: Mind
  readonly #onFinished: () => void
  readonly #finished: Verification[] = []
  readonly #underWay = new Set<Promise<void>>()

  /** @param onFinished called after each trial, when its result can be taken */
  constructor(mind: Mind, onFinished: () => void) {
    this.#mind = mind
    this.#onFinished = onFinished
  }

  start(skill: Skill, request: TrialRequest): void {
    const { trials, clock, signal, agent } = this.#mind
    if (trials === null) return
    const release = clock.hold(`${agent} verifying ${skill.name}`)
    const trial = trials
      .run(request, signal)
      .catch((error: unknown): TrialResult => ({ held: false, reason: errorMessage(error), outcome: null }))
      .then((result) => {
        this.#finished.push({ skill, result })
        this.#underWay.delete(trial)
        this.#onFinished()
        release()
      })
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
}
