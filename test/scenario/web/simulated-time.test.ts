import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RunHandle } from '../../../src/cli/compose/run-handle.ts'
import { startRun } from '../../../src/cli/compose/start-run.ts'
import { parseTeamFile } from '../../../src/cli/team-file.ts'
import type { RunControl } from '../../../src/core/run-control.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'
import { chromiumPath, launchChromium } from './chromium.ts'

const TEAM = {
  world: 'plains',
  time: 'simulated',
  seed: 5,
  goal: 'have 64 diamond_block',
  trials: false,
  agents: [{ name: 'Ada' }],
}

describe.skipIf(chromiumPath === null)('the page of a run in simulated time', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium()
  })
  afterAll(() => browser.close())

  it('steps through a run that starts paused, lets it go on, slows it down, pauses it, and says when it is gone', async () => {
    const problems: string[] = []
    const run = await startPaused()
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.on('pageerror', (error) => problems.push(error.message))
    try {
      await drive(page, run)
    } finally {
      await run.stop('the test has ended')
    }
    await page.locator('#status[data-state=lost]').waitFor()
    expect(await page.locator('#controls').isVisible()).toBe(false)
    expect(problems).toEqual([])
    await page.close()
  }, 180_000)
})

async function drive(page: Page, { control, pageUrl }: RunHandle): Promise<void> {
  if (control === null || pageUrl === null)
    throw new Error('A simulated run has a page and can be controlled.')
  await page.goto(pageUrl)
  const tick = async () => Number((await page.locator('#tick').textContent())?.replaceAll(',', ''))
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  await page.locator('#status[data-state=paused]').waitFor()
  const begun = await tick()

  for (const [name, ticks] of [
    ['1 tick', 1],
    ['1 s', 21],
  ] as const) {
    const paused = standstill(control, begun + ticks)
    await button(name).click()
    expect((await paused) - begun).toBe(ticks)
    await page.locator('#tick', { hasText: (begun + ticks).toLocaleString('en') }).waitFor()
  }

  await button('Go on').click()
  await button('Pause').waitFor()
  await page.getByLabel('Speed').selectOption('2')
  await expect.poll(() => control.pace).toEqual({ speed: 2, isPaused: false })
  await expect.poll(tick).toBeGreaterThan(begun + 21)

  const paused = standstill(control, begun + 21)
  await button('Pause').click()
  const at = await paused
  await page.locator('#status[data-state=paused]').waitFor()
  expect(await tick()).toBe(at)
}

/** The tick at which time stands still once it has come that far: a step tells of itself before its ticks have passed. */
function standstill(control: RunControl, atLeast: number): Promise<number> {
  return new Promise((resolve) => {
    control.onPace(({ isPaused }, tick) => {
      if (isPaused && tick >= atLeast) resolve(tick)
    })
  })
}

function startPaused(): Promise<RunHandle> {
  return startRun({
    team: parseTeamFile(JSON.stringify(TEAM), 'team.json'),
    directory: join(temporaryFolder(), 'run'),
    pagePort: 0,
    pace: { speed: null, isPaused: true },
    log: () => {},
  })
}
