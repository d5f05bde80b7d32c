import { afterAll, describe, expect, test } from 'vitest'
import type { Json } from '../../../src/core/json.ts'
import { ProcessSandbox } from '../../../src/sandbox/process-sandbox.ts'
import { exampleEntity, exampleItem, ScriptedHost, success } from '../../support/scripted-host.ts'
import { runBody } from '../../support/skill-runs.ts'
import { resultOf } from './result-of.ts'

const sandbox = new ProcessSandbox()
afterAll(() => sandbox.close())

describe('bot acts', () => {
  test('reject with the message of a soft failure', async () => {
    const dig = async () => ({ ok: false, code: 'unreachable', message: 'Too far away.' }) as const
    const run = await runBody(sandbox, 'await bot.dig(new Vec3(1, 2, 3))', {
      host: new ScriptedHost({ acts: { dig } }),
    })
    expect(run).toMatchObject({ status: 'threw', error: { module: 'go', line: 2 } })
    expect(run.error?.message).toContain('bot.dig() failed with unreachable: Too far away.')
  })

  test('send positions, stacks and entities as the body wants them', async () => {
    const done = async () => success(null)
    const acts = { equip: done, placeBlock: done, goto: done, attack: done, toss: done, lookAt: done }
    const host = new ScriptedHost({ acts, reads: { entities: () => [exampleEntity(2, 'cow', 9)] } })
    const body = `await bot.equip({ slot: 10, type: 5 }, 'hand'); await bot.equip(5)
      await bot.placeBlock({ position: new Vec3(1, 2, 3) }, new Vec3(0, 1, 0))
      await bot.pathfinder.goto(new GoalNear(1.7, 2, 3, 2)); await bot.pathfinder.goto(new GoalFollow(bot.entities[2], 3))
      await bot.attack(bot.entities[2]); await bot.toss(5, null, 2); bot.lookAt(new Vec3(1, 2, 3))`
    await resultOf(sandbox, body, host)
    expect(host.requests.filter(({ method }) => method !== 'entities')).toEqual([
      { method: 'equip', parameters: [{ slot: 10 }, 'hand'] },
      { method: 'equip', parameters: [5, 'hand'] },
      {
        method: 'placeBlock',
        parameters: [
          { x: 1, y: 2, z: 3 },
          { x: 0, y: 1, z: 0 },
        ],
      },
      { method: 'goto', parameters: [{ type: 'GoalNear', x: 1, y: 2, z: 3, range: 2 }] },
      { method: 'goto', parameters: [{ type: 'GoalFollow', entity: 2, range: 3 }] },
      { method: 'attack', parameters: [2] },
      { method: 'toss', parameters: [5, 2] },
      { method: 'lookAt', parameters: [{ x: 1, y: 2, z: 3 }] },
    ])
  })

  test('that need no await end nothing when they fail', async () => {
    const attack = async () => ({ ok: false, code: 'not-found', message: 'Gone.' }) as const
    const host = new ScriptedHost({ acts: { attack } })
    expect(await resultOf(sandbox, 'bot.attack({ id: 5 }); await bot.waitForTicks(1); return 1', host)).toBe(
      1,
    )
  })

  test('a chest gives and takes, and its contents are live', async () => {
    const inside: Json[] = [exampleItem('apple', 3, 0), null]
    const chest = {
      id: 7,
      type: 'minecraft:chest',
      title: '',
      slots: inside,
      inventoryStart: 2,
      inventoryEnd: 2,
      hotbarStart: 2,
    }
    const host = new ScriptedHost({
      reads: { window: () => chest },
      acts: {
        openContainer: async () => success(chest),
        windowWithdraw: async () => {
          inside[0] = exampleItem('apple', 1, 0)
          return success(null)
        },
        closeWindow: async () => success(null),
      },
    })
    const body = `const chest = await bot.openChest(new Vec3(1, 2, 3)); const before = chest.containerCount('apple')
      await chest.withdraw(5, null, 2); const after = chest.containerItems()[0].count; await chest.close(); return [before, after]`
    expect(await resultOf(sandbox, body, host)).toEqual([3, 1])
    expect(host.requests).toContainEqual({ method: 'windowWithdraw', parameters: [7, 5, 2] })
  })

  test('members that are not available say what to do instead', async () => {
    const body = `const said = []
      for (const name of ['on', 'loadPlugin', 'quit', 'clickWindow']) try { bot[name]() } catch (error) { said.push(error.message) }
      return [said.length, said[0], typeof bot._client]`
    expect(await resultOf(sandbox, body)).toEqual([
      4,
      expect.stringContaining('bot.waitForTicks'),
      'undefined',
    ])
  })
})
