import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AttemptRequest, Body, BodyEvent } from '../../src/core/body.ts'
import { InfrastructureError, InputError } from '../../src/core/errors.ts'
import { outcomeSchema } from '../../src/core/outcome.ts'
import { perceptSchema } from '../../src/core/percept.ts'
import type { JsonStep } from '../support/json-sandbox.ts'

/** A body whose sandbox is a JsonSandbox, on a flat world of grass. */
export interface BodySetting {
  readonly body: Body
  /** Lets time pass until the promise settles. */
  run<T>(promise: Promise<T>): Promise<T>
  close(): Promise<void>
}

/** What every body must do. */
export function testBody(name: string, open: () => Promise<BodySetting>): void {
  describe(`${name} as a Body`, () => {
    let setting: BodySetting
    let events: BodyEvent[]

    beforeAll(async () => {
      setting = await open()
      setting.body.onEvent((event) => events.push(event))
    })
    beforeEach(async () => {
      events = []
      await setting.run(setting.body.join('Ada'))
    })
    afterEach(async () => {
      for (const agent of ['Ada', 'Bob']) await setting.run(setting.body.leave(agent))
    })
    afterAll(() => setting.close())

    const attempt = (steps: readonly JsonStep[], ticks = 2000, signal = new AbortController().signal) =>
      setting.run(setting.body.attempt(requestOf('Ada', steps, ticks), signal))

    it('join() brings the bot into the world and says so', async () => {
      expect(events).toContainEqual({ type: 'bot-joined', agent: 'Ada', version: '1.21.4' })
      await setting.run(setting.body.join('Ada'))
      expect(events.filter((event) => event.type === 'bot-joined')).toHaveLength(1)
    })

    it('perceive() gives a percept that follows the schema and shows the ground', async () => {
      const percept = await setting.run(setting.body.perceive('Ada'))
      expect(perceptSchema.parse(percept)).toEqual(percept)
      expect(percept).toMatchObject({
        agent: 'Ada',
        health: 20,
        dimension: 'overworld',
        biome: 'plains',
        gameMode: 'survival',
      })
      expect(percept.blocks[0]).toMatchObject({ name: 'grass_block' })
    })

    it('perceive(), say() and attempt() reject with an InfrastructureError for an agent that has not joined', async () => {
      await expect(setting.run(setting.body.perceive('Bob'))).rejects.toThrow(InfrastructureError)
      await expect(setting.run(setting.body.say('Bob', 'hello'))).rejects.toThrow(/"Bob" is not in the world/)
      const signal = new AbortController().signal
      await expect(setting.run(setting.body.attempt(requestOf('Bob', [], 100), signal))).rejects.toThrow(
        InfrastructureError,
      )
    })

    it('blockAt() names blocks and is null far away', async () => {
      const { position } = await setting.run(setting.body.perceive('Ada'))
      const below = { ...position, y: position.y - 1 }
      expect(await setting.run(setting.body.blockAt('Ada', below))).toBe('grass_block')
      expect(await setting.run(setting.body.blockAt('Ada', { ...position, x: position.x + 5000 }))).toBeNull()
    })

    it('attempt() reports value, trace, chat and inventories, and tells of the trace as it grows', async () => {
      const outcome = await attempt([
        ['chat', 'here I go'],
        ['act', 'mineBlock', ['grass_block', 1]],
        ['act', 'mineBlock', ['oak_log', 1]],
      ])
      expect(outcomeSchema.parse(outcome)).toEqual(outcome)
      expect(outcome).toMatchObject({
        status: 'completed',
        error: null,
        value: [{ ok: true }, { ok: false, code: 'not-found' }],
        inventoryBefore: {},
        inventoryAfter: { dirt: 1 },
      })
      expect(outcome.chat).toEqual(['here I go', expect.stringContaining('No oak_log within 32 blocks')])
      expect(outcome.trace.map((entry) => entry.name)).toEqual(['mineBlock', 'mineBlock'])
      expect(events.filter((event) => event.type === 'trace-grew')).toHaveLength(2)
      expect(outcome.endTick).toBeGreaterThan(outcome.startTick)
    })

    it('attempt() answers wrong arguments with a thrown error that explains them', async () => {
      const outcome = await attempt([['act', 'mineBlock', ['grass_blok', 1]]])
      expect(outcome.status).toBe('threw')
      expect(outcome.error?.message).toContain('There is no block named "grass_blok"')
    })

    it('attempt() ends as timed-out at its deadline, with the bot standing still', async () => {
      const outcome = await attempt([['act', 'waitForTicks', [1000]]], 20)
      expect(outcome).toMatchObject({
        status: 'timed-out',
        error: { message: expect.stringContaining('20 ticks') },
      })
      const percept = await setting.run(setting.body.perceive('Ada'))
      expect(percept.health).toBe(20)
    })

    it('attempt() ends as aborted when the caller aborts, also before it began', async () => {
      const controller = new AbortController()
      const running = attempt([['act', 'waitForTicks', [1000]]], 2000, controller.signal)
      controller.abort()
      expect((await running).status).toBe('aborted')
      expect((await attempt([['act', 'waitForTicks', [1000]]], 2000, AbortSignal.abort())).status).toBe(
        'aborted',
      )
    })

    it('attempt() refuses a second attempt of the same agent while one runs', async () => {
      const first = attempt([['act', 'waitForTicks', [20]]])
      await expect(attempt([])).rejects.toThrow('"Ada" is making an attempt already')
      expect((await first).status).toBe('completed')
    })

    it('say() refuses commands and texts that do not fit into one line', async () => {
      await expect(setting.run(setting.body.say('Ada', '/gamemode creative'))).rejects.toThrow(InputError)
      await expect(setting.run(setting.body.say('Ada', 'x'.repeat(257)))).rejects.toThrow(InputError)
      await expect(setting.run(setting.body.say('Ada', 'one\ntwo'))).rejects.toThrow(InputError)
    })

    it('say() reaches the other bots as chat-heard', async () => {
      await setting.run(setting.body.join('Bob'))
      await setting.run(setting.body.say('Ada', 'hello Bob'))
      await attempt([['act', 'waitForTicks', [10]]])
      expect(events).toContainEqual({ type: 'chat-heard', agent: 'Bob', from: 'Ada', text: 'hello Bob' })
    })

    it('leave() takes the bot out for good', async () => {
      await setting.run(setting.body.leave('Ada'))
      expect(events).toContainEqual(expect.objectContaining({ type: 'bot-left', agent: 'Ada', final: true }))
      await expect(setting.run(setting.body.perceive('Ada'))).rejects.toThrow(InfrastructureError)
    })
  })
}

export function requestOf(agent: string, steps: readonly JsonStep[], ticks: number): AttemptRequest {
  return {
    agent,
    attempt: `attempt of ${agent}`,
    program: { entry: 'test', arguments: [], modules: [{ name: 'test', source: JSON.stringify(steps) }] },
    knowledge: { scope: 'full' },
    limits: { ticks, fuel: 1_000_000, turnMs: 5000, memoryMb: 256 },
    seed: 'test',
    gameChat: false,
  }
}
