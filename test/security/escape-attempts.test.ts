import { afterAll, afterEach, expect, test } from 'vitest'
import { ProcessSandbox } from '../../src/sandbox/process-sandbox.ts'
import { ScriptedHost, success } from '../support/scripted-host.ts'
import { runBody } from '../support/skill-runs.ts'

const sandbox = new ProcessSandbox()
afterAll(() => sandbox.close())

afterEach(async () => {
  expect(await runBody(sandbox, 'return 1')).toMatchObject({ status: 'completed', value: 1 })
})

/**
 * Ways out of vm2 that were published over the years, each written anew. Every one hands what it got to `judge`, which
 * recognizes the outer world: its `process`, or a function constructor that can make code.
 */
const ESCAPES: Readonly<Record<string, string>> = {
  'the constructor of an object': 'judge({}.constructor.constructor)',
  'the constructor of a function': 'judge((function () {}).constructor)',
  'the constructor of an asynchronous function': 'judge((async () => {}).constructor)',
  'the constructor of a generator': 'judge((function* () {}).constructor)',
  'the constructor of an asynchronous generator': 'judge((async function* () {}).constructor)',
  'the constructor of this': 'judge(this.constructor.constructor)',
  'the constructor of the bot': 'judge(bot.constructor.constructor)',
  'the constructor of a method of the bot': 'judge(bot.chat.constructor)',
  'the constructor of a primitive': 'judge(mineBlock.constructor)',
  'the constructor of an argument': 'judge(first.constructor.constructor)',
  'the constructor of a result': 'judge((await mineBlock(bot, "stone")).constructor.constructor)',
  'the constructor of mcData': 'judge(mcData.itemsByName.constructor.constructor)',
  'the constructor of Vec3': 'judge(Vec3.constructor)',
  'the constructor of Date': 'judge(Date.constructor); judge(new Date().constructor.constructor)',
  'the constructor of a refused read':
    'try { bot.blockAt(new Vec3(0, 0, 0)) } catch (error) { judge(error.constructor.constructor) }',
  'the constructor of a rejected act':
    'try { await craftItem(bot, "x") } catch (error) { judge(error.constructor.constructor) }',
  'the constructor of an overflow in outer code': `const f = (n) => { try { bot.chat("x"); f(n + 1) } catch (e) { judge(e.constructor.constructor); throw e } }
    f(0)`,
  'an error with a symbol for a name': `const error = new Error(); error.name = Symbol()
    await (async () => error.stack)().catch((outer) => judge(outer.constructor.constructor))`,
  'a rejection that outer code formats': `const error = new Error("x"); error.name = { toString() { throw new Error() } }
    const f = async () => error.stack; await f().then(() => {}, (outer) => judge(outer.constructor.constructor))`,
  'call sites of a stack': `Error.prepareStackTrace = (_, sites) => sites
    for (const site of new Error().stack) { judge(site.getThis?.()); judge(site.getFunction?.()); judge(site.constructor.constructor) }`,
  'call sites of an overflow': `Error.prepareStackTrace = (_, sites) => { for (const s of sites) judge(s.getFunction?.()?.constructor); return "" }
    const f = () => f(); try { f() } catch (error) { error.stack }`,
  'the species of a promise': `const held = Promise.resolve()
    held.constructor = { [Symbol.species]: class { constructor(run) { run((v) => judge(v?.constructor?.constructor), (v) => judge(v?.constructor?.constructor)) } } }
    held.then(); await null`,
  'an overridden then of a primitive': `const then = Promise.prototype.then
    Promise.prototype.then = function (...given) { judge(this.constructor.constructor); return then.apply(this, given) }
    await mineBlock(bot, "stone")`,
  'an overridden catch': `const outer = mineBlock(bot, "stone"); judge(outer.constructor.constructor); judge(outer.catch.constructor); await outer`,
  'a thenable in a delegating generator': `const g = async function* () { yield* { [Symbol.asyncIterator]: () => ({ next: () => ({ then(ok, no) { judge(ok.constructor); judge(no.constructor); ok({ done: true }) } }) }) } }
    for await (const x of g());`,
  'a thenable that is awaited': 'await { then(ok) { judge(ok.constructor); ok(1) } }',
  'the return of an asynchronous generator': `const g = (async function* () { try { yield 1 } finally { } })(); await g.next()
    await g.return({ then(ok) { judge(ok.constructor); ok(1) } })`,
  'inspection by the outer world': `const trap = { [Symbol.for("nodejs.util.inspect.custom")]: (depth, options, inspect) => { judge(inspect.constructor); judge(options.constructor.constructor) } }
    bot.chat(trap); await mineBlock(bot, trap); throw trap`,
  'conversion by the outer world':
    'bot.chat({ toString() { judge(arguments.callee?.caller?.constructor); return "x" } })',
  'the caller of a function': 'function f() { judge(f.caller?.constructor) } f(); [1].map(f)',
  'an error with errors inside': `try { await Promise.any([craftItem(bot, "x")]) } catch (error) { judge(error.constructor.constructor); judge(error.errors[0].constructor.constructor) }`,
  'the cause of an error': `try { throw new Error("x", { cause: await craftItem(bot, "x").catch((e) => e) }) } catch (error) { judge(error.cause.constructor.constructor) }`,
  'a suppressed error': 'judge(new SuppressedError(1, 2).constructor.constructor)',
  'an import': 'judge(await import("node:process"))',
  'an import in a function': 'const f = () => import("node:fs"); judge(await f())',
  'the species of an array': `class A extends Array { static get [Symbol.species]() { return function (...given) { for (const g of given) judge(g?.constructor?.constructor); return [] } } }
    bot.findBlocks({ matching: new A(1, 2, 3) })`,
  'a setter on the prototype of arrays': `Object.defineProperty(Array.prototype, 0, { set(value) { judge(value?.constructor?.constructor) }, configurable: true })
    try { bot.findBlocks({ matching: 1 }); [].concat(bot) } finally { delete Array.prototype[0] }`,
  'setters on the prototype of objects': `for (const name of ["type", "value", "message", "method", "then", "get", "set", "apply"]) Object.defineProperty(Object.prototype, name, { set(value) { judge(value?.constructor?.constructor) }, get() { return undefined }, configurable: true })
    await mineBlock(bot, "stone")`,
  'the getter lookup of an object':
    'judge(Buffer.prototype); judge({}.__lookupGetter__("__proto__").constructor)',
  'a prototype that is written': `const lookup = {}.__lookupGetter__("__proto__"); const up = (x) => lookup.call(x)
    let top = bot.chat; while (up(top)) { top = up(top); judge(top.constructor?.constructor) }`,
  'Function.prototype.call of the outer world': `const call = Function.prototype.call
    Function.prototype.call = function (...given) { judge(this.constructor); return Reflect.apply(call, this, given) }
    bot.chat("x"); await mineBlock(bot, "stone")`,
  'an overridden JSON': `const { parse, stringify } = JSON
    JSON.parse = (...given) => { judge(given); return parse(...given) }; JSON.stringify = (...given) => { judge(given); return stringify(...given) }
    bot.chat("x"); await mineBlock(bot, "stone")`,
  'an overridden Map': `const { get, set } = Map.prototype
    Map.prototype.set = function (key, value) { judge(value); judge(value?.settle?.constructor); return set.call(this, key, value) }
    await mineBlock(bot, "stone")`,
  'arguments of the facade':
    'const f = bot.chat; judge(f.arguments); judge(Object.getOwnPropertyDescriptors(f).arguments?.value)',
  'the state of vm2': 'judge(typeof VM2_INTERNAL_STATE === "undefined" ? null : VM2_INTERNAL_STATE)',
  'the state of vm2 over the global object':
    'for (const name of Object.getOwnPropertyNames(globalThis)) judge(globalThis[name])',
  WebAssembly: 'judge(typeof WebAssembly === "undefined" ? null : WebAssembly)',
  'an array buffer of the outer world': 'judge(new ArrayBuffer(8).constructor.constructor)',
  'iterator helpers': 'judge(Iterator.from([1]).map((x) => x).constructor.constructor)',
  'a tagged template': 'const tag = (parts) => judge(parts.constructor.constructor); tag`x`',
  'a regular expression':
    'const r = /x/; r.exec = (...given) => { judge(given) ; return null }; "x".replace(r, "")',
  'a getter among the arguments':
    'await mineBlock(bot, { get name() { judge(this.constructor.constructor); return "x" } })',
  'a symbol that is shared': 'judge(Symbol.for("nodejs.util.promisify.custom").constructor.constructor)',
}

const JUDGE = `let verdict = "held"
  const judge = (thing) => {
    if (thing && (typeof thing === "object" || typeof thing === "function")) {
      if (typeof thing.pid === "number" || thing.getBuiltinModule || thing.versions?.node) verdict = "process"
      if (typeof thing === "function") {
        let made = null
        try { made = thing("return typeof process === 'object' && process.pid ? process : null")() } catch {}
        if (made?.pid || typeof made?.then === "function" && (made.then((p) => { if (p?.pid) verdict = "escaped" }), false)) verdict = "escaped"
      }
    }
  }`

for (const [name, attempt] of Object.entries(ESCAPES)) {
  test(`vm2 holds against ${name}`, async () => {
    const body = `${JUDGE}\ntry { await (async () => { ${attempt} })() } catch { }\nawait null; return verdict`
    const run = await runBody(sandbox, body, { host: givingHost(), arguments: [{ x: [1] }] })
    expect(run).not.toMatchObject({ status: 'killed' })
    if (run.status === 'completed') expect(run.value).toBe('held')
    else
      expect(run.error?.message).toMatch(
        /not available|not allowed|await|call stack|fuel|state variable|never happen/,
      )
  })
}

test('the judge recognizes an escape', () => {
  const verdict = new Function(`${JUDGE}; judge(arguments[0]); return verdict`)
  expect(verdict(process)).toBe('process')
  expect(verdict(Object.getPrototypeOf(() => {}).constructor)).toBe('escaped')
  expect(verdict({})).toBe('held')
})

test('the global object holds the language and the facade, and nothing of Node', async () => {
  const run = await runBody(sandbox, 'return Object.getOwnPropertyNames(globalThis).sort()')
  const names = run.value as string[]
  expect(names).not.toContain('__kithLink')
  const foreign = [
    'process',
    'require',
    'Buffer',
    'setTimeout',
    'fetch',
    'WebAssembly',
    'Proxy',
    'Atomics',
    'root',
  ]
  const undefinedOnes = await runBody(
    sandbox,
    `return ${JSON.stringify(foreign)}.filter((name) => globalThis[name] !== undefined)`,
  )
  expect(undefinedOnes.value).toEqual([])
})

test('stacks show places in skill code and nothing outside', async () => {
  const body = `const stacks = []
    try { null.x } catch (error) { stacks.push(error.stack) }
    try { bot.blockAt(null) } catch (error) { stacks.push(error.stack) }
    try { await craftItem(bot, 'x') } catch (error) { stacks.push(error.stack) }
    const frames = []
    Error.prepareStackTrace = (_, sites) => { for (const s of sites) frames.push(s.getFileName()); return '' }
    new Error().stack
    const f = () => f()
    try { f() } catch (error) { error.stack }
    return { stacks, frames: [...new Set(frames)] }`
  const run = await runBody(sandbox, body, { host: givingHost() })
  const { stacks, frames } = run.value as { stacks: string[]; frames: (string | null)[] }
  expect(stacks).toHaveLength(3)
  for (const stack of stacks) {
    expect(stack).toContain('skill:go')
    expect(stack).not.toMatch(/file:|node:|\/work|\/home|node_modules|\.ts|\.js\b/)
  }
  for (const frame of frames) expect(frame === null || /^(skill:go|kithcraft)$/.test(frame)).toBe(true)
})

test('the woven calls cannot be replaced', async () => {
  for (const attempt of [
    'const __kithBurn = () => {}; for (;;) {}',
    'const __kith\\u0042urn = () => {}; for (;;) {}',
    'with ({ ["__kith" + "Burn"]: () => {} }) for (;;) {}',
  ]) {
    const run = await runBody(sandbox, attempt)
    expect(run.status).toBe('threw')
    expect(run.error?.message).toMatch(/reserved|not allowed/)
  }
})

test('source cannot break out of the function that it is wrapped in', async () => {
  const run = await runBody(
    sandbox,
    '}\nreturn go}); bot.chat("outside"); __kithLink("go", () => { function go() {',
  )
  expect(run).toMatchObject({ status: 'threw', error: { module: 'go' } })
})

test('what skill code cannot replace: primitives, the bot and other skills', async () => {
  const helper = 'async function helper(bot) { return "real" }'
  const body = `'use strict'
    const refused = []
    const attempt = (name, change) => { try { change() } catch { refused.push(name) } }
    attempt('primitive', () => { mineBlock = () => {} })
    attempt('global', () => { globalThis.mineBlock = () => {} })
    attempt('skill', () => { helper = () => 'false' })
    attempt('chat', () => { bot.chat = () => {} })
    attempt('random', () => { Math.random = () => 0 })
    attempt('health', () => { bot.health = 99 })
    return [refused, await helper(bot), bot.health]`
  const run = await runBody(sandbox, body, { modules: { helper } })
  expect(run.value).toEqual([['primitive', 'global', 'skill', 'chat', 'random', 'health'], 'real', 20])
})

function givingHost(): ScriptedHost {
  return new ScriptedHost({
    reads: { blockStates: () => [], inventory: () => [] },
    acts: { mineBlock: async () => success({ mined: 1 }) },
  })
}
