/** Removes from the realm what would reach real time, memory outside the heap, or collected objects. */
export function lockGlobals(clock: () => number, seed: number): void {
  for (const name of REMOVED) Reflect.deleteProperty(globalThis, name)
  const random = seededRandom(seed)
  Object.defineProperty(Math, 'random', { value: random, writable: false, configurable: false })
  defineGlobal('Date', frozenDate(clock))
  defineGlobal('console', silentConsole())
}

/** A global that skill code can neither replace nor remove. */
export function defineGlobal(name: string, value: unknown): void {
  const isDefined = Reflect.defineProperty(globalThis, name, { value, writable: false, configurable: false })
  if (!isDefined) throw new Error(`The name "${name}" is taken. Choose another name for the skill.`)
}

const REMOVED = [
  'Atomics',
  'Buffer',
  'FinalizationRegistry',
  'GLOBAL',
  'Intl',
  'SharedArrayBuffer',
  'Temporal',
  'VMError',
  'WeakRef',
  'WebAssembly',
  'global',
  'root',
]

/** `Date` whose present is the game's: it moves with the ticks and stands still while code computes. */
function frozenDate(clock: () => number): unknown {
  const RealDate = Date
  function GameDate(...parameters: unknown[]): unknown {
    if (new.target === undefined) return new RealDate(clock()).toString()
    return Reflect.construct(RealDate, parameters.length === 0 ? [clock()] : parameters, new.target)
  }
  GameDate.prototype = RealDate.prototype
  Object.defineProperty(RealDate.prototype, 'constructor', { value: GameDate })
  return Object.assign(GameDate, { now: clock, parse: RealDate.parse, UTC: RealDate.UTC })
}

/** Mulberry32. */
function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Skill code may log; nobody listens. `bot.chat` is the way to say something. */
function silentConsole(): object {
  const ignore = () => {}
  return Object.freeze({ log: ignore, info: ignore, warn: ignore, error: ignore, debug: ignore })
}
