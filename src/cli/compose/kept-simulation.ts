import type { ChildProcess } from 'node:child_process'
import { realTimers } from '../../core/real-timers.ts'
import { endProcess } from './child-process.ts'
import {
  SimulatedWorld,
  type SimulatedWorlds,
  type SimulationOrder,
  startSimulationProcess,
} from './simulated-worlds.ts'
import { worldEndedSchema } from './simulation-messages.ts'

/** A world that takes longer to end, in milliseconds of real time, ends with its process. */
const END_MS = 5000

/**
 * Simulates worlds one after another in a process that is kept for the next one, which spares each of them the start of a
 * process and its first, slow steps. A world is played as it would be in a new process. One that does not end in order takes
 * its process with it.
 */
export class KeptSimulation implements SimulatedWorlds {
  #idle: ChildProcess | null = null

  start(order: SimulationOrder): SimulatedWorld {
    const child = this.#take(order)
    return new SimulatedWorld(child, () => this.#endWorld(child))
  }

  async close(): Promise<void> {
    const idle = this.#idle
    this.#idle = null
    if (idle !== null) await endProcess(idle)
  }

  #take(order: SimulationOrder): ChildProcess {
    const idle = this.#idle
    this.#idle = null
    if (idle === null || !isAlive(idle)) return startSimulationProcess(order)
    idle.send({ type: 'order', order })
    return idle
  }

  async #endWorld(child: ChildProcess): Promise<void> {
    const isFit = isAlive(child) && (await tellToEnd(child))
    if (isFit && this.#idle === null) this.#idle = child
    else await endProcess(child)
  }
}

function isAlive({ connected, exitCode, signalCode }: ChildProcess): boolean {
  return connected && exitCode === null && signalCode === null
}

/** Whether the process is fit for another world. */
async function tellToEnd(child: ChildProcess): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const onExit = () => resolve(false)
  const onMessage = (message: unknown) => {
    const ended = worldEndedSchema.safeParse(message)
    if (ended.success) resolve(ended.data.isFit)
  }
  const timer = realTimers.setTimeout(onExit, END_MS)
  child.on('message', onMessage).once('exit', onExit)
  child.send({ type: 'end-world' }, (error) => error && onExit())
  try {
    return await promise
  } finally {
    realTimers.clearTimeout(timer)
    child.off('message', onMessage).off('exit', onExit)
  }
}
