import { EventEmitter } from 'node:events'
import type { FromBody } from '../../src/body/body-messages.ts'
import type { MessageEndpoint } from '../../src/body/body-service.ts'
import { keepInStep } from '../../src/body/lockstep/keep-in-step.ts'
import { RemoteClock } from '../../src/body/lockstep/remote-clock.ts'
import type { ManualPace } from '../../src/body/pace.ts'
import type { VirtualClock } from '../../src/body/virtual-clock.ts'
import { realTimers } from '../../src/core/real-timers.ts'
import { fullSpeed } from '../../src/core/run-control.ts'

/** Both ends of a channel between minds and a simulation, in one process, with messages that take their time. */
export interface LockstepPair {
  readonly remote: RemoteClock
  readonly pace: ManualPace
  /** Says something to the minds, as the body would. */
  readonly tell: (message: FromBody) => void
  /** Has the simulation end. */
  readonly die: () => void
}

/** @param delayMs how long each message takes, in milliseconds of real time */
export function lockstepPair(clock: VirtualClock, pace: ManualPace, delayMs: () => number): LockstepPair {
  const toMinds = new EventEmitter()
  const toSimulation = new EventEmitter()
  const child = Object.assign(toMinds, {
    send: delayed(toSimulation, delayMs),
    kill: () => true,
    disconnect: () => {},
  })
  const endpoint: MessageEndpoint = Object.assign(toSimulation, {
    send: delayed(toMinds, delayMs),
    exit: () => {},
  })
  const tell = keepInStep(endpoint, clock, pace)
  const remote = new RemoteClock(child, fullSpeed)
  return { remote, pace, tell, die: () => toMinds.emit('exit', 1, null) }
}

/** Sends in order, each message as a copy after a while, as a pipe between processes does. */
function delayed(to: EventEmitter, delayMs: () => number): (message: unknown) => void {
  let last = Promise.resolve()
  return (message) => {
    const text = JSON.stringify(message)
    last = last.then(async () => {
      await new Promise((resolve) => realTimers.setTimeout(resolve, delayMs()))
      to.emit('message', JSON.parse(text))
    })
  }
}
