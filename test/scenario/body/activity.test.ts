import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'
import type { SeenEntity } from '../../../src/core/percept.ts'
import type { BodyWorld } from '../../support/body-world.ts'

const clock = installVirtualClock()
const { createBodyWorld } = await import('../../support/body-world.ts')

afterAll(() => clock.uninstall())

describe.each(['1.21.4', '1.20.1'] as const)('what others are seen doing, on %s', (version) => {
  let world: BodyWorld

  beforeEach(async () => {
    world = await createBodyWorld({ clock, version })
    for (const name of ['Ada', 'Bob']) await clock.until(world.body.join(name))
    await clock.advance(20)
  })
  afterEach(() => world.close())

  const seen = async (): Promise<SeenEntity> => {
    const { entities } = await world.body.perceive('Ada')
    const bob = entities.find(({ name }) => name === 'Bob')
    if (bob === undefined) throw new Error('Ada does not see Bob.')
    return bob
  }
  const command = async (line: string) => {
    world.server.command(line)
    await clock.advance(5)
  }

  it('standing, walking, and digging a block with a tool in hand; digging is over after a while', async () => {
    await seen()
    await clock.advance(20)
    expect((await seen()).activity).toMatchObject({ type: 'resting', block: null })
    await command('execute at Bob run tp Bob ~6 ~ ~')
    expect((await seen()).activity?.type).toBe('moving')
    await command('give Bob wooden_pickaxe 1')
    await command('execute at Bob run setblock ~2 ~ ~ stone')
    const dug = await world.act('Bob', 'mineBlock', ['stone', 1])
    expect(dug).toMatchObject({ ok: true })
    const after = await seen()
    expect(after.activity).toMatchObject({ type: 'digging', block: 'stone' })
    expect(after.heldItem).toBe('wooden_pickaxe')
    await clock.advance(500)
    expect((await seen()).activity?.type).not.toBe('digging')
  })
})
