import type { FromBody } from '../body-messages.ts'
import type { MessageEndpoint } from '../body-service.ts'
import type { ManualPace } from '../pace.ts'
import type { VirtualClock } from '../virtual-clock.ts'
import {
  type FromSimulation,
  type TimeNews,
  type ToSimulation,
  toSimulationSchema,
} from './lockstep-messages.ts'

/**
 * Keeps the clock of this process in lockstep with the minds at the other end of the channel, where a `RemoteClock` is:
 * each message that is sent by the returned function stops time until they have dealt with it.
 *
 * @returns sends a message of the body to the minds, for `serveBody`
 */
export function keepInStep(
  endpoint: MessageEndpoint,
  clock: VirtualClock,
  pace: ManualPace,
): (message: FromBody) => void {
  const minds = new Minds(endpoint, clock, pace)
  endpoint.on('message', (message) => {
    const parsed = toSimulationSchema.safeParse(message)
    if (parsed.success) minds.receive(parsed.data)
  })
  endpoint.on('disconnect', () => minds.leave())
  return (message) => {
    if (isAside(message)) minds.tellAside(message)
    else minds.tell(message)
  }
}

/** Whether no mind looks at it: what a skill does moment by moment comes again when the attempt ends. */
function isAside(message: FromBody): boolean {
  return message.type === 'event' && message.event.type === 'trace-grew'
}

/** The minds as the clock sees them: one holder that is at work from each message until it says that it is idle. */
class Minds {
  readonly #endpoint: MessageEndpoint
  readonly #clock: VirtualClock
  readonly #pace: ManualPace
  readonly #waits = new Map<number, AbortController>()
  #areGone = false
  #release: (() => void) | null = null
  #sent = 0

  constructor(endpoint: MessageEndpoint, clock: VirtualClock, pace: ManualPace) {
    this.#endpoint = endpoint
    this.#clock = clock
    this.#pace = pace
    pace.onPause(() => this.#tellPace())
  }

  tell(message: FromBody | TimeNews): void {
    this.#hold()
    this.#sent += 1
    this.#send({ type: 'timed', number: this.#sent, tick: this.#clock.tick(), message })
  }

  tellAside(message: FromBody): void {
    this.#send({ type: 'aside', message })
  }

  /** Nobody is there any more whom time would have to wait for. */
  leave(): void {
    this.#areGone = true
    this.#letGo()
  }

  receive(message: ToSimulation): void {
    switch (message.type) {
      case 'idle':
        if (message.received === this.#sent) this.#letGo()
        break
      case 'busy':
        this.#hold()
        break
      case 'wait':
        this.#wait(message.id, message.ticks)
        break
      case 'cancel-wait':
        this.#waits.get(message.id)?.abort()
        break
      case 'ask-turn':
        void this.#clock.distantTurn(message.asker).then(() => this.tell({ type: 'turn', id: message.id }))
        break
      case 'set-pace':
        this.#pace.set(withoutUndefined(message.change))
        this.#tellPace()
        break
      case 'step':
        this.#pace.step(message.ticks)
        this.#tellPace()
        break
    }
  }

  #wait(id: number, ticks: number): void {
    const cancelled = new AbortController()
    this.#waits.set(id, cancelled)
    this.#clock
      .wait(ticks, cancelled.signal)
      .then(
        () => this.tell({ type: 'waited', id }),
        () => {},
      )
      .finally(() => this.#waits.delete(id))
  }

  #tellPace(): void {
    this.#send({ type: 'pace', state: this.#pace.state, tick: this.#clock.tick() })
  }

  #send(message: FromSimulation): void {
    if (this.#areGone) return
    this.#endpoint.send?.(message)
  }

  #hold(): void {
    if (this.#areGone) return
    this.#release ??= this.#clock.hold('minds')
  }

  #letGo(): void {
    this.#release?.()
    this.#release = null
  }
}

function withoutUndefined(change: Extract<ToSimulation, { type: 'set-pace' }>['change']) {
  const { speed, isPaused } = change
  return { ...(speed !== undefined && { speed }), ...(isPaused !== undefined && { isPaused }) }
}
