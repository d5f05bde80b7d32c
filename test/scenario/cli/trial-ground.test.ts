import { afterAll, expect, test } from 'vitest'
import { ProcessTrialGround } from '../../../src/cli/compose/process-trial-ground.ts'
import type { TrialRequest } from '../../../src/core/body.ts'

const ground = new ProcessTrialGround({ world: 'flat', version: '1.21.4', seed: 1, yields: false })
afterAll(() => ground.close())
const { signal } = new AbortController()
const slow = { timeout: 120_000 }

test(
  'ProcessTrialGround refuses a trial that its process would not understand, and plays the next one',
  slow,
  async () => {
    const makesNone = {
      type: 'recipe',
      item: 'air',
      makes: 0,
      ingredients: { barrier: 1 },
      table: false,
    } as const

    await expect(ground.run(rest({ scope: 'listed', claims: [makesNone] }), signal)).rejects.toThrow('makes')
    expect(await ground.run(rest({ scope: 'full' }), signal)).toMatchObject({
      held: false,
      outcome: { status: 'completed' },
    })
  },
)

test(
  'ProcessTrialGround goes on where the last skill held, and from empty hands where that shows nothing',
  slow,
  async () => {
    const started = async (wanted: number) => {
      const result = await ground.run(digOne(wanted), signal)
      return { held: result.held, before: result.outcome?.inventoryBefore }
    }
    expect(await started(1)).toEqual({ held: true, before: {} })
    expect(await started(2)).toEqual({ held: true, before: { dirt: 1 } })
    // There it holds already.
    expect(await started(2)).toEqual({ held: false, before: {} })
    expect(await started(1)).toEqual({ held: true, before: {} })
    // One more is not enough from there, nor is it from empty hands.
    expect(await started(3)).toEqual({ held: false, before: {} })
    const elsewhere = await ground.run(digOne(1, 'Ben'), signal)
    expect(elsewhere).toMatchObject({ held: true, outcome: { inventoryBefore: {} } })
  },
)

/** Waits for a moment; its goal is never true. */
function rest(knowledge: TrialRequest['attempt']['knowledge']): TrialRequest {
  const source = 'async function rest(bot) { await bot.waitForTicks(2) }'
  return { goal: { type: 'have', item: 'stick', count: 1 }, attempt: attempt('rest', source, knowledge) }
}

function digOne(wanted: number, agent = 'Ada'): TrialRequest {
  const source = "async function digOne(bot) { await mineBlock(bot, 'grass_block', 1) }"
  return {
    goal: { type: 'have', item: 'dirt', count: wanted },
    attempt: { ...attempt('digOne', source, { scope: 'full' }), agent },
  }
}

function attempt(name: string, source: string, knowledge: TrialRequest['attempt']['knowledge']) {
  return {
    agent: 'Ada',
    attempt: 'trial-1',
    program: { entry: name, arguments: [], modules: [{ name, source }] },
    knowledge,
    limits: { ticks: 600, fuel: 100_000, turnMs: 5000, memoryMb: 256 },
    seed: name,
    gameChat: false,
  }
}
