import type { ChildProcess } from 'node:child_process'
import mineflayer, { type Bot } from 'mineflayer'
import { expect, it, onTestFinished, vi } from 'vitest'
import { collect, startKithcraft, whenPrinted } from '../../support/run-process.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Two processes start, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 })

it('kithcraft serve --save keeps the world at Ctrl-C with a player in it, who finds everything again', async () => {
  const folder = temporaryFolder()
  const first = startKithcraft(['serve', '--world', 'flat', '--port', '0', '--save', folder, '--op', 'Ada'])
  const firstEnd = collect(first)
  const bot = await joinOverTcp(first)
  const ground = bot.entity.position.floored().offset(2, -1, 0)
  const isGold = heard(bot, `blockUpdate:${ground}`)
  bot.chat(`/setblock ${ground.x} ${ground.y} ${ground.z} gold_block`)
  await isGold
  const hasBread = new Promise((resolve) => bot.inventory.once('updateSlot', resolve))
  bot.chat('/give Ada bread 3')
  await hasBread
  const isOut = heard(bot, 'end')
  first.kill('SIGINT')
  await isOut
  expect(await firstEnd).toMatchObject({ code: 0, stderr: 'Saving the world and closing the server.\n' })

  const second = startKithcraft(['serve', '--port', '0', '--save', folder])
  const secondEnd = collect(second)
  const again = await joinOverTcp(second)
  expect(again.blockAt(ground)?.name).toBe('gold_block')
  expect(again.inventory.items().map(({ name, count }) => `${count} ${name}`)).toEqual(['3 bread'])
  second.kill('SIGINT')
  expect((await secondEnd).code).toBe(0)
})

async function joinOverTcp(server: ChildProcess): Promise<Bot> {
  const [, port] = await whenPrinted(server, /join at 127\.0\.0\.1:(\d+)\./)
  const bot = mineflayer.createBot({
    host: '127.0.0.1',
    port: Number(port),
    username: 'Ada',
    auth: 'offline',
    version: '1.21.4',
    hideErrors: true,
  })
  onTestFinished(() => bot.end())
  await heard(bot, 'spawn')
  await bot.waitForChunksToLoad()
  return bot
}

function heard(bot: Bot, event: string): Promise<void> {
  return new Promise((resolve) => bot.once(event as 'spawn', () => resolve()))
}
