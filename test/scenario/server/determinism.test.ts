import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { beside, blockAt, craft, give, hold, ticks, UP, vector } from '../../support/server-actions.ts'
import { startHarness } from '../../support/server-harness.ts'

/** Lets two bots play for a while and returns a hash over every packet that they received. */
async function play(seed: number): Promise<string> {
  const harness = await startHarness({ world: 'plains', seed, viewDistance: 3 })
  const hash = createHash('sha256')
  try {
    const ada = await harness.join('Ada')
    const bob = await harness.join('Bob')
    for (const bot of [ada, bob]) {
      bot._client.on('raw', (buffer: Buffer, meta: { name: string }) => {
        hash.update(`${bot.username} ${meta.name};`).update(buffer)
      })
    }
    await give(harness, ada, { oak_log: 4 })
    bob.setControlState('forward', true)
    bob.setControlState('jump', true)
    await harness.run(craft(ada, 'oak_planks', 2))
    await harness.run(craft(ada, 'crafting_table', 1))
    await harness.run(hold(ada, 'crafting_table'))
    await harness.run(ada.placeBlock(blockAt(ada, beside(ada, 1, -1, 0)), vector(UP)).catch(() => {}))
    await harness.run(ada.dig(blockAt(ada, beside(ada, 0, -1, 0)), true))
    await ticks(harness, 200)
    return hash.update(harness.server.game.world.hash()).digest('hex')
  } finally {
    await harness.close()
  }
}

test('the same seed and the same acts give the same packets, byte for byte', async () => {
  const first = await play(7)
  expect(await play(7)).toBe(first)
  expect(await play(8)).not.toBe(first)
})
