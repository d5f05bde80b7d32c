import { type Bot, createBot } from 'mineflayer'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createGameServer, type GameServer } from '../../../server/game-server.ts'
import { loadWorldDefinition } from '../../../server/world/world-definition.ts'
import { type PageServer, startPageServer } from '../../../src/web/page-server.ts'
import { startViewerServer, type ViewerServer } from '../../../src/web/viewer-server.ts'
import { chromiumPath, launchChromium } from './chromium.ts'
import { lookUntil } from './picture.ts'
import { at } from './sample-run.ts'

describe.skipIf(chromiumPath === null)('the page of a run on the game server', () => {
  let game: GameServer
  let bot: Bot
  let viewer: ViewerServer
  let server: PageServer
  let browser: Browser

  beforeAll(async () => {
    const world = await loadWorldDefinition('plains')
    game = createGameServer({ version: '1.21.4', world, seed: 1, operators: [], maxPlayers: 2 })
    const port = await game.listen('127.0.0.1', 0)
    game.start()
    bot = createBot({ host: '127.0.0.1', port, username: 'Ada', version: '1.21.4', auth: 'offline' })
    await new Promise<void>((resolve) => bot.once('spawn', resolve))
    viewer = await startViewerServer({ agents: ['Ada'], botOf: () => bot, port: 0 })
    server = await startPageServer({ port: 0, viewerPort: () => viewer.port, title: 'a run' })
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
    await viewer.close()
    bot.end()
    await game.close()
  })

  it('draws the land around an unmodified Mineflayer bot in its card', async () => {
    server.publish(
      at(1, null, {
        type: 'body-reported',
        event: { type: 'bot-joined', agent: 'Ada', version: '1.21.4' },
      }),
    )
    const page = await browser.newPage({ viewport: { width: 800, height: 600 } })
    await page.goto(server.url)
    const drawn = await lookUntil(page, '.card iframe', ({ empty, colours }) => empty < 0.5 && colours > 500)
    expect(drawn.colours).toBeGreaterThan(500)
    await page.close()
  })
})
