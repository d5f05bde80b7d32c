import { afterAll, describe, expect, test } from 'vitest'
import { ProcessSandbox } from '../../../src/sandbox/process-sandbox.ts'
import { ScriptedHost, success } from '../../support/scripted-host.ts'
import { runBody } from '../../support/skill-runs.ts'
import { resultOf } from './result-of.ts'

const sandbox = new ProcessSandbox()
afterAll(() => sandbox.close())

describe('primitives', () => {
  test("send their arguments with Voyager's defaults", async () => {
    const done = async () => success(null)
    const names = [
      'mineBlock',
      'craftItem',
      'smeltItem',
      'placeItem',
      'killMob',
      'getItemFromChest',
      'checkItemInsideChest',
      'waitForMobRemoved',
    ]
    const host = new ScriptedHost({ acts: Object.fromEntries(names.map((name) => [name, done])) })
    const body = `const at = new Vec3(1, 2, 3)
      await mineBlock(bot, 'stone'); await craftItem(bot, 'stick'); await smeltItem(bot, 'raw_iron', 'coal')
      await placeItem(bot, 'torch', at); await killMob(bot, 'cow'); await getItemFromChest(bot, at, { apple: 2 })
      await checkItemInsideChest(bot, { position: at }); await waitForMobRemoved(bot, { id: 4 })`
    await resultOf(sandbox, body, host)
    const at = { x: 1, y: 2, z: 3 }
    expect(host.requests.map(({ method, parameters }) => [method, ...parameters])).toEqual([
      ['mineBlock', 'stone', 1],
      ['craftItem', 'stick', 1],
      ['smeltItem', 'raw_iron', 'coal', 1],
      ['placeItem', 'torch', at],
      ['killMob', 'cow', 300],
      ['getItemFromChest', at, { apple: 2 }],
      ['checkItemInsideChest', at],
      ['waitForMobRemoved', 4, 300],
    ])
  })

  test('throw without the bot, and for a block that was not found', async () => {
    const missing = await runBody(sandbox, 'await mineBlock("stone", 1)')
    expect(missing.error?.message).toContain('needs the bot as its first argument')
    const nothing = await runBody(sandbox, 'await placeItem(bot, "torch", null)')
    expect(nothing.error?.message).toContain('but got null')
  })
})
