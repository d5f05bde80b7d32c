import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { descendants, isAlive } from '../../support/processes.ts'
import { runKithcraft, startKithcraft, whenPrinted } from '../../support/run-process.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Reads the table of processes from /proc.
describe.runIf(process.platform === 'linux')('kithcraft run', { timeout: 180_000 }, () => {
  it('leaves no process behind and a journal that opens when it is killed itself', async () => {
    const folder = join(temporaryFolder(), 'run')
    const run = startKithcraft(['run', '--no-page', '--world', 'flat', '--out', folder])
    await whenPrinted(run, /writes and tries/)
    const children = descendants(run.pid ?? 0)
    expect(children.length).toBeGreaterThan(1)
    run.kill('SIGKILL')
    await once(run, 'close')
    await expect.poll(() => children.filter(isAlive), { timeout: 20_000 }).toEqual([])
    const skills = await runKithcraft(['skills', 'list', '--from', folder])
    expect(skills.code).toBe(0)
  })
})
