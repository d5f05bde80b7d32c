import { afterAll, describe, expect, it } from 'vitest'
import { installVirtualClock } from '../../../src/body/virtual-clock.ts'

const clock = installVirtualClock()
const { createBodyWorld } = await import('../../support/body-world.ts')

afterAll(() => clock.uninstall())

describe('texts that a novice gets to read', () => {
  it('name no ingredient, tool or product outside of its book', async () => {
    const world = await createBodyWorld({ clock })
    await clock.until(world.body.join('Ada'))
    const { position } = await world.body.perceive('Ada')
    const [x, y, z] = [Math.floor(position.x), Math.floor(position.y), Math.floor(position.z)]
    world.server.command(`setblock ${x + 2} ${y} ${z} iron_ore`)
    world.server.command(`setblock ${x + 2} ${y} ${z + 2} furnace`)
    world.server.command(`setblock ${x + 2} ${y} ${z - 2} crafting_table`)
    world.server.command('give Ada dirt 1')
    await clock.advance(5)
    const outcome = await world.attempt(
      'Ada',
      async (host, signal) => {
        const acts: [string, (string | number)[]][] = [
          ['craftItem', ['chest']],
          ['craftItem', ['wooden_pickaxe']],
          ['craftItem', ['torch']],
          ['craft', ['chest']],
          ['smeltItem', ['raw_iron', 'coal']],
          ['mineBlock', ['iron_ore']],
          ['killMob', ['cow']],
          ['shoot', ['bow', 'cow']],
        ]
        const texts: string[] = []
        for (const [name, parameters] of acts) {
          const result = await host.act(name, parameters, signal)
          expect(result.ok, name).toBe(false)
          texts.push(result.message)
        }
        return texts
      },
      { knowledge: { scope: 'listed', claims: [] } },
    )
    const said = [...(outcome.value as string[]), ...outcome.chat, JSON.stringify(outcome.trace)].join('\n')
    for (const secret of [
      'planks',
      'stick',
      'cobble',
      'stone_pickaxe',
      'iron_ingot',
      'beef',
      'leather',
      'arrow',
    ]) {
      expect(said).not.toContain(secret)
    }
    await world.close()
  })
})
