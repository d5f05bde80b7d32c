import { execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import type { MinecraftVersion } from '../../../server/data/minecraft-version.ts'
import type { BusyGameResult } from '../../support/busy-game.ts'

const TICKS = 10_000
/** As far as the game is played a second time: more than one thing of each kind has happened by then. */
const TICKS_AGAIN = 1500
/** Far apart in time and in how they write numbers and letters. */
const KIRITIMATI = { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' }
const ST_JOHNS = { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }
/** A program that keeps a core busy, and ends by itself should nobody end it. One version beside it is enough. */
const BUSY = 'for (const end = Date.now() + 60_000; Date.now() < end; );'
const script = join(import.meta.dirname, '../../support/play-busy-game.ts')
const run = promisify(execFile)

/** Plays the busy game in a fresh process in that part of the world; looks at it after so many ticks. */
async function playIn(
  place: Readonly<Record<string, string>>,
  version: MinecraftVersion,
  ticks: readonly number[],
): Promise<BusyGameResult> {
  const { stdout } = await run(process.execPath, [script, version, ...ticks.map(String)], {
    env: { ...process.env, ...place },
  })
  return JSON.parse(stdout) as BusyGameResult
}

describe.each(['1.21.4', '1.20.1'] as const)('10,000 ticks of a busy game on %s', (version) => {
  test('end in the same state everywhere and always', { timeout: 300_000 }, async () => {
    const load = version === '1.21.4' ? spawn(process.execPath, ['-e', BUSY]) : null
    try {
      const [here, there] = await Promise.all([
        playIn(KIRITIMATI, version, [TICKS_AGAIN, TICKS]),
        playIn(ST_JOHNS, version, [TICKS_AGAIN]).finally(() => load?.kill()),
      ])
      expect(here.problems).toEqual([])
      expect(there).toEqual({ problems: [], checkpoints: here.checkpoints.slice(0, 1) })
      expect(here.checkpoints.map(({ tick }) => tick)).toEqual([TICKS_AGAIN, TICKS])
      await expect(`${here.checkpoints.at(-1)?.state}\n`).toMatchFileSnapshot(`golden/${version}.txt`)
    } finally {
      load?.kill()
    }
  })
})
