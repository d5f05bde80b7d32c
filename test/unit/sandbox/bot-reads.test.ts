import { afterAll, describe, expect, test } from 'vitest'
import { ProcessSandbox } from '../../../src/sandbox/process-sandbox.ts'
import { exampleEntity, exampleState, ScriptedHost, success } from '../../support/scripted-host.ts'
import { resultOf } from './result-of.ts'

const sandbox = new ProcessSandbox()
afterAll(() => sandbox.close())

describe('bot reads', () => {
  test('health, food, time and the rest come from the state', async () => {
    const value = await resultOf(
      sandbox,
      'return [bot.username, bot.health, bot.food, bot.time.timeOfDay, bot.game.gameMode, bot.isRaining, bot.spawnPoint]',
    )
    expect(value).toEqual(['Ada', 20, 18, 1000, 'survival', false, { x: 0, y: 64, z: 0 }])
  })

  test('positions are vectors', async () => {
    const value = await resultOf(
      sandbox,
      'const p = bot.entity.position; return [p instanceof Vec3, p.offset(1, 0, 0).distanceTo(new Vec3(0, 64, 0))]',
    )
    expect(value).toEqual([true, 1])
  })

  test('bot.entity is live: it moves between turns and keeps its identity', async () => {
    let x = 0
    const state = () => ({ ...(exampleState() as object), entity: exampleEntity(1, 'player', x) })
    const acts = {
      waitForTicks: async () => {
        x = 5
        return success(null)
      },
    }
    const host = new ScriptedHost({ reads: { state }, acts })
    const body =
      'const self = bot.entity; const before = self.position.x; await bot.waitForTicks(1); return [before, self.position.x, self === bot.entity]'
    expect(await resultOf(sandbox, body, host)).toEqual([0, 5, true])
  })

  test('the world is read once a turn', async () => {
    const host = new ScriptedHost()
    await resultOf(
      sandbox,
      'for (let n = 0; n < 50; n++) bot.health + bot.food; await bot.waitForTicks(1); return bot.health',
      host,
    )
    expect(host.requests.filter(({ method }) => method === 'state')).toHaveLength(2)
  })

  test('nearestEntity() picks the nearest that matches, never the bot itself', async () => {
    const entities = () => [
      exampleEntity(1, 'player', 0),
      exampleEntity(2, 'cow', 9),
      exampleEntity(3, 'cow', 4),
    ]
    const host = new ScriptedHost({ reads: { entities } })
    const body = `return [bot.nearestEntity()?.id, bot.nearestEntity((e) => e.name === 'cow' && e.id !== 3).id,
      bot.nearestEntity((e) => e.name === 'pig'), Object.keys(bot.entities)]`
    expect(await resultOf(sandbox, body, host)).toEqual([3, 2, null, ['1', '2', '3']])
  })

  test('an entity that is gone stays readable and says that it is not valid', async () => {
    let gone = false
    const entities = () => (gone ? [] : [exampleEntity(2, 'cow', 9)])
    const waitForTicks = async () => {
      gone = true
      return success(null)
    }
    const host = new ScriptedHost({ reads: { entities }, acts: { waitForTicks } })
    const body =
      'const cow = bot.entities[2]; await bot.waitForTicks(1); return [cow.isValid, cow.position.x, cow.name]'
    expect(await resultOf(sandbox, body, host)).toEqual([false, 9, 'cow'])
  })

  test('players have their entities while they are in sight', async () => {
    const player = { uuid: 'u', gamemode: 0, ping: 1 }
    const host = new ScriptedHost({
      reads: {
        players: () => [
          { ...player, username: 'Ada', entity: 1 },
          { ...player, username: 'Bo', entity: 2 },
          { ...player, username: 'Cy', entity: null },
        ],
        entities: () => [exampleEntity(1, 'player', 0), exampleEntity(2, 'player', 3)],
      },
    })
    expect(
      await resultOf(
        sandbox,
        'return [bot.players.Bo.entity.position.x, bot.players.Cy.entity, bot.player.username]',
        host,
      ),
    ).toEqual([3, null, 'Ada'])
  })
})
