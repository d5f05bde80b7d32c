import { errorMessage } from '../core/errors.ts'
import type { Json } from '../core/json.ts'
import { hashSeed } from '../core/random.ts'
import type { SandboxRequest, SandboxRun, SkillHost } from '../core/sandbox.ts'
import type { GameData } from './game-data.ts'
import type { InstrumentedModule } from './instrument.ts'
import type { ActCompletion, ChildMessage, FinishedMessage } from './messages.ts'
import { isSafePayload } from './payload.ts'
import type { ProcessListener, SkillProcess } from './skill-process.ts'
import { TurnGuard } from './turn-guard.ts'

export interface RunParts {
  readonly request: SandboxRequest
  readonly modules: readonly InstrumentedModule[]
  readonly host: SkillHost
  readonly gameData: GameData
}

/** The fuel that one request costs inside; more requests than fuel pays for cannot be honest. */
const REQUEST_FUEL = 10
const SPARE_REQUESTS = 64
const MAX_PENDING_ACTS = 16

/**
 * One run in one process; the host has been told that it computes. Either the process has the turn, and computes, or it waits and the body has it. Completions
 * that come while it computes are kept until it waits; it gets them one by one, in the order in which they came.
 */
export class SupervisedRun implements ProcessListener {
  readonly #process: SkillProcess
  readonly #parts: RunParts
  readonly #guard: TurnGuard
  readonly #acts = new AbortController()
  readonly #pending = new Map<number, Promise<void>>()
  readonly #completed: { act: number; completion: ActCompletion }[] = []
  readonly #end = Promise.withResolvers<SandboxRun>()
  #computing = true
  #waiting = false
  #stopping = false
  #requests = 0
  #fuelUsed = 0

  constructor(process: SkillProcess, parts: RunParts) {
    this.#process = process
    this.#parts = parts
    this.#guard = new TurnGuard(process, parts.request.limits, (reason) => this.#kill(reason))
  }

  /** Runs to the end; resolves also when the process had to be killed. The host's acts have ended by then. */
  async execute(signal: AbortSignal): Promise<SandboxRun> {
    const { request, modules } = this.#parts
    const abort = () => this.#abort()
    this.#process.listen(this)
    this.#process.send({
      type: 'start',
      run: {
        entry: request.program.entry,
        arguments: request.program.arguments,
        modules: modules.map(({ name, code }) => ({ name, code })),
        seed: hashSeed(request.seed),
        fuel: request.limits.fuel,
        version: request.version,
      },
    })
    this.#guard.start()
    signal.addEventListener('abort', abort)
    if (signal.aborted) abort()
    const run = await this.#end.promise
    signal.removeEventListener('abort', abort)
    await this.#stopActs()
    return run
  }

  message(message: ChildMessage): void {
    switch (message.type) {
      case 'read':
        return this.#read(message.method, message.parameters)
      case 'act':
        return this.#act(message)
      case 'chat':
        if (this.#isAffordable()) this.#parts.host.note({ type: 'chat', text: message.text })
        return
      case 'skill':
        return this.#note(message)
      case 'waiting':
        return this.#wait(message.fuelUsed)
      case 'finished':
        return this.#finish(message)
      case 'stopped':
        if (!this.#stopping) return this.violation('it stopped unasked')
        return this.#resolve(abortedRun(this.#fuelUsed, true))
      default:
        return this.violation('it said that it was ready in the middle of a run')
    }
  }

  violation(reason: string): void {
    this.#kill(`it broke the rules of its pipe: ${reason}`)
  }

  exit(reason: string): void {
    this.#kill(reason)
  }

  #read(method: string, parameters: readonly unknown[]): void {
    if (!this.#isAffordable() || !this.#isSafe(parameters)) return
    this.#guard.pause()
    const reply = this.#answer(method, parameters as readonly Json[])
    this.#guard.resume()
    this.#process.send(reply)
  }

  #answer(method: string, parameters: readonly Json[]) {
    try {
      const value = this.#parts.gameData.answer(method) ?? this.#parts.host.read(method, parameters)
      return { type: 'value', value } as const
    } catch (error) {
      return { type: 'refused', message: errorMessage(error) } as const
    }
  }

  #act({ act, method, parameters }: Extract<ChildMessage, { type: 'act' }>): void {
    if (!this.#isAffordable() || !this.#isSafe(parameters)) return
    if (this.#pending.has(act) || this.#pending.size >= MAX_PENDING_ACTS)
      return this.violation('it acted too much')
    const done = this.#parts.host.act(method, parameters as readonly Json[], this.#acts.signal).then(
      (result) => this.#complete(act, { type: 'result', result }),
      (error: unknown) => this.#complete(act, { type: 'error', message: errorMessage(error) }),
    )
    this.#pending.set(act, done)
  }

  #complete(act: number, completion: ActCompletion): void {
    this.#pending.delete(act)
    this.#completed.push({ act, completion })
    if (this.#waiting) this.#deliverNext()
  }

  #note(message: Extract<ChildMessage, { type: 'skill' }>): void {
    if (!this.#isAffordable()) return
    const isModule = this.#parts.modules.some(({ name }) => name === message.name)
    if (!isModule) return this.violation('it named a skill that it does not have')
    this.#parts.host.note(message)
  }

  #wait(fuelUsed: number): void {
    this.#fuelUsed = fuelUsed
    this.#waiting = true
    this.#guard.stop()
    if (this.#acts.signal.aborted) return this.#stop()
    if (this.#completed.length > 0) return this.#deliverNext()
    if (this.#pending.size === 0) return this.violation('it waits for an act that nobody began')
    this.#tellComputing(false)
  }

  #deliverNext(): void {
    const next = this.#completed.shift()
    if (next === undefined) return
    this.#takeTurn()
    this.#process.send({ type: 'completed', ...next })
  }

  #takeTurn(): void {
    this.#waiting = false
    this.#tellComputing(true)
    this.#guard.start()
  }

  #abort(): void {
    this.#acts.abort()
    if (this.#waiting) this.#stop()
    else this.#killAborted()
  }

  #stop(): void {
    this.#stopping = true
    this.#takeTurn()
    this.#process.send({ type: 'stop' })
  }

  #killAborted(): void {
    this.#process.kill()
    this.#resolve(abortedRun(this.#fuelUsed, false))
  }

  #finish(message: FinishedMessage): void {
    const { status, error, fuelUsed, reproducible } = message
    if (!isSafePayload(message.value)) return this.violation('its value is not acceptable')
    const value = message.value ?? null
    this.#resolve({ status, value, error: error && this.#placed(error), fuelUsed, reproducible })
  }

  /** The error at its place in the author's source. */
  #placed(error: NonNullable<FinishedMessage['error']>): NonNullable<SandboxRun['error']> {
    const module = this.#parts.modules.find(({ name }) => name === error.module)
    const { line, column } = error
    const place = module && line !== null && column !== null ? module.places({ line, column }) : null
    if (place === null || module === undefined) return { ...NOWHERE, message: error.message }
    return { message: error.message, module: module.name, ...place }
  }

  #kill(reason: string): void {
    this.#process.kill()
    const message = `The process that ran the skill was ended: ${reason}.`
    this.#resolve({
      status: 'killed',
      value: null,
      error: { ...NOWHERE, message },
      fuelUsed: this.#fuelUsed,
      reproducible: false,
    })
  }

  #resolve(run: SandboxRun): void {
    this.#guard.stop()
    this.#process.listen(null)
    this.#end.resolve(run)
  }

  /** Ends what the code left under way, and lets time pass until it has ended. */
  async #stopActs(): Promise<void> {
    this.#tellComputing(false)
    this.#acts.abort()
    await Promise.all(this.#pending.values())
  }

  #tellComputing(isComputing: boolean): void {
    if (isComputing === this.#computing) return
    this.#computing = isComputing
    this.#parts.host.computing(isComputing)
  }

  #isAffordable(): boolean {
    this.#requests += 1
    if (this.#waiting) this.violation('it asked for something while it waited')
    else if (
      this.#requests * REQUEST_FUEL >
      this.#parts.request.limits.fuel + SPARE_REQUESTS * REQUEST_FUEL
    ) {
      this.violation('it asked for more than its fuel pays for')
    } else return true
    return false
  }

  #isSafe(parameters: readonly unknown[]): boolean {
    if (isSafePayload(parameters)) return true
    this.violation('the parameters of a request are not acceptable')
    return false
  }
}

const NOWHERE = { module: null, line: null, column: null }

function abortedRun(fuelUsed: number, reproducible: boolean): SandboxRun {
  const error = { ...NOWHERE, message: 'The skill was stopped before it ended.' }
  return { status: 'aborted', value: null, error, fuelUsed, reproducible }
}
