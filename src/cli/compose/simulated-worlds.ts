import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import type * as z from 'zod'
import type { BodyChild } from '../../body/body-connection.ts'
import { entryPoint } from '../../core/entry-point.ts'
import { endProcess, startProcess } from './child-process.ts'
import type { simulationOrderSchema } from './simulation-messages.ts'

export type SimulationOrder = z.input<typeof simulationOrderSchema>

/** Where worlds are simulated. */
export interface SimulatedWorlds {
  start(order: SimulationOrder): SimulatedWorld
}

/** Each world in a new process, which ends with it. */
export const newProcesses: SimulatedWorlds = {
  start(order) {
    const child = startSimulationProcess(order)
    return new SimulatedWorld(child, () => endProcess(child))
  },
}

export function startSimulationProcess(order: SimulationOrder): ChildProcess {
  const child = startProcess(entryPoint(import.meta.url, './simulation-process'), order)
  // A channel that fails with nobody in the world ends with the process.
  return child.on('error', () => {})
}

/**
 * A world of a process that may outlive it. To a body and a clock it looks like a process of its own: it exits when the world
 * ends, and when the process does.
 */
export class SimulatedWorld extends EventEmitter implements BodyChild {
  readonly #child: ChildProcess
  readonly #endWorld: () => Promise<void>
  #ending: Promise<void> | null = null

  /** @param endWorld ends this world, and resolves when no message of it will come any more */
  constructor(child: ChildProcess, endWorld: () => Promise<void>) {
    super()
    this.#child = child
    this.#endWorld = endWorld
    child.on('message', this.#onMessage).on('error', this.#onError).on('exit', this.#onExit)
  }

  send(message: unknown): unknown {
    return this.#child.send(message as object)
  }

  kill(signal?: NodeJS.Signals): unknown {
    return this.#child.kill(signal)
  }

  disconnect(): void {
    void this.end()
  }

  /** Ends the world, whatever it does. Nothing is heard of how its bots leave it. */
  end(): Promise<void> {
    this.#child.off('message', this.#onMessage)
    this.#ending ??= this.#endWorld().then(() => this.#onExit(0, null))
    return this.#ending
  }

  readonly #onMessage = (message: unknown) => this.emit('message', message)

  readonly #onError = (error: Error) => this.emit('error', error)

  readonly #onExit = (code: number | null, signal: NodeJS.Signals | null) => {
    this.#child.off('message', this.#onMessage).off('error', this.#onError).off('exit', this.#onExit)
    this.emit('exit', code, signal)
    this.removeAllListeners('exit')
  }
}
