import type { Json } from '../../src/core/json.ts'
import type { PrimitiveResult } from '../../src/core/primitive-result.ts'
import type { SkillHost, SkillNote } from '../../src/core/sandbox.ts'

type Read = (...parameters: readonly Json[]) => Json
type Act = (parameters: readonly Json[], signal: AbortSignal) => Promise<PrimitiveResult>

/** A body that answers by script and writes down what it was asked. What the script does not name is refused. */
export class ScriptedHost implements SkillHost {
  readonly requests: { readonly method: string; readonly parameters: readonly Json[] }[] = []
  readonly notes: SkillNote[] = []
  readonly turns: boolean[] = []
  readonly #onIdle: (() => void)[] = []
  readonly #reads: Readonly<Record<string, Read>>
  readonly #acts: Readonly<Record<string, Act>>

  constructor(script: { reads?: Record<string, Read>; acts?: Record<string, Act> } = {}) {
    this.#reads = { state: () => exampleState(), ...script.reads }
    this.#acts = { waitForTicks: async () => success(null), ...script.acts }
  }

  read(method: string, parameters: readonly Json[]): Json {
    this.requests.push({ method, parameters })
    const answer = this.#reads[method]
    if (answer === undefined) throw new Error(`The script has no read "${method}".`)
    return answer(...parameters)
  }

  act(method: string, parameters: readonly Json[], signal: AbortSignal): Promise<PrimitiveResult> {
    this.requests.push({ method, parameters })
    const act = this.#acts[method]
    return act?.(parameters, signal) ?? Promise.reject(new Error(`The script has no act "${method}".`))
  }

  note(note: SkillNote): void {
    this.notes.push(note)
  }

  computing(isComputing: boolean): void {
    this.turns.push(isComputing)
    if (!isComputing) for (const resolve of this.#onIdle.splice(0)) resolve()
  }

  /** Resolves once the skill has nothing left to compute. */
  idle(): Promise<void> {
    return new Promise((resolve) => this.#onIdle.push(resolve))
  }

  get chat(): string[] {
    return this.notes.flatMap((note) => (note.type === 'chat' ? [note.text] : []))
  }
}

export function success(value: Json): PrimitiveResult {
  return { ok: true, message: 'Done.', value }
}

/** An act that lasts until its signal aborts. */
export function untilAborted(onAbort: () => void = () => {}): Act {
  return (_parameters, signal) =>
    new Promise((resolve) => {
      const stop = () => {
        onAbort()
        resolve({ ok: false, code: 'interrupted', message: 'Stopped.' })
      }
      if (signal.aborted) stop()
      else signal.addEventListener('abort', stop)
    })
}

export function exampleItem(name: string, count: number, slot: number): Record<string, Json> {
  return {
    ...{ type: name.length, name, displayName: name, count, slot, metadata: 0 },
    ...{ stackSize: 64, maxDurability: null, durabilityUsed: null },
  }
}

export function exampleEntity(id: number, name: string, x: number): Record<string, Json> {
  return {
    ...{ id, uuid: null, type: 'animal', name, displayName: name, username: null, kind: null },
    ...{
      position: { x, y: 64, z: 0 },
      velocity: { x: 0, y: 0, z: 0 },
      yaw: 0,
      pitch: 0,
      height: 1,
      width: 1,
    },
    ...{ onGround: true, health: null, isValid: true, heldItem: null, equipment: [], droppedItem: null },
  }
}

export function exampleState(tick = 100): Json {
  return {
    ...{ username: 'Ada', version: '1.21.4', tick, health: 20, food: 18, foodSaturation: 5, oxygenLevel: 20 },
    entity: { ...exampleEntity(1, 'player', 0), type: 'player', username: 'Ada' },
    ...{ isSleeping: false, usingHeldItem: false, quickBarSlot: 0, heldItem: null, isRaining: false },
    ...{ thunderState: 0, spawnPoint: { x: 0, y: 64, z: 0 } },
    game: { gameMode: 'survival', dimension: 'overworld', difficulty: 'normal' },
    time: { timeOfDay: 1000, day: 0, age: 1000, isDay: true },
    experience: { level: 0, points: 0, progress: 0 },
  }
}
