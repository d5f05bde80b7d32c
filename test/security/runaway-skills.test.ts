import { afterAll, afterEach, expect, test } from 'vitest'
import { ProcessSandbox } from '../../src/sandbox/process-sandbox.ts'
import { ScriptedHost, success } from '../support/scripted-host.ts'
import { type RunOptions, runBody } from '../support/skill-runs.ts'

const sandbox = new ProcessSandbox()
afterAll(() => sandbox.close())

afterEach(async () => {
  expect(await runBody(sandbox, 'return 1')).toMatchObject({ status: 'completed', value: 1 })
})

/** What an act costs in time makes a larger one slow. */
const FUEL = 5000

/** Fuel sees these: they end at the same place every time. */
const OUT_OF_FUEL: Readonly<Record<string, string>> = {
  'a loop': 'while (true) {}',
  'a loop without a body': 'for (;;);',
  'a labelled loop': 'outer: for (;;) { for (;;) continue outer }',
  'a do loop': 'let n = 0; do n++; while (true)',
  'a loop after an await': 'await bot.waitForTicks(1); for (;;) {}',
  'a loop that awaits nothing': 'for (;;) await null',
  'a loop over an endless iterator': 'for (const x of { *[Symbol.iterator]() { for (;;) yield 1 } }) {}',
  'a loop over an endless asynchronous iterator':
    'for await (const x of { async *[Symbol.asyncIterator]() { for (;;) yield 1 } }) {}',
  'Array.from over an endless iterator': 'Array.from({ *[Symbol.iterator]() { for (;;) yield 0 } })',
  'a catch clause that goes on': 'for (;;) { try { for (;;) {} } catch { } }',
  'a catch clause with a parameter': 'for (;;) { try { for (;;) {} } catch (error) { for (;;) {} } }',
  'a finally clause that goes on':
    'const f = () => { try { for (;;) {} } finally { return 1 } }; for (;;) f()',
  'a finally clause that loops': 'try { for (;;) {} } finally { for (;;) {} }',
  'a rejection handler that goes on':
    'const again = () => Promise.reject(new Error("x")).catch(again); await again()',
  'then with a handler of its own': 'const f = () => Promise.resolve().then(f, f); await f()',
  'a storm of promises': 'const storm = async () => { storm(); storm(); await null; storm() }; await storm()',
  'a chain of microtasks':
    'const next = () => Promise.resolve().then(next); next(); await bot.waitForTicks(1)',
  'a thenable that never settles': 'const t = { then(resolve) { resolve(t) } }; await t',
  'a getter': 'const o = { get x() { for (;;) {} } }; o.x',
  'a setter': 'const o = { set x(v) { for (;;) {} } }; o.x = 1',
  'a class with a loop in its constructor': 'class C { constructor() { for (;;) {} } } new C()',
  'a method': 'class C { m() { for (;;) {} } } new C().m()',
  'a static block': 'class C { static { for (;;) {} } }',
  'a default parameter': 'const f = (x = (() => { for (;;) {} })()) => x; f()',
  toString: 'String({ toString() { for (;;) {} } })',
  toJSON: 'await mineBlock(bot, { toJSON() { for (;;) {} } })',
  'a comparator': 'for (;;) [3, 1, 2].sort(() => Math.random() - 0.5)',
  'a replacer': 'for (;;) "aaaa".replace(/a/g, () => "b")',
  'a predicate of findBlocks': 'bot.findBlocks({ matching: () => { for (;;) {} } })',
  'chat without end': 'for (;;) bot.chat("x")',
  'reads without end': 'for (let x = 0; ; x++) bot.blockAt(new Vec3(x, 0, 0))',
  'acts without end': 'for (;;) await bot.waitForTicks(1)',
}

for (const [name, body] of Object.entries(OUT_OF_FUEL)) {
  test(`fuel ends ${name}`, async () => {
    const run = await runBody(sandbox, body, { host: spaciousHost(), limits: { fuel: FUEL } })
    expect(run.error?.message).toContain(`used up its fuel of ${FUEL}`)
    expect(run).toMatchObject({ status: 'out-of-fuel', fuelUsed: FUEL, reproducible: true })
  })
}

/** The stack ends these, and says so. */
const OVERFLOWS: Readonly<Record<string, string>> = {
  recursion: 'const f = () => f() + 1; f()',
  'recursion of two': 'const f = (n) => g(n + 1); const g = (n) => f(n + 1); f(0)',
  'recursion of a getter': 'const o = { get x() { return this.x } }; o.x',
  'recursion through a class': 'class C { x = new C() } new C()',
  'recursion that catches itself': 'const f = () => { try { f() } catch { f() } }; f()',
}

for (const [name, body] of Object.entries(OVERFLOWS)) {
  test(`the stack ends ${name}`, async () => {
    const run = await runBody(sandbox, body, { limits: { fuel: 200_000 } })
    expect(['threw', 'out-of-fuel']).toContain(run.status)
    expect(run.error?.message).toMatch(/call stack|fuel/)
    expect(run.reproducible).toBe(false)
  })
}

/** Fuel cannot see these: the wall clock or the memory watch kills the process. */
const KILLED: Readonly<Record<string, { body: string; limits?: RunOptions['limits'] }>> = {
  'a replacement without a loop': {
    body: '"x".repeat(2 ** 22).replaceAll("x", "y".repeat(99)).replaceAll("y", "zz").length',
  },
  'a regular expression that backtracks': { body: '/^(a+)+$/.test("a".repeat(60) + "b")' },
  'a search through a long text': { body: '("a".repeat(2 ** 21) + "b").search(/(a+)+c/)' },
  'a native loop over a huge text': { body: 'Object.keys("x".repeat(2 ** 25))' },
  'a sort of a huge array': {
    body: 'const a = Array.from({ length: 5e5 }, () => Math.random() + ""); while (true) a.reverse().sort()',
  },
  'a heap that grows': {
    body: 'const kept = []; for (;;) kept.push(new Array(1e5).fill({}))',
    limits: { turnMs: 10_000 },
  },
  'texts that grow': {
    body: 'const kept = []; for (;;) kept.push(("x" + kept.length).repeat(1e6).split("").join("-"))',
    limits: { turnMs: 10_000 },
  },
  'buffers that grow': {
    body: 'const kept = []; for (;;) kept.push(new Uint8Array(1e6).fill(1))',
    limits: { turnMs: 10_000 },
  },
  'buffers that grow after an await': {
    body: 'const kept = []; for (;;) { await null; kept.push(new Float64Array(1e5).fill(1)) }',
    limits: { turnMs: 10_000 },
  },
}

for (const [name, { body, limits }] of Object.entries(KILLED)) {
  test(`the supervisor ends ${name}`, async () => {
    const started = performance.now()
    const run = await runBody(sandbox, body, { limits: { fuel: 1e9, turnMs: 250, memoryMb: 200, ...limits } })
    expect(performance.now() - started).toBeLessThan(30_000)
    expect(run).toMatchObject({ status: 'killed', reproducible: false })
    expect(run.error?.message).toMatch(/memory|without a pause/)
  })
}

test('one huge buffer is refused', async () => {
  for (const buffer of ['new ArrayBuffer(2 ** 30)', 'new Uint8Array(2 ** 30)', 'new Float64Array(1e9)']) {
    const run = await runBody(sandbox, `return ${buffer}.byteLength`)
    expect(run).toMatchObject({ status: 'threw', reproducible: true })
    expect(run.error?.message).toContain('exceeds bufferAllocLimit')
  }
})

test('too many acts at once are refused', async () => {
  const host = new ScriptedHost({ acts: { mineBlock: async () => success(null) } })
  const body = 'await Promise.all(Array.from({ length: 50 }, () => mineBlock(bot, "stone")))'
  const run = await runBody(sandbox, body, { host })
  expect(run.status).toBe('threw')
  expect(run.error?.message).toContain('acts are under way already')
})

test('arguments that are too large are refused', async () => {
  const run = await runBody(sandbox, 'await mineBlock(bot, "x".repeat(1e6))')
  expect(run.status).toBe('threw')
  expect(run.error?.message).toContain('at most 60000')
})

test('a message of chat is cut, and a huge return value dropped', async () => {
  const host = new ScriptedHost()
  const run = await runBody(sandbox, 'bot.chat("x".repeat(1e6)); return "y".repeat(1e6)', { host })
  expect(run).toMatchObject({ status: 'completed', value: null })
  expect(host.chat[0]).toHaveLength(500)
})

test('nothing of a run goes on after its end', async () => {
  const leave = 'const f = () => Promise.resolve().then(f); f(); bot.chat("last"); throw new Error("end")'
  const host = new ScriptedHost()
  await runBody(sandbox, leave, { host })
  const told = host.notes.length
  await runBody(sandbox, 'await bot.waitForTicks(1)')
  expect(host.notes).toHaveLength(told)
})

function spaciousHost(): ScriptedHost {
  return new ScriptedHost({ reads: { blockAt: () => null, blockStates: () => [exampleBlock()] } })
}

function exampleBlock() {
  return {
    ...{
      type: 1,
      name: 'stone',
      displayName: 'Stone',
      stateId: 1,
      metadata: 0,
      position: null,
      boundingBox: 'block',
    },
    ...{ diggable: true, hardness: 1.5, material: 'rock', transparent: false, light: 0, skyLight: 15 },
    ...{ biome: 'plains', properties: {}, shapes: [], harvestTools: null, drops: [] },
  }
}
