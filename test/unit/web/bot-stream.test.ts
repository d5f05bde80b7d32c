import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { streamBot } from '../../../src/web/bot-stream.ts'
import { SampleBot } from '../../scenario/web/sample-bot.ts'

it('streamBot() sends the version and the position at once, then the columns around the bot', async () => {
  const { bot, sent, stream } = started()
  expect(sent.slice(0, 2)).toEqual([
    ['version', '1.21.4'],
    ['position', { pos: { ...bot.entity.position }, yaw: 0, addMesh: true }],
  ])
  await until(() => sent.filter(([event]) => event === 'loadChunk').length === 49)
  stream.stop()
})

it('streamBot() sends the position again when the bot moves, and unloads what falls behind', async () => {
  const { bot, sent, stream } = started()
  await until(() => sent.filter(([event]) => event === 'loadChunk').length === 49)
  bot.walkTo(40, 8)
  expect(sent).toContainEqual(['position', expect.objectContaining({ pos: { ...bot.entity.position } })])
  await until(() => sent.some(([event]) => event === 'unloadChunk'))
  stream.stop()
})

it('streamBot() leaves no listener behind when it is stopped', () => {
  const { bot, stream } = started()
  expect(bot.eventNames().length).toBeGreaterThan(0)
  stream.stop()
  expect(bot.eventNames()).toEqual([])
})

it('streamBot() shows players and creatures, but no dropped item and nothing that was not introduced', () => {
  const { bot, sent, stream } = started()
  const entities = () =>
    sent.filter(([event]) => event === 'entity').map(([, data]) => (data as { id: number }).id)
  expect(entities()).toEqual([2, 3])
  bot.emit('entityMoved', { id: 4, position: bot.entity.position, yaw: 0, pitch: 0 })
  bot.emit('entityMoved', { id: 77, position: bot.entity.position, yaw: 0, pitch: 0 })
  expect(entities()).toEqual([2, 3])
  bot.emit('entityGone', { id: 2 })
  bot.emit('entityMoved', { id: 2, position: bot.entity.position, yaw: 0, pitch: 0 })
  expect(entities()).toEqual([2, 3, 2])
  stream.stop()
})

it('streamBot() survives a world that can no longer be read', async () => {
  const bot = new SampleBot('Ada')
  const rejections: unknown[] = []
  const note = (reason: unknown) => rejections.push(reason)
  process.on('unhandledRejection', note)
  Object.assign(bot.world, {
    getColumnAt() {
      throw new Error('The world is gone.')
    },
  })
  const stream = streamBot(bot, { emit: () => true })
  bot.emit('chunkColumnLoad', { x: 0, y: 0, z: 0 })
  bot.walkTo(40, 8)
  for (let turns = 0; turns < 20; turns++) await turn()
  process.removeListener('unhandledRejection', note)
  expect(rejections).toEqual([])
  stream.stop()
})

function started() {
  const bot = new SampleBot('Ada')
  const sent: [string, unknown][] = []
  const stream = streamBot(bot, { emit: (event, data) => sent.push([event, data]) })
  return { bot, sent, stream }
}

/** Turns the event loop until the condition holds; the test's own time limit ends it otherwise. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await turn()
}
