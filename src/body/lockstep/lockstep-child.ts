import { EventEmitter } from 'node:events'
import type { BodyChild } from '../body-connection.ts'

/** A process that simulates, as a `RemoteBody` sees it: a `RemoteClock` emits the body's messages in step with time. */
export class LockstepChild extends EventEmitter implements BodyChild {
  readonly #child: BodyChild

  constructor(child: BodyChild) {
    super()
    this.#child = child
    child.on('exit', (code, signal) => this.emit('exit', code, signal))
    child.on('error', (error) => this.emit('error', error))
  }

  send(message: unknown): unknown {
    return this.#child.send(message)
  }

  kill(signal?: NodeJS.Signals): unknown {
    return this.#child.kill(signal)
  }

  disconnect(): unknown {
    return this.#child.disconnect()
  }
}
