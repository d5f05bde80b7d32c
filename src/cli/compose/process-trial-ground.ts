import type { ChildProcess } from 'node:child_process'
import * as z from 'zod'
import { type TrialGround, type TrialRequest, type TrialResult, trialRequestSchema } from '../../core/body.ts'
import { entryPoint } from '../../core/entry-point.ts'
import { outcomeSchema } from '../../core/outcome.ts'
import type { GameVersion } from '../team-schema.ts'
import { endProcess, startProcess } from './child-process.ts'

const triedSchema = z.strictObject({
  type: z.literal('tried'),
  id: z.number().int(),
  result: z.strictObject({ held: z.boolean(), reason: z.string(), outcome: outcomeSchema.nullable() }),
})

export interface TrialGroundOptions {
  readonly world: string
  readonly version: GameVersion
  /** Seed of the run: trials use others. */
  readonly seed: number
  /** Whether it gets only what the game leaves of the processor. Time that stands still for a trial must not wait for that. */
  readonly yields: boolean
}

/** Between the run's seed and the seed of its first trial. */
const SEED_STEP = 7919

/** Tries skills in simulated worlds, in a process of its own that is started again when it dies. */
export class ProcessTrialGround implements TrialGround {
  readonly #options: TrialGroundOptions
  readonly #waiting = new Map<number, (result: TrialResult) => void>()
  #child: ChildProcess | null = null
  #trials = 0

  constructor(options: TrialGroundOptions) {
    this.#options = options
  }

  /** Starts the process before there is anything to try, unless it runs. */
  warmUp(): void {
    this.#child ??= this.#start()
  }

  /** Rejects for a request that does not follow its schema, too. */
  async run(unchecked: TrialRequest, signal: AbortSignal): Promise<TrialResult> {
    const request = trialRequestSchema.parse(unchecked)
    const id = ++this.#trials
    const seed = this.#options.seed + SEED_STEP * id
    this.warmUp()
    return new Promise((resolve, reject) => {
      const abort = () => {
        this.#waiting.delete(id)
        reject(signal.reason)
      }
      if (signal.aborted) return abort()
      signal.addEventListener('abort', abort, { once: true })
      this.#waiting.set(id, (result) => {
        signal.removeEventListener('abort', abort)
        resolve(result)
      })
      this.#child?.send({ type: 'trial', id, seed, request })
    })
  }

  async close(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (child !== null) await endProcess(child.removeAllListeners('exit'))
  }

  #start(): ChildProcess {
    const { world, version, yields } = this.#options
    const child = startProcess(entryPoint(import.meta.url, './trial-process'), { world, version, yields })
    child.on('message', (message) => this.#receive(message))
    child.once('exit', (code, signal) =>
      this.#fail(`The trial process ended (${signal ?? `exit code ${code}`}).`),
    )
    return child
  }

  #receive(message: unknown): void {
    const tried = triedSchema.safeParse(message)
    if (!tried.success) {
      this.#child?.removeAllListeners('exit').kill('SIGKILL')
      this.#fail(`The trial process gave a malformed result: ${tried.error.message}`)
      return
    }
    this.#waiting.get(tried.data.id)?.(tried.data.result)
    this.#waiting.delete(tried.data.id)
  }

  #fail(reason: string): void {
    this.#child = null
    for (const settle of this.#waiting.values()) settle({ held: false, reason, outcome: null })
    this.#waiting.clear()
  }
}
