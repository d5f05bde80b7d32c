import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { startRun } from '../../../src/cli/compose/start-run.ts'
import { defaultTeamPath, loadTeamFile } from '../../../src/cli/team-file.ts'
import { InfrastructureError } from '../../../src/core/errors.ts'
import { fullSpeed } from '../../../src/core/run-control.ts'
import { openFileJournal, readFileJournal } from '../../../src/record/file-journal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// A body process starts in each test, and the machine may be busy.
vi.setConfig({ testTimeout: 120_000 })

describe('startRun()', () => {
  it('ends the start-up when it is aborted, and removes the directory of a new run', async () => {
    const directory = join(temporaryFolder(), 'run')
    await expectAborted(directory)
    expect(existsSync(directory)).toBe(false)
  })

  it('keeps an earlier run that could not be carried on, and records why', async () => {
    const directory = temporaryFolder()
    const path = join(directory, 'journal.jsonl')
    const earlier = openFileJournal(path)
    earlier.append({ type: 'run-started', run: 'run-1', team: {}, goal: null }, null, 0)
    earlier.close()
    await expectAborted(directory)
    const events = [...readFileJournal(path)].map(({ event }) => event)
    expect(events[0]).toMatchObject({ type: 'run-started', run: 'run-1' })
    expect(events.at(-1)).toEqual({ type: 'run-ended', reached: false, reason: 'Enough.' })
  })
})

/** Starts a run on a server that never answers, and aborts it once a bot has knocked. */
async function expectAborted(directory: string): Promise<void> {
  const silent = createServer().listen(0, '127.0.0.1')
  await once(silent, 'listening')
  onTestFinished(() => void silent.close())
  const address = silent.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const team = loadTeamFile(defaultTeamPath())
  const stop = new AbortController()
  const run = startRun({
    team: { ...team, world: null, server: { host: '127.0.0.1', port, version: '1.21.4', auth: 'offline' } },
    directory,
    pagePort: null,
    pace: fullSpeed,
    log: () => {},
    signal: stop.signal,
  })
  const knocked = once(silent, 'connection').then(() => stop.abort(new InfrastructureError('Enough.')))
  await expect(run).rejects.toThrow('Enough.')
  await knocked
}
