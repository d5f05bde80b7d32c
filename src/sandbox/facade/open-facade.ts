import { Vec3 } from 'vec3'
import type { StateValue } from '../../core/skill-values.ts'
import { createBot } from './bot.ts'
import { describeFailure, type Failure, showSkillFrames } from './failure-place.ts'
import { createFuel, type Fuel } from './fuel.ts'
import { createGate, type DrivenGate, type Gate } from './gate.ts'
import { GOALS } from './goals.ts'
import { defineGlobal, lockGlobals } from './lock-globals.ts'
import { createMcData } from './mc-data.ts'
import { createPrimitives } from './primitives.ts'
import { toVec3 } from './vectors.ts'

interface Setup {
  readonly entry: string
  readonly arguments: readonly unknown[]
  readonly seed: number
  readonly fuel: number
  readonly version: string
}

type SkillFunction = (...parameters: unknown[]) => unknown
type SkillFactory = (burn: Fuel['burn'], caught: Fuel['caught']) => SkillFunction

interface Finished {
  readonly status: 'completed' | 'threw' | 'out-of-fuel'
  readonly value: unknown
  readonly error: Failure | null
  readonly reproducible: boolean
}

const TICK_MS = 50
const MAX_VALUE_CHARACTERS = 50_000

/**
 * Builds the world of one run inside vm2 and hands out the functions that drive it. They are called from outside, take
 * and give strings, and run no skill code themselves: that happens in microtasks, with no outer frame on the stack.
 */
export function openFacade(ask: (request: string) => string, tell: (request: string) => void, text: string) {
  const setup: Setup = JSON.parse(text)
  const fuel = createFuel(setup.fuel)
  const gate = createGate({ ask, tell }, fuel)
  const factories = new Map<string, SkillFactory>()
  let finished: Finished | null = null

  showSkillFrames()
  lockGlobals(() => gate.read<StateValue>('state').tick * TICK_MS, setup.seed)
  const scope = createScope(gate, setup.version)
  Object.defineProperty(globalThis, '__kithLink', {
    value: (name: string, factory: SkillFactory) => factories.set(name, factory),
    configurable: true,
  })
  const start = async (): Promise<void> => {
    finished = await runEntry(setup, factories, { fuel, gate, bot: scope.bot })
  }
  return {
    link: (): void => {
      Reflect.deleteProperty(globalThis, '__kithLink')
      Promise.resolve().then(start)
    },
    deliver: (act: number, completion: string): void => gate.deliver(act, completion),
    state: (): string =>
      JSON.stringify({
        finished: exhausted(fuel) ?? finished,
        fuelUsed: fuel.used(),
        pendingActs: gate.pendingActs(),
      }),
  }
}

function createScope(gate: Gate, version: string): { readonly bot: object } {
  const mcData = createMcData(gate, version)
  const bot = createBot(gate, mcData)
  const names = { Vec3, mcData, ...GOALS, ...createPrimitives(gate, bot) }
  for (const [name, value] of Object.entries(names)) defineGlobal(name, value)
  return { bot }
}

interface RunParts {
  readonly fuel: Fuel
  readonly gate: DrivenGate
  readonly bot: object
}

async function runEntry(
  setup: Setup,
  factories: ReadonlyMap<string, SkillFactory>,
  parts: RunParts,
): Promise<Finished> {
  try {
    const skills = new Map<string, SkillFunction>()
    for (const [name, factory] of factories) {
      const skill = traced(name, factory(parts.fuel.burn, parts.fuel.caught), parts.gate)
      skills.set(name, skill)
      defineGlobal(name, skill)
    }
    const entry = skills.get(setup.entry)
    if (entry === undefined) throw new Error(`The program has no module "${setup.entry}" to start with.`)
    const value = await entry(parts.bot, ...setup.arguments.map(toArgument))
    return {
      status: 'completed',
      value: jsonValue(value),
      error: null,
      reproducible: !parts.fuel.overflowed(),
    }
  } catch (thrown) {
    parts.fuel.noteOverflow(thrown)
    const error = describeFailure(thrown)
    return { status: 'threw', value: null, error, reproducible: !parts.fuel.overflowed() }
  }
}

/** The skill with a note in the trace whenever it is entered or left. */
function traced(name: string, skill: SkillFunction, gate: Gate): SkillFunction {
  return async (...parameters) => {
    gate.skill(name, 'entered')
    try {
      const value = await skill(...parameters)
      gate.skill(name, 'returned')
      return value
    } catch (error) {
      gate.skill(name, 'threw')
      throw error
    }
  }
}

function exhausted(fuel: Fuel): Finished | null {
  const exhaustion = fuel.exhaustion()
  if (exhaustion === null) return null
  return {
    status: 'out-of-fuel',
    value: null,
    error: describeFailure(exhaustion),
    reproducible: !fuel.overflowed(),
  }
}

/** A position among the arguments arrives as the `Vec3` that skill code expects. */
function toArgument(value: unknown): unknown {
  return toVec3(value) ?? value
}

/** What JSON can hold of the value; null where it cannot. */
function jsonValue(value: unknown): unknown {
  try {
    const text = JSON.stringify(value)
    return text === undefined || text.length > MAX_VALUE_CHARACTERS ? null : JSON.parse(text)
  } catch {
    return null
  }
}
