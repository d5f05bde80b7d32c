import { expect, onTestFinished, test } from 'vitest'
import { ProcessTrialGround } from '../../../src/cli/compose/process-trial-ground.ts'
import type { TrialRequest } from '../../../src/core/body.ts'

test('ProcessTrialGround refuses a trial that its process would not understand, and plays the next one', {
  timeout: 120_000,
}, async () => {
  const ground = new ProcessTrialGround({ world: 'flat', version: '1.21.4', seed: 1, yields: false })
  onTestFinished(() => ground.close())
  const { signal } = new AbortController()
  const makesNone = {
    type: 'recipe',
    item: 'air',
    makes: 0,
    ingredients: { barrier: 1 },
    table: false,
  } as const

  await expect(ground.run(trial({ scope: 'listed', claims: [makesNone] }), signal)).rejects.toThrow('makes')
  expect(await ground.run(trial({ scope: 'full' }), signal)).toMatchObject({
    held: false,
    outcome: { status: 'completed' },
  })
})

/** Waits for a moment; its goal is never true. */
function trial(knowledge: TrialRequest['attempt']['knowledge']): TrialRequest {
  const source = 'async function rest(bot) { await bot.waitForTicks(2) }'
  return {
    goal: { type: 'have', item: 'stick', count: 1 },
    attempt: {
      agent: 'Ada',
      attempt: 'trial-1',
      program: { entry: 'rest', arguments: [], modules: [{ name: 'rest', source }] },
      knowledge,
      limits: { ticks: 600, fuel: 100_000, turnMs: 5000, memoryMb: 256 },
      seed: 'rest',
      gameChat: false,
    },
  }
}
