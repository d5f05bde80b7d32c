import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { RunEvent } from '../../../../src/core/run-event.ts'
import { openFileJournal } from '../../../../src/record/file-journal.ts'
import { command } from '../../../support/fake-commands.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const started: RunEvent = { type: 'run-started', run: 'r', team: { seed: 1 }, goal: null }
const ended: RunEvent = { type: 'run-ended', reached: true, reason: 'done' }

function run(events: readonly RunEvent[], wall: number): string {
  const folder = temporaryFolder()
  const journal = openFileJournal(join(folder, 'journal.jsonl'))
  for (const event of events) journal.append(event, null, 5, { took: wall })
  journal.close()
  return folder
}

it('journal diff finds no difference between runs that differ in durations only', async () => {
  const { code, io } = await command(
    ['journal', 'diff', run([started, ended], 1), run([started, ended], 2)],
    {},
  )
  expect(code).toBe(0)
  expect(io.stdout).toContain('The journals tell the same.')
})

it('journal diff shows the entry and the part where runs differ, and exits with 1', async () => {
  const other: RunEvent = { ...ended, reason: 'time is up' }
  const [a, b] = [run([started, ended], 1), run([started, other], 1)]
  const { code, io } = await command(['journal', 'diff', a, b], {})
  expect(code).toBe(1)
  expect(io.stdout).toContain('The journals part at entry 1, in "event.reason".')
  expect(io.stdout).toContain(`${a}: "done"`)
  expect(io.stdout).toContain(`${b}: "time is up"`)
})

it('journal diff shows what stands under a key that has dots of its own', async () => {
  const priced = (input: number): RunEvent => {
    return { ...started, team: { models: { 'compatible/x-4.1': { price: { input } } } } }
  }
  const [a, b] = [run([priced(2)], 1), run([priced(3)], 1)]
  const { io } = await command(['journal', 'diff', a, b], {})
  expect(io.stdout).toContain('in "event.team.models.compatible/x-4.1.price.input".')
  expect(io.stdout).toContain(`${a}: 2\n  ${b}: 3`)
})

it('journal diff names the journal that ends first, also for plain files and as JSON', async () => {
  const [short, long] = [run([started], 1), run([started, ended], 1)]
  const copy = join(temporaryFolder(), 'copy.jsonl')
  cpSync(join(short, 'journal.jsonl'), copy)
  expect((await command(['journal', 'diff', copy, long], {})).io.stdout).toContain(
    `${copy} ends before entry 1`,
  )
  const { io } = await command(['journal', 'diff', long, copy, '--json'], {})
  expect(JSON.parse(io.stdout)).toMatchObject({ sequence: 1, second: null, path: '' })
})

it('journal diff says what is missing, and exits with 2', async () => {
  const { code, io } = await command(['journal', 'diff', '/nowhere', run([started], 1)], {})
  expect(code).toBe(2)
  expect(io.stderr).toContain('There is no run and no journal at "/nowhere".')
})
