import type { Clock } from '../../core/clock.ts'
import type { BookKnowledge } from '../knowledge/book-knowledge.ts'
import type { Bot } from '../mineflayer-library.ts'
import type { TallyCounter } from '../sight/tally-counter.ts'
import { ActFailure } from './act-failure.ts'
import type { MovementLock } from './movement-lock.ts'

/** What an act works with. All waiting goes through `until` or `wait`, so that its deadline and its signal end it. */
export interface Act {
  readonly bot: Bot
  readonly clock: Clock
  /** What the agent's recipe book and tool knowledge hold. */
  readonly knowledge: BookKnowledge
  readonly tally: TallyCounter
  readonly lock: MovementLock
  /** Aborted past the deadline, when interrupted, dead or disconnected, with an ActFailure as reason. */
  readonly signal: AbortSignal
  /** Settles like the promise, or rejects with the signal's ActFailure as soon as it is aborted. */
  until<T>(promise: Promise<T>): Promise<T>
  /** Waits that many ticks. */
  wait(ticks: number): Promise<void>
}

export interface ActSetting extends Omit<Act, 'until' | 'wait' | 'signal'> {
  /** What to call it in the failure past its deadline. */
  readonly name: string
  /** End the act. A reason that is an ActFailure becomes its result; any other counts as an interruption. */
  readonly signals: readonly AbortSignal[]
}

/**
 * Runs the work of an act under a deadline. When the deadline or one of the signals ends it, the work gets to know it at
 * its next wait, and the returned promise rejects with an ActFailure at once.
 *
 * @param deadlineTicks after which the act fails with `timed-out`
 */
export async function runAct<T>(
  setting: ActSetting,
  deadlineTicks: number,
  work: (act: Act) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController()
  const ended = new AbortController()
  const joined = joinSignals([...setting.signals, deadline.signal])
  const { signal } = joined
  setting.clock.wait(deadlineTicks, ended.signal).then(
    () =>
      deadline.abort(
        new ActFailure('timed-out', `${setting.name} was not done within ${deadlineTicks} ticks.`),
      ),
    () => {},
  )
  const act: Act = {
    ...setting,
    signal,
    until: (promise) => raceSignal(promise, signal),
    wait: (ticks) => raceSignal(setting.clock.wait(ticks, signal), signal),
  }
  try {
    signal.throwIfAborted()
    return await raceSignal(work(act), signal)
  } finally {
    ended.abort()
    // Whatever is left of the work must not act any more.
    joined.abort(new ActFailure('interrupted', 'It is over.'))
  }
}

/** Aborts with the first of the signals, and with an ActFailure in any case. */
function joinSignals(signals: readonly AbortSignal[]): AbortController {
  const joined = new AbortController()
  for (const signal of signals) {
    const abort = () => joined.abort(asFailure(signal.reason))
    if (signal.aborted) abort()
    else signal.addEventListener('abort', abort, { once: true, signal: joined.signal })
  }
  return joined
}

function asFailure(reason: unknown): ActFailure {
  return reason instanceof ActFailure ? reason : new ActFailure('interrupted', 'It was interrupted.')
}

function raceSignal<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason)
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
    if (signal.aborted) return abort()
    signal.addEventListener('abort', abort, { once: true })
  })
}
