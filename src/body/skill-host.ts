import type { RememberedPlace } from '../core/body.ts'
import type { Clock } from '../core/clock.ts'
import type { Json } from '../core/json.ts'
import type { PrimitiveResult } from '../core/primitive-result.ts'
import type { SkillHost, SkillNote } from '../core/sandbox.ts'
import { type ActSetting, runAct } from './acting/act.ts'
import { ActFailure, ArgumentError } from './acting/act-failure.ts'
import type { MovementLock } from './acting/movement-lock.ts'
import type { ActMethod, PreparedAct } from './host/act-method.ts'
import { facadeMethods } from './host/facade-methods.ts'
import { primitiveMethods } from './host/primitive-methods.ts'
import type { ReadMethod, ReadSource } from './host/read-method.ts'
import type { BookKnowledge } from './knowledge/book-knowledge.ts'
import type { Bot } from './mineflayer-library.ts'
import { blockReads } from './reads/block-reads.ts'
import { BlockSearches } from './reads/block-searches.ts'
import { bookReads } from './reads/book-reads.ts'
import { entityReads } from './reads/entity-reads.ts'
import { selfReads } from './reads/self-reads.ts'
import { loadedWorld } from './sight/loaded-world.ts'
import type { TallyCounter } from './sight/tally-counter.ts'
import { stopTravel } from './travel/travel.ts'

/** Soft failures of one primitive that an attempt survives; the next one rejects, so that no skill fails in a circle. */
const SURVIVED_FAILURES = 10

const readMethods = new Map<string, ReadMethod>(
  [selfReads, blockReads, entityReads, bookReads].flatMap((reads) => Object.entries(reads)),
)
const actMethods = new Map<string, ActMethod>(
  [primitiveMethods, facadeMethods].flatMap((acts) => Object.entries(acts)),
)

export interface SkillHostOptions {
  readonly agent: string
  readonly bot: Bot
  readonly clock: Clock
  readonly knowledge: BookKnowledge
  readonly places?: readonly RememberedPlace[]
  readonly tally: TallyCounter
  readonly lock: MovementLock
  /** Aborted with an ActFailure when the bot dies or loses its connection. */
  readonly life: AbortSignal
  /** Told of each act when it has ended. */
  onAct(name: string, parameters: readonly Json[], result: PrimitiveResult): void
  onNote(note: SkillNote): void
  onComputing(isComputing: boolean): void
}

/** The one gate between skill code and a bot: everything that comes in is checked against the tables of methods. */
export class BotSkillHost implements SkillHost {
  readonly #options: SkillHostOptions
  readonly #source: ReadSource
  readonly #failures = new Map<string, number>()

  constructor(options: SkillHostOptions) {
    this.#options = options
    const { bot, clock, knowledge, places = [] } = options
    this.#source = { bot, clock, knowledge, places, searches: new BlockSearches(loadedWorld(bot)) }
  }

  read(method: string, parameters: readonly Json[]): Json {
    const read = readMethods.get(method)
    if (!read) throw unknownMethod('read', method)
    return read(method, this.#source, parameters)
  }

  async act(method: string, parameters: readonly Json[], signal: AbortSignal): Promise<PrimitiveResult> {
    const definition = actMethods.get(method)
    if (!definition) throw unknownMethod('act', method)
    const prepared = definition.prepare(method, parameters)
    await this.#options.clock.turn(this.#options.agent)
    const result = await this.#perform(method, { definition, prepared, signal })
    this.#options.onAct(method, parameters, result)
    if (!result.ok && definition.isPrimitive) this.#countFailure(method, result.message)
    return result
  }

  note(note: SkillNote): void {
    this.#options.onNote(note)
  }

  computing(isComputing: boolean): void {
    this.#options.onComputing(isComputing)
  }

  async #perform(
    method: string,
    act: { readonly definition: ActMethod; readonly prepared: PreparedAct; readonly signal: AbortSignal },
  ): Promise<PrimitiveResult> {
    const { bot, lock } = this.#options
    try {
      const grip = act.definition.moves ? lock.acquire(method) : null
      try {
        const signals = grip ? [act.signal, grip.signal] : [act.signal]
        const setting = this.#setting(method, signals)
        const { message, value } = await runAct(setting, act.prepared.deadlineTicks, act.prepared.run)
        return { ok: true, message, value }
      } finally {
        grip?.release()
        if (grip) stopTravel(bot)
      }
    } catch (error) {
      if (error instanceof ArgumentError) throw error
      return failureResult(method, error)
    }
  }

  #setting(name: string, signals: readonly AbortSignal[]): ActSetting {
    const { bot, clock, knowledge, tally, lock, life } = this.#options
    return { name, bot, clock, knowledge, tally, lock, signals: [life, ...signals] }
  }

  #countFailure(method: string, message: string): void {
    const failures = (this.#failures.get(method) ?? 0) + 1
    this.#failures.set(method, failures)
    if (failures <= SURVIVED_FAILURES) return
    throw new Error(
      `${method} failed more than ${SURVIVED_FAILURES} times in this attempt. The last time: ${message}`,
    )
  }
}

function failureResult(method: string, error: unknown): PrimitiveResult {
  if (error instanceof ActFailure) {
    const { code, message, value } = error
    return { ok: false, code, message, ...(value !== null && { value }) }
  }
  if (error instanceof Error && error.name === 'AbortError') {
    return { ok: false, code: 'interrupted', message: `${method} was interrupted.` }
  }
  const reason = error instanceof Error ? error.message : String(error)
  return { ok: false, code: 'failed', message: `${method} failed: ${reason}` }
}

function unknownMethod(kind: 'read' | 'act', method: string): Error {
  return new Error(`There is nothing named "${method}" to ${kind}.`)
}
