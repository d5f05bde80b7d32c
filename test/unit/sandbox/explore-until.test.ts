import { afterAll, describe, expect, test } from 'vitest'
import type { Json } from '../../../src/core/json.ts'
import { ProcessSandbox } from '../../../src/sandbox/process-sandbox.ts'
import { exampleState, ScriptedHost, success } from '../../support/scripted-host.ts'
import { runBody } from '../../support/skill-runs.ts'
import { resultOf } from './result-of.ts'

const sandbox = new ProcessSandbox()
afterAll(() => sandbox.close())

describe('exploreUntil()', () => {
  /** A walk on which every step takes its ticks. */
  function walk(code: string | null = null): ScriptedHost {
    let tick = 0
    const exploreStep = async (parameters: readonly Json[]) => {
      if (code !== null) return { ok: false, code: code as 'no-path', message: 'No way.' } as const
      tick += Number(parameters[1])
      return success({ position: { x: tick, y: 64, z: 0 } })
    }
    return new ScriptedHost({ reads: { state: () => exampleState(tick) }, acts: { exploreStep } })
  }
  const steps = (host: ScriptedHost) => host.requests.filter(({ method }) => method === 'exploreStep').length

  test('gives what the callback found, and looks before it walks', async () => {
    const host = walk()
    const body =
      'let looks = 0; return await exploreUntil(bot, new Vec3(1, 0, 1), 60, () => (++looks === 3 ? { looks } : null))'
    expect(await resultOf(sandbox, body, host)).toEqual({ looks: 3 })
    expect(steps(host)).toBe(2)
    const immediate = walk()
    expect(
      await resultOf(
        sandbox,
        'return await exploreUntil(bot, new Vec3(1, 0, 1), 60, () => "here")',
        immediate,
      ),
    ).toBe('here')
    expect(steps(immediate)).toBe(0)
  })

  test('gives null when the time is over', async () => {
    const host = walk()
    expect(
      await resultOf(sandbox, 'return await exploreUntil(bot, new Vec3(0, 0, -1), 10, () => null)', host),
    ).toBeNull()
    expect(steps(host)).toBe(5)
  })

  test('gives up after a few steps that fail', async () => {
    const host = walk('no-path')
    expect(
      await resultOf(sandbox, 'return await exploreUntil(bot, new Vec3(0, 0, -1), 60, () => null)', host),
    ).toBeNull()
    expect(steps(host)).toBe(5)
    const dead = walk('died')
    await resultOf(sandbox, 'return await exploreUntil(bot, new Vec3(0, 0, -1), 60, () => null)', dead)
    expect(steps(dead)).toBe(1)
  })

  test('throws what the callback throws, and for a direction that is none', async () => {
    const thrown = await runBody(
      sandbox,
      'await exploreUntil(bot, new Vec3(1, 0, 0), 5, () => { throw new Error("lost") })',
    )
    expect(thrown.error).toMatchObject({ message: 'lost', line: 2 })
    for (const direction of ['new Vec3(0, 0, 0)', 'new Vec3(5, 0, 0)']) {
      const wrong = await runBody(sandbox, `await exploreUntil(bot, ${direction}, 5, () => 1)`)
      expect(wrong.error?.message).toContain('direction of -1, 0 and 1')
    }
  })
})
