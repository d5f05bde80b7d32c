import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PrimitiveResult } from '../../src/core/primitive-result.ts'
import type { SkillSandbox } from '../../src/core/sandbox.ts'
import { exampleState, ScriptedHost, success, untilAborted } from '../support/scripted-host.ts'
import { runBody, runSkill } from '../support/skill-runs.ts'

/** What every SkillSandbox does. `create` gives a new one. */
export function describeSandbox(name: string, create: () => SkillSandbox): void {
  describe(`${name} as SkillSandbox`, () => {
    let sandbox: SkillSandbox
    beforeAll(() => {
      sandbox = create()
    })
    afterAll(() => sandbox.close())
    const given = () => sandbox
    describeOutcomes(given)
    describeHost(given)
    describeTurns(given)
    describeDeterminism(given)
    describeLimits(given)
  })
}

function describeOutcomes(given: () => SkillSandbox): void {
  test('run() completes with what the entry function returned', async () => {
    const run = await runBody(given(), 'return { sum: first + second }', { arguments: [2, 3] })
    expect(run).toMatchObject({ status: 'completed', value: { sum: 5 }, error: null, reproducible: true })
    expect(run.fuelUsed).toBeGreaterThan(0)
  })

  test('run() gives null for a value that JSON cannot hold', async () => {
    const run = await runBody(given(), 'const loop = {}; loop.self = loop; return loop')
    expect(run).toMatchObject({ status: 'completed', value: null })
  })

  test('run() names the place in the source where an error came from', async () => {
    const run = await runBody(given(), 'const list = [1, 2]\n  for (const entry of list) list.missing(entry)')
    expect(run).toMatchObject({ status: 'threw', value: null })
    expect(run.error).toMatchObject({ module: 'go', line: 3, column: 34 })
    expect(run.error?.message).toBe('TypeError: list.missing is not a function')
  })

  test('run() names the module of another skill in which an error happened after an await', async () => {
    const helper =
      'async function helper(bot) {\n  await bot.waitForTicks(1)\n  throw new Error("no luck")\n}'
    const run = await runBody(given(), 'await helper(bot)', { modules: { helper } })
    expect(run.error).toEqual({ message: 'no luck', module: 'helper', line: 3, column: 9 })
  })

  test('run() says where source cannot be parsed', async () => {
    const run = await runSkill(given(), 'async function go(bot) {\n  let let = 1\n}')
    expect(run).toMatchObject({ status: 'threw', error: { module: 'go', line: 2 } })
  })

  test('run() says that the entry module is missing', async () => {
    const run = await runSkill(given(), 'async function other(bot) {}')
    expect(run.status).toBe('threw')
    expect(run.error?.message).toContain('go is not defined')
  })

  test('run() ends as threw when the code waits for nothing', async () => {
    const run = await runBody(given(), 'await new Promise(() => {})')
    expect(run.status).toBe('threw')
    expect(run.error?.message).toContain('can never happen')
  })

  test('run() ends as threw when nobody awaits a promise that is rejected', async () => {
    const run = await runBody(
      given(),
      '(async () => { throw new Error("lost") })(); await bot.waitForTicks(1)',
    )
    expect(run.status).toBe('threw')
    expect(run.error?.message).toContain('lost')
    expect(run.error?.message).toContain('await')
  })
}

function describeHost(given: () => SkillSandbox): void {
  test('reads answer at once, and their refusals can be caught', async () => {
    const reads = { blockAt: () => null, inventory: () => refuse('The inventory is closed.') }
    const host = new ScriptedHost({ reads })
    const body = `const block = bot.blockAt(new Vec3(1, 2, 3))
      try { bot.inventory.items() } catch (error) { return [block, error.message] }`
    const run = await runBody(given(), body, { host })
    expect(run.value).toEqual([null, 'The inventory is closed.'])
    expect(host.requests[0]).toEqual({ method: 'blockAt', parameters: [{ x: 1, y: 2, z: 3 }] })
  })

  test('acts resolve with results, also for soft failures, and reject for wrong arguments', async () => {
    const failure: PrimitiveResult = { ok: false, code: 'no-path', message: 'No way.' }
    const acts = { mineBlock: async () => failure, craftItem: async () => refuse('No item "x".') }
    const body = `const mined = await mineBlock(bot, 'oak_log', 2)
      try { await craftItem(bot, 'x') } catch (error) { return [mined, error.message] }`
    const host = new ScriptedHost({ acts })
    const run = await runBody(given(), body, { host })
    expect(run.value).toEqual([failure, 'No item "x".'])
    expect(host.requests).toEqual([
      { method: 'mineBlock', parameters: ['oak_log', 2] },
      { method: 'craftItem', parameters: ['x', 1] },
    ])
  })

  test('note() hears chat and which skill functions were entered and left, in order', async () => {
    const host = new ScriptedHost()
    const helper = 'async function helper(bot) { bot.chat("working"); throw new Error("tired") }'
    await runBody(given(), 'try { await helper(bot) } catch { }', { host, modules: { helper } })
    expect(host.notes).toEqual([
      { type: 'skill', name: 'go', phase: 'entered' },
      { type: 'skill', name: 'helper', phase: 'entered' },
      { type: 'chat', text: 'working' },
      { type: 'skill', name: 'helper', phase: 'threw' },
      { type: 'skill', name: 'go', phase: 'returned' },
    ])
  })
}

function describeTurns(given: () => SkillSandbox): void {
  test('computing() is off while the body acts, and on while code computes', async () => {
    const mineBlock = async () => {
      await host.idle()
      return success(null)
    }
    const host: ScriptedHost = new ScriptedHost({ acts: { mineBlock } })
    const body = 'await mineBlock(bot, "stone"); await mineBlock(bot, "dirt")'
    expect(await runBody(given(), body, { host })).toMatchObject({ status: 'completed' })
    expect(host.turns).toEqual([true, false, true, false, true, false])
  })

  test('completions arrive one by one, in the order in which the acts ended', async () => {
    const ends: (() => void)[] = []
    const acts = {
      mineBlock: () => new Promise<PrimitiveResult>((resolve) => ends.push(() => resolve(success(null)))),
      craftItem: async () => {
        for (const end of ends.toReversed()) end()
        return success(null)
      },
    }
    const body = `const order = []
      const mine = async (name) => { await mineBlock(bot, name); order.push(name) }
      await Promise.all([mine('first'), mine('second'), craftItem(bot, 'third')])
      return order`
    const run = await runBody(given(), body, { host: new ScriptedHost({ acts }) })
    expect(run.value).toEqual(['second', 'first'])
  })

  test('the signal ends a waiting run as aborted, and its act too', async () => {
    const controller = new AbortController()
    let stopped = false
    const wait = untilAborted(() => {
      stopped = true
    })
    const host = new ScriptedHost({ acts: { mineBlock: wait } })
    host.idle().then(() => controller.abort())
    const run = await runBody(given(), 'await mineBlock(bot, "stone")', { host, signal: controller.signal })
    expect(run).toMatchObject({ status: 'aborted', reproducible: true })
    expect(stopped).toBe(true)
    expect(host.turns.at(-1)).toBe(false)
  })

  test('it makes no difference whether the signal comes while code computes or once it waits', async () => {
    const body = 'bot.chat("one"); if (bot.health > 0) bot.chat("two"); await mineBlock(bot, "stone")'
    const runAborted = async (isEarly: boolean) => {
      const controller = new AbortController()
      const state = () => {
        if (isEarly) controller.abort()
        return exampleState()
      }
      const host = new ScriptedHost({ reads: { state }, acts: { mineBlock: untilAborted() } })
      if (!isEarly) host.idle().then(() => controller.abort())
      const run = await runBody(given(), body, { host, signal: controller.signal })
      return { run, notes: host.notes, requests: host.requests }
    }
    const early = await runAborted(true)
    expect(early.run).toMatchObject({ status: 'aborted', reproducible: true })
    expect(early.notes).toHaveLength(3)
    expect(early).toEqual(await runAborted(false))
  })

  test('code that computes on and on after the signal is ended', async () => {
    const controller = new AbortController()
    const state = () => {
      controller.abort()
      return exampleState()
    }
    const host = new ScriptedHost({ reads: { state } })
    const limits = { fuel: 1e12, turnMs: 600_000 }
    const body = 'if (bot.health > 0) for (;;);'
    const run = await runBody(given(), body, { host, limits, signal: controller.signal })
    expect(run).toMatchObject({ status: 'aborted', reproducible: false })
    expect(host.turns.at(-1)).toBe(false)
    expect(await runBody(given(), 'return 1')).toMatchObject({ status: 'completed', value: 1 })
  })

  test('a signal that has aborted already ends the run', async () => {
    const run = await runBody(given(), 'return 1', { signal: AbortSignal.abort() })
    expect(run.status).toBe('aborted')
    expect(await runBody(given(), 'return 1')).toMatchObject({ status: 'completed', value: 1 })
  })

  test('a run that threw ends the acts that it left under way', async () => {
    let stopped = 0
    const mineBlock = untilAborted(() => {
      stopped += 1
    })
    const host = new ScriptedHost({ acts: { mineBlock } })
    const run = await runBody(given(), 'mineBlock(bot, "stone").catch(() => {}); throw new Error("enough")', {
      host,
    })
    expect(run.status).toBe('threw')
    expect(stopped).toBe(1)
  })

  test('a run that completed waits for the acts that it left under way', async () => {
    const host = new ScriptedHost({ acts: { mineBlock: async () => success(null) } })
    const body = 'mineBlock(bot, "stone").then(() => bot.chat("mined")); return 1'
    expect(await runBody(given(), body, { host })).toMatchObject({ status: 'completed', value: 1 })
    expect(host.chat).toEqual(['mined'])
  })
}

function describeDeterminism(given: () => SkillSandbox): void {
  test('the seed decides Math.random, and the tick decides Date', async () => {
    const body =
      'return [Math.random(), Math.random(), Date.now(), new Date().getTime(), new (new Date().constructor)() - 0]'
    const [one, same, other] = [
      await runBody(given(), body, { seed: 'a' }),
      await runBody(given(), body, { seed: 'a' }),
      await runBody(given(), body, { seed: 'b' }),
    ]
    expect(one).toEqual(same)
    expect(one.value).not.toEqual(other.value)
    expect((one.value as number[]).slice(2)).toEqual([5000, 5000, 5000])
  })

  test('fuel ends a loop at the same place every time', async () => {
    const body = 'let turns = 0; while (true) { turns += 1; if (turns % 1000 === 0) await null }'
    const first = await runBody(given(), body)
    expect(first).toMatchObject({ status: 'out-of-fuel', fuelUsed: 100_000, reproducible: true })
    expect(first.error).toMatchObject({ module: 'go', line: 2 })
    expect(await runBody(given(), body)).toEqual(first)
  })

  test('nothing that one run changes is seen by the next', async () => {
    const spoil =
      'globalThis.left = 1; Array.prototype.left = 2; Math.floor = () => 7; Object.prototype.left = 3; return 1'
    await runBody(given(), spoil)
    const run = await runBody(
      given(),
      'return [typeof left, typeof [].left, Math.floor(1.5), typeof {}.left]',
    )
    expect(run.value).toEqual(['undefined', 'undefined', 1, 'undefined'])
  })
}

function describeLimits(given: () => SkillSandbox): void {
  test('a turn that takes too long ends as killed, and the next run works', async () => {
    const body = 'const text = "x".repeat(2 ** 24); while (text.split("x").length > 0);'
    const run = await runBody(given(), body, { limits: { turnMs: 150 } })
    expect(run).toMatchObject({ status: 'killed', reproducible: false })
    expect(run.error?.message).toContain('150 ms')
    expect(await runBody(given(), 'return 1')).toMatchObject({ status: 'completed', value: 1 })
  })

  test('time that the body takes for an act does not count as a turn', async () => {
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 1600))
      return success(null)
    }
    const host = new ScriptedHost({ acts: { mineBlock: slow } })
    const run = await runBody(given(), 'await mineBlock(bot, "stone")', { host, limits: { turnMs: 1500 } })
    expect(run.status).toBe('completed')
  })

  test('one run at a time: a second one is refused', async () => {
    const first = runBody(given(), 'await bot.waitForTicks(1)')
    await expect(runBody(given(), 'return 1')).rejects.toThrow('running')
    await first
  })
}

function refuse(message: string): never {
  throw new Error(message)
}
