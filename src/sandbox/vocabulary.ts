import { createBot } from './facade/bot.ts'
import { createBotActs, NEEDS_NO_AWAIT } from './facade/bot-acts.ts'
import type { Gate } from './facade/gate.ts'
import { GOALS } from './facade/goals.ts'
import { createPrimitives } from './facade/primitives.ts'
import { UNAVAILABLE_MEMBERS } from './facade/unavailable-members.ts'

/** The names that skill code may use, taken from the facade itself, so that check and sandbox agree. */
export interface Vocabulary {
  /** Names of the control primitives; all of them are async and take the bot first. */
  readonly primitives: ReadonlySet<string>
  /** Other names in scope: `Vec3`, `mcData`, the goals and standard JavaScript. */
  readonly globals: ReadonlySet<string>
  readonly botMembers: ReadonlySet<string>
  /** Members of `bot` that exist in Mineflayer but not here, with what to do instead. */
  readonly unavailable: ReadonlyMap<string, string>
  /** Paths such as `bot.dig` and `bot.pathfinder.goto`, the calls of which must be awaited. */
  readonly botActs: ReadonlySet<string>
}

export function createVocabulary(): Vocabulary {
  const bot = createBot(SILENT_GATE, {})
  const primitives = Object.keys(createPrimitives(SILENT_GATE, bot))
  return {
    primitives: new Set(primitives),
    globals: new Set(['Vec3', 'mcData', ...Object.keys(GOALS), ...STANDARD_NAMES]),
    botMembers: new Set(Object.keys(bot)),
    unavailable: new Map(Object.entries(UNAVAILABLE_MEMBERS)),
    botActs: new Set([...awaitedActs(), 'bot.pathfinder.goto']),
  }
}

/** The facade built on it is only looked at, never used. */
const SILENT_GATE: Gate = {
  read: () => {
    throw new Error('The vocabulary does not read the world.')
  },
  act: () => Promise.reject(new Error('The vocabulary does not act.')),
  chat: () => {},
  skill: () => {},
}

function awaitedActs(): string[] {
  const acts = Object.keys(createBotActs(SILENT_GATE, () => Promise.resolve(null)))
  return acts.filter((name) => !NEEDS_NO_AWAIT.has(name)).map((name) => `bot.${name}`)
}

/** Names of the language that are left in the sandbox. */
const STANDARD_NAMES = [
  ...['undefined', 'NaN', 'Infinity', 'Object', 'Array', 'Number', 'String', 'Boolean', 'Symbol', 'BigInt'],
  ...['Math', 'JSON', 'Reflect', 'Map', 'Set', 'WeakMap', 'WeakSet', 'Iterator', 'Promise', 'RegExp', 'Date'],
  ...[
    'Error',
    'AggregateError',
    'EvalError',
    'RangeError',
    'ReferenceError',
    'SyntaxError',
    'TypeError',
    'URIError',
  ],
  ...['parseInt', 'parseFloat', 'isNaN', 'isFinite', 'console'],
  ...['encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent'],
  ...['ArrayBuffer', 'DataView', 'Uint8Array', 'Int8Array', 'Uint8ClampedArray', 'Uint16Array', 'Int16Array'],
  ...['Uint32Array', 'Int32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array'],
]
