import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type PageServer, startPageServer } from '../../../src/web/page-server.ts'
import { chromiumPath, launchChromium } from './chromium.ts'
import { at, message, sampleRun } from './sample-run.ts'

describe.skipIf(chromiumPath === null)('the page', () => {
  let browser: Browser
  let server: PageServer
  let page: Page
  const problems: string[] = []

  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    server = await startPageServer({ port: 0, viewerPort: () => null, title: 'a run' })
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    problems.length = 0
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('dialog', (dialog) => problems.push(`dialog: ${dialog.message()}`))
  })
  afterEach(async () => {
    await page.close()
    await server.close()
    expect(problems).toEqual([])
  })

  it('shows a card for each agent with what it does, says, carries and has learned', async () => {
    for (const occurrence of sampleRun()) server.publish(occurrence)
    await page.goto(server.url)
    await page.locator('.status[data-state=live]').waitFor()
    expect(await textOf('#title')).toBe('first-steps')
    expect(await textOf('#goal')).toBe('Goal: have 1 stone pickaxe')
    expect(await page.locator('.card').count()).toBe(2)
    const ada = await textOf(card('Ada'))
    for (const text of ['expert', 'playing', 'Get 3 oak logs', 'mineOakLog(3)', 'Put three planks']) {
      expect(ada).toContain(text)
    }
    expect(await page.locator(`${card('Ada')} .items li > .count`).allTextContents()).toEqual([
      '3',
      '4',
      '1',
      '1',
    ])
    expect(await page.locator(`${card('Ada')} .skills li`).allTextContents()).toEqual(['mineOakLog'])
    expect(await textOf(card('Ben'))).toContain('How do I make a wooden pickaxe?')
  })

  it('changes while the run goes on, without being loaded again', async () => {
    await page.goto(server.url)
    await page.locator('.status[data-state=live]').waitFor()
    await page.evaluate(() => Object.assign(window, { mark: 1 }))
    const frame = async () => page.locator(`${card('Ada')} iframe`).elementHandle()
    for (const occurrence of sampleRun().slice(0, 5)) server.publish(occurrence)
    await page.locator(`${card('Ada')} .task`, { hasText: 'Get 3 oak logs' }).waitFor()
    const firstFrame = await frame()
    for (const occurrence of sampleRun().slice(5)) server.publish(occurrence)
    await page.locator(`${card('Ada')} .task`, { hasText: 'done' }).waitFor()
    await page.locator('#timeline li', { hasText: 'Ben asks Ada' }).waitFor()
    expect(await page.locator('#timeline li').first().textContent()).toContain('Ada tells Ben')
    expect(await textOf('#time')).toBe('0:06')
    expect(await page.evaluate(([a, b]) => a === b, [firstFrame, await frame()])).toBe(true)
    expect(await page.evaluate(() => 'mark' in window)).toBe(true)
  })

  it('shows hostile text as text', async () => {
    const hostile =
      '<img src=x onerror="alert(1)"><script>alert(2)</script><a href="javascript:alert(3)">x</a>'
    await page.goto(server.url)
    server.publish(at(1, 'Eve', { type: 'message-sent', message: message(hostile, hostile, 'ask', hostile) }))
    server.publish(at(2, 'Eve', { type: 'task-taken', task: 't', text: hostile, goal: null }))
    server.publish(
      at(3, 'Eve', {
        type: 'attempt-started',
        attempt: 'a',
        task: 't',
        skill: hostile,
        source: `</code>${hostile}`,
        arguments: [hostile],
        reused: false,
      }),
    )
    server.publish(
      at(4, 'Eve', {
        type: 'skill-admitted',
        name: hostile,
        version: 1,
        status: 'verified',
        description: hostile,
      }),
    )
    server.publish(
      at(5, 'Eve', {
        type: 'state-seen',
        health: 1,
        food: 1,
        position: { x: 0, y: 0, z: 0 },
        inventory: { [hostile]: 2 },
      }),
    )
    await page.locator(`${card('Eve')} .task`, { hasText: '<img src=x' }).waitFor()
    expect(await page.locator(`${card('Eve')} .message`).textContent()).toContain(hostile)
    expect(await page.locator('main script, main a, main img[src="x"], main [onerror]').count()).toBe(0)
  })

  it('finds a run again after the connection was lost', async () => {
    await page.goto(server.url)
    await page.locator('.status[data-state=live]').waitFor()
    const port = Number(new URL(server.url).port)
    await server.close()
    await page.locator('.status[data-state=lost]').waitFor()
    server = await startPageServer({ port, viewerPort: () => null, title: 'a run' })
    for (const occurrence of sampleRun()) server.publish(occurrence)
    await page.locator('.status[data-state=live]').waitFor()
    await page.locator('#timeline li', { hasText: 'Ben asks Ada' }).waitFor()
    expect(await page.locator('#timeline li', { hasText: 'Ben asks Ada' }).count()).toBe(1)
  })

  it.each([
    [1, 1280],
    [3, 1280],
    [6, 1600],
    [6, 400],
  ])('fits %i agents into %i pixels without scrolling sideways', async (count, width) => {
    await page.setViewportSize({ width, height: 900 })
    const agents = Array.from({ length: count }, (_, index) => ({
      name: `Agent_${index}`,
      knowledge: 'novice',
    }))
    const goal = { type: 'have', item: 'stone_pickaxe', count: 1 } as const
    server.publish(at(0, null, { type: 'run-started', run: 'r', team: { name: 'team', agents }, goal }))
    await page.goto(server.url)
    await page
      .locator('.card')
      .nth(count - 1)
      .waitFor()
    const boxes = await page
      .locator('.card')
      .evaluateAll((cards) => cards.map((one) => one.getBoundingClientRect()))
    expect(boxes.every((box) => box.width >= 340 && box.right <= width)).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

  it('says that the run has ended, and how', async () => {
    for (const occurrence of sampleRun()) server.publish(occurrence)
    server.publish(
      at(200, null, { type: 'run-ended', reached: false, reason: 'The time is up: 30 minutes.' }),
    )
    await page.goto(server.url)
    await page.locator('.status[data-state=ended]').waitFor()
    expect(await textOf('#status')).toBe('ended: The time is up: 30 minutes.')
  })

  const card = (agent: string) => `.card[data-agent="${agent}"]`
  const textOf = (selector: string) => page.locator(selector).textContent()
})
