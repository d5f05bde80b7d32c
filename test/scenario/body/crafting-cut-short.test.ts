import type { EventEmitter } from 'node:events'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bot } from '../../../src/body/mineflayer-library.ts'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import { blockPosition, type Position } from '../../../src/core/position.ts'
import type { BodyWorld } from '../../support/body-world.ts'

const clock = installVirtualClock()
const { createBodyWorld } = await import('../../support/body-world.ts')
const { Vec3 } = await import('../../../src/body/mineflayer-library.ts')

afterAll(() => clock.uninstall())

/** Packets that say what lies in a window. */
const NEWS = ['set_slot', 'window_items']
const MOST_NEWS = 9

describe.each(['1.21.4', '1.20.1'] as const)('crafting at a table that is cut short, on %s', (version) => {
  let world: BodyWorld
  let table: Position

  beforeEach(async () => {
    world = await createBodyWorld({ clock, version })
    await clock.until(world.body.join('Ada'))
    const { x, y, z } = blockPosition((await world.body.perceive('Ada')).position)
    table = { x: x + 2, y, z }
    world.server.command(`setblock ${table.x} ${table.y} ${table.z} crafting_table`)
    await givePlanks()
  })
  afterEach(() => world.close())

  it.each(['before', 'after'] as const)('ends when it is called off %s news of a slot', async (moment) => {
    for (let news = 1; news <= MOST_NEWS; news++) {
      await craft(moment, news, (callOff) => callOff.abort(new Error('It is called off.')))
      await expectNothingLost()
    }
    expect(await craftSlabs()).toMatchObject({ ok: true })
  })

  it.each(['before', 'after'] as const)(
    'ends when another window opens %s news of a slot',
    async (moment) => {
      for (let news = 1; news <= MOST_NEWS; news++) {
        await craft(moment, news, () => {
          const bot = botOf('Ada')
          const block = bot.blockAt(new Vec3(table.x, table.y, table.z))
          if (block !== null) bot.activateBlock(block).catch(() => {})
        })
        await expectNothingLost()
      }
      expect(await craftSlabs()).toMatchObject({ ok: true })
    },
  )

  /** Crafts, and interferes when that piece of news comes in, before or after the bot hears of it. */
  async function craft(
    moment: 'before' | 'after',
    news: number,
    interfere: (callOff: AbortController) => void,
  ): Promise<void> {
    const callOff = new AbortController()
    const client: EventEmitter = botOf('Ada')._client
    let heard = 0
    const hear = () => ++heard === news && interfere(callOff)
    for (const name of NEWS) client[moment === 'before' ? 'prependListener' : 'on'](name, hear)
    await craftSlabs(callOff.signal).catch(() => {})
    for (const name of NEWS) client.off(name, hear)
  }

  function craftSlabs(signal = new AbortController().signal) {
    return world.act('Ada', 'craftItem', ['oak_slab', 1], { signal })
  }

  async function expectNothingLost(): Promise<void> {
    await clock.advance(4)
    const { oak_planks: planks = 0, oak_slab: slabs = 0 } = (await world.body.perceive('Ada')).inventory
    expect(planks + slabs / 2).toBe(12)
    await givePlanks()
  }

  async function givePlanks(): Promise<void> {
    world.server.command('clear Ada')
    world.server.command('give Ada oak_planks 12')
    await clock.advance(2)
  }

  function botOf(agent: string) {
    const bot = world.body.viewable(agent)
    if (bot === null) throw new Error(`${agent} is not there.`)
    return bot as Bot
  }
})
