import type { Bot } from 'mineflayer'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type PageServer, startPageServer } from '../../../src/web/page-server.ts'
import type { ViewableBot } from '../../../src/web/viewable-bot.ts'
import { startViewerServer, type ViewerServer } from '../../../src/web/viewer-server.ts'
import { chromiumPath, launchChromium } from './chromium.ts'
import { lookUntil } from './picture.ts'
import { SampleBot, worldEdge } from './sample-bot.ts'

describe.skipIf(chromiumPath === null)('the 3D view', () => {
  let browser: Browser
  let viewer: ViewerServer
  let server: PageServer
  let page: Page
  let bot: SampleBot | null
  const problems: string[] = []

  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    viewer = await startViewerServer({ agents: ['Ada'], botOf: () => bot, port: 0 })
    server = await startPageServer({ port: 0, viewerPort: () => viewer.port, title: 'a run' })
    page = await browser.newPage({ viewport: { width: 480, height: 270 } })
    problems.length = 0
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('dialog', (dialog) => problems.push(`dialog: ${dialog.message()}`))
  })
  afterEach(async () => {
    await page.close()
    await server.close()
    await viewer.close()
    expect(problems).toEqual([])
  })

  it('draws the world around a bot of 1.20.1', async () => {
    bot = new SampleBot('Ada', '1.20.1')
    await page.goto(viewUrl())
    const drawn = await lookUntil(page, 'body', isLandscape)
    expect(drawn.colours).toBeGreaterThan(500)
    expect(await page.locator('#notice').textContent()).toBe('')
  })

  it('draws the world around a bot of 1.21.4, and moves with it out of the land that was loaded at first and back', async () => {
    bot = new SampleBot('Ada', '1.21.4')
    await page.goto(viewUrl())
    const drawn = await lookUntil(page, 'body', isLandscape)
    expect(drawn.colours).toBeGreaterThan(500)
    expect(await page.locator('#notice').textContent()).toBe('')
    bot.walkTo(worldEdge + 200, 8)
    await lookUntil(page, 'body', ({ empty }) => empty > 0.9)
    bot.walkTo(100, 100)
    await lookUntil(page, 'body', isLandscape)
  })

  it('waits for a bot, and shows its successor when it has been replaced', async () => {
    bot = null
    await page.goto(viewUrl())
    await page.locator('#notice', { hasText: 'Waiting for the bot' }).waitFor()
    const first = new SampleBot('Ada')
    bot = first
    await page.locator('canvas').waitFor()
    await page.evaluate(() => Object.assign(window, { mark: 1 }))
    bot = new SampleBot('Ada', '1.20.4')
    first.emit('end')
    await page.locator('#notice', { hasText: '1.20.4 is drawn with some blocks mistaken' }).waitFor()
    await lookUntil(page, 'body', isLandscape)
    expect(await page.evaluate(() => 'mark' in window)).toBe(false)
    expect(first.eventNames()).toEqual([])
  })

  it('says that it cannot draw a version, without an alert', async () => {
    bot = new SampleBot('Ada')
    Object.assign(bot, { version: '26.1' })
    await page.goto(viewUrl())
    await page.locator('#notice', { hasText: 'cannot draw Minecraft 26.1' }).waitFor()
    expect(await page.locator('canvas').count()).toBe(0)
  })

  const viewUrl = () => new URL('/view/Ada/', server.url).href
  const isLandscape = ({ empty, colours }: { empty: number; colours: number }) => empty < 0.5 && colours > 500
})

it('a Mineflayer bot can be viewed', () => {
  const asViewable = (bot: Bot): ViewableBot => bot
  expect(asViewable).toBeTypeOf('function')
})
