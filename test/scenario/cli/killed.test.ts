import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFileJournal } from '../../../src/record/file-journal.ts'
import { collect, runKithcraft, startKithcraft, whenPrinted } from '../../support/run-process.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

// Reads the table of processes from /proc.
describe.runIf(process.platform === 'linux')('kithcraft run', { timeout: 180_000 }, () => {
  it('goes on when the process with its bots is killed', async () => {
    const folder = join(temporaryFolder(), 'run')
    const run = startKithcraft(['run', '--no-page', '--world', 'flat', '--out', folder])
    const ended = collect(run)
    const restarted = whenPrinted(run, /The process with the bots was started again/)
    await whenPrinted(run, /writes and tries/)
    process.kill(descendant(run.pid ?? 0, 'body-process'), 'SIGKILL')
    await restarted
    await whenPrinted(run, /is in the world/)
    run.kill('SIGINT')
    expect((await ended).code).toBe(1)
    const types = [...readFileJournal(join(folder, 'journal.jsonl'))].map(({ event }) => event.type)
    expect(types).toContain('run-ended')
  })

  it('leaves no process behind and a journal that opens when it is killed itself', async () => {
    const folder = join(temporaryFolder(), 'run')
    const run = startKithcraft(['run', '--no-page', '--world', 'flat', '--out', folder])
    await whenPrinted(run, /writes and tries/)
    const children = descendants(run.pid ?? 0).map(({ pid }) => pid)
    expect(children.length).toBeGreaterThan(1)
    run.kill('SIGKILL')
    await once(run, 'close')
    await expect.poll(() => children.filter(isAlive), { timeout: 20_000 }).toEqual([])
    const skills = await runKithcraft(['skills', 'list', '--from', folder])
    expect(skills.code).toBe(0)
  })
})

interface ProcessEntry {
  readonly pid: number
  readonly parent: number
  readonly command: string
}

function descendant(pid: number, name: string): number {
  const found = descendants(pid).find(({ command }) => command.includes(name))
  if (found === undefined) throw new Error(`No process below ${pid} runs "${name}".`)
  return found.pid
}

function descendants(pid: number): readonly ProcessEntry[] {
  const all = processes()
  const below = (parent: number): readonly ProcessEntry[] =>
    all.filter((entry) => entry.parent === parent).flatMap((entry) => [entry, ...below(entry.pid)])
  return below(pid)
}

function processes(): readonly ProcessEntry[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => readProcess(Number(name)))
}

/** Nothing for a process that has ended in the meantime, or waits to be forgotten. */
function readProcess(pid: number): readonly ProcessEntry[] {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return state === 'Z' ? [] : [{ pid, parent: Number(parent), command }]
  } catch {
    return []
  }
}

function isAlive(pid: number): boolean {
  return readProcess(pid).length > 0
}
