import { errorMessage } from '../core/errors.ts'
import type { Json } from '../core/json.ts'
import { hashSeed } from '../core/random.ts'
import type { SandboxRequest, SandboxRun, SkillHost } from '../core/sandbox.ts'
import type { GameData } from './game-data.ts'
import type { InstrumentedModule } from './instrument.ts'
import type { ChildMessage, FinishedMessage, RunSetup, SupervisorMessage } from './messages.ts'
import { isSafePayload } from './payload.ts'
import { type CompletedAct, PendingActs } from './pending-acts.ts'
import type { ProcessListener, SkillProcess } from './skill-process.ts'
import { TurnGuard } from './turn-guard.ts'

export interface RunParts {
  readonly request: SandboxRequest
  readonly modules: readonly InstrumentedModule[]
  readonly host: SkillHost
  readonly gameData: GameData
}

type Said<Type extends ChildMessage['type']> = Extract<ChildMessage, { type: Type }>

/** The fuel that one request costs inside; more requests than fuel pays for cannot be honest. */
const REQUEST_FUEL = 10
const SPARE_REQUESTS = 64
/** What code that is called off may go on to compute until it next waits, in milliseconds. */
const ABORT_MS = 500
const MAX_RUNNING_ACTS = 16
const NOWHERE = { module: null, line: null, column: null }

/**
 * One run in one process; the host has been told that it computes. Either the process has the turn, and computes, or it
 * waits and the body has it. Completions that come while it computes are kept until it waits; it gets them one by one,
 * in the order in which they came.
 */
export class SupervisedRun implements ProcessListener {
  readonly #process: SkillProcess
  readonly #parts: RunParts
  readonly #guard: TurnGuard
  readonly #acts: PendingActs
  readonly #end = Promise.withResolvers<SandboxRun>()
  #heard = false
  #diedUnheard = false
  #computing = true
  #waiting = false
  #stopping = false
  #requests = 0
  #fuelUsed = 0

  constructor(process: SkillProcess, parts: RunParts) {
    this.#process = process
    this.#parts = parts
    this.#guard = new TurnGuard(process, parts.request.limits, (reason) => this.#overrun(reason))
    this.#acts = new PendingActs(parts.host, () => this.#deliverNext())
  }

  /** Runs to the end; resolves also when the process had to be killed. The host's acts have ended by then. */
  async execute(signal: AbortSignal): Promise<SandboxRun> {
    const abort = () => this.#abort()
    this.#process.listen(this)
    this.#process.send({ type: 'start', run: setupOf(this.#parts) })
    this.#guard.start()
    signal.addEventListener('abort', abort)
    if (signal.aborted) abort()
    const run = await this.#end.promise
    signal.removeEventListener('abort', abort)
    this.#tellComputing(false)
    this.#acts.abort()
    await this.#acts.allEnded()
    return run
  }

  /** Whether the process was gone before it said anything: the code has not run, and may run in another process. */
  get diedUnheard(): boolean {
    return this.#diedUnheard
  }

  message(message: ChildMessage): void {
    this.#heard = true
    if (message.type === 'finished') this.#finish(message)
    else if (message.type === 'stopped') this.#confirmStop()
    else if (message.type === 'ready') this.violation('it said that it was ready in the middle of a run')
    else if (this.#waiting) this.violation('it asked for something while it waited')
    else if (message.type === 'waiting') this.#wait(message.fuelUsed)
    else if (this.#isAffordable()) this.#serve(message)
    else this.violation('it asked for more than its fuel pays for')
  }

  violation(reason: string): void {
    this.#kill(`it broke the rules of its pipe: ${reason}`)
  }

  exit(reason: string): void {
    this.#diedUnheard = !this.#heard
    this.#kill(reason)
  }

  #serve(message: Said<'read' | 'act' | 'chat' | 'skill'>): void {
    switch (message.type) {
      case 'read':
        this.#read(message)
        break
      case 'act':
        this.#act(message)
        break
      case 'chat':
        this.#parts.host.note({ type: 'chat', text: message.text })
        break
      case 'skill':
        this.#noteSkill(message)
        break
    }
  }

  #read({ method, parameters }: Said<'read'>): void {
    if (!isSafePayload(parameters)) {
      this.violation('the parameters of a read are not acceptable')
      return
    }
    this.#guard.pause()
    const reply = this.#answer(method, parameters as readonly Json[])
    this.#guard.resume()
    this.#process.send(reply)
  }

  #answer(method: string, parameters: readonly Json[]): SupervisorMessage {
    try {
      const value = this.#parts.gameData.answer(method) ?? this.#parts.host.read(method, parameters)
      return { type: 'value', value }
    } catch (error) {
      return { type: 'refused', message: errorMessage(error) }
    }
  }

  #act({ act, method, parameters }: Said<'act'>): void {
    const isExcessive = this.#acts.isRunning(act) || this.#acts.runningCount >= MAX_RUNNING_ACTS
    if (isExcessive || !isSafePayload(parameters)) this.violation('it began an act that is not acceptable')
    else this.#acts.begin(act, method, parameters as readonly Json[])
  }

  #noteSkill(message: Said<'skill'>): void {
    const isModule = this.#parts.modules.some(({ name }) => name === message.name)
    if (isModule) this.#parts.host.note(message)
    else this.violation('it named a skill that it does not have')
  }

  #wait(fuelUsed: number): void {
    this.#fuelUsed = fuelUsed
    this.#waiting = true
    this.#guard.stop()
    if (this.#acts.aborted) this.#stop()
    else this.#deliverNext()
    if (!this.#waiting) return
    if (this.#acts.runningCount === 0) this.violation('it waits for an act that nobody began')
    else this.#tellComputing(false)
  }

  #deliverNext(): void {
    const next: CompletedAct | null = this.#waiting ? this.#acts.next() : null
    if (next === null) return
    this.#takeTurn()
    this.#process.send({ type: 'completed', ...next })
  }

  #takeTurn(): void {
    this.#waiting = false
    this.#tellComputing(true)
    this.#guard.start()
  }

  /**
   * A process that waits can drop the run and live on. One that computes cannot be reached: it is left until it waits, so
   * that how fast it is does not tell in how its run ends, and killed when that takes long.
   */
  #abort(): void {
    this.#acts.abort()
    if (this.#waiting) this.#stop()
    else this.#guard.hurry(ABORT_MS)
  }

  #overrun(reason: string): void {
    if (this.#acts.aborted) {
      this.#process.kill()
      this.#resolve(abortedRun(this.#fuelUsed, false))
    } else this.#kill(reason)
  }

  #stop(): void {
    this.#stopping = true
    this.#takeTurn()
    this.#process.send({ type: 'stop' })
  }

  #confirmStop(): void {
    if (this.#stopping) this.#resolve(abortedRun(this.#fuelUsed, true))
    else this.violation('it stopped unasked')
  }

  #finish({ status, value, error, fuelUsed, reproducible }: FinishedMessage): void {
    if (!isSafePayload(value) || this.#waiting) {
      this.violation('its end is not acceptable')
      return
    }
    this.#resolve({
      status,
      value: value ?? null,
      error: error && placedError(error, this.#parts.modules),
      fuelUsed,
      reproducible,
    })
  }

  #kill(reason: string): void {
    this.#process.kill()
    const message = `The process that ran the skill was ended: ${reason}.`
    const error = { ...NOWHERE, message }
    this.#resolve({ status: 'killed', value: null, error, fuelUsed: this.#fuelUsed, reproducible: false })
  }

  #resolve(run: SandboxRun): void {
    this.#waiting = false
    this.#guard.stop()
    this.#process.listen(null)
    this.#end.resolve(run)
  }

  #tellComputing(isComputing: boolean): void {
    if (isComputing === this.#computing) return
    this.#computing = isComputing
    this.#parts.host.computing(isComputing)
  }

  #isAffordable(): boolean {
    this.#requests += 1
    return (this.#requests - SPARE_REQUESTS) * REQUEST_FUEL <= this.#parts.request.limits.fuel
  }
}

function setupOf({ request, modules }: RunParts): RunSetup {
  return {
    entry: request.program.entry,
    arguments: request.program.arguments,
    modules: modules.map(({ name, code }) => ({ name, code })),
    seed: hashSeed(request.seed),
    fuel: request.limits.fuel,
    version: request.version,
  }
}

/** The error at its place in the author's source. */
function placedError(
  error: NonNullable<FinishedMessage['error']>,
  modules: readonly InstrumentedModule[],
): NonNullable<SandboxRun['error']> {
  const module = modules.find(({ name }) => name === error.module)
  const { message, line, column } = error
  const place = module && line !== null && column !== null ? module.places({ line, column }) : null
  if (module === undefined || place === null) return { ...NOWHERE, message }
  return { message, module: module.name, ...place }
}

/** How a run ends that was stopped from outside. */
export function abortedRun(fuelUsed: number, reproducible: boolean): SandboxRun {
  const error = { ...NOWHERE, message: 'The skill was stopped before it ended.' }
  return { status: 'aborted', value: null, error, fuelUsed, reproducible }
}
