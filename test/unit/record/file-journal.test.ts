import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { InfrastructureError, InputError } from '../../../src/core/errors.ts'
import type { RunEvent } from '../../../src/core/run-event.ts'
import { openFileJournal, readFileJournal } from '../../../src/record/file-journal.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kithcraft-file-journal-'))
  path = join(folder, 'journal.jsonl')
})
afterEach(() => rmSync(folder, { recursive: true }))

const finished = (reason: string): RunEvent => ({ type: 'agent-finished', reached: true, reason })

test('openFileJournal() goes on after the last entry of an earlier process', () => {
  write('one', 'two')
  const journal = openFileJournal(path)
  expect([journal.tornBytes, journal.lastTick]).toEqual([0, 1])
  expect(journal.append(finished('three'), 'Ada', 3).sequence).toBe(2)
  expect(reasons()).toEqual(['one', 'two', 'three'])
  journal.close()
})

test('openFileJournal() cuts a last line at whatever byte a write stopped, and keeps all before it', () => {
  write('one', 'two', 'with ümlauts and 😀')
  const bytes = readFileSync(path)
  const second = bytes.indexOf(10, bytes.indexOf(10) + 1) + 1
  for (let size = second; size < bytes.length; size++) {
    writeFileSync(path, bytes.subarray(0, size))
    const journal = openFileJournal(path)
    expect(journal.tornBytes).toBe(size - second)
    expect(statSync(path).size).toBe(second)
    expect(journal.append(finished('three'), 'Ada', 3).sequence).toBe(2)
    journal.close()
    expect(reasons()).toEqual(['one', 'two', 'three'])
  }
})

test('openFileJournal() cuts a last line that ends in rubbish, as after a power cut', () => {
  write('one')
  appendFileSync(path, `{"version":1,"sequ${'\0'.repeat(50)}\n`)
  const journal = openFileJournal(path)
  expect(journal.tornBytes).toBe(69)
  journal.close()
  expect(reasons()).toEqual(['one'])
})

test.each([
  ['a line that is not JSON', 2, 'it is not JSON', (lines: string[]) => lines.with(1, '{"version":1,')],
  ['an event of an unknown type', 2, '"event.type"', swap('agent-finished', 'agent-danced')],
  ['a missing line', 2, 'its sequence number is 2, not 1', (lines: string[]) => lines.toSpliced(1, 1)],
  [
    'a doubled line',
    3,
    'its sequence number is 1, not 2',
    (lines: string[]) => lines.toSpliced(2, 0, lines[1] ?? ''),
  ],
  [
    'a last line of the wrong shape',
    3,
    '"tick"',
    (lines: string[]) => lines.with(2, (lines[2] ?? '').replace('"tick":2', '"tick":"2"')),
  ],
])(
  'openFileJournal() names file, line and reason of %s, and changes nothing',
  (_what, line, reason, damage) => {
    write('one', 'two', 'three')
    const lines = damage(readFileSync(path, 'utf8').trimEnd().split('\n'))
    writeFileSync(path, `${lines.join('\n')}\n`)
    const before = readFileSync(path)
    for (const open of [() => openFileJournal(path), () => [...readFileJournal(path)]]) {
      expect(open).toThrow(InputError)
      expect(open).toThrow(`"${path}" is damaged at line ${line}: ${reason}`)
      expect(open).toThrow(`head -n ${line - 1}`)
    }
    expect(readFileSync(path)).toEqual(before)
  },
)

test('openFileJournal() names the format of a journal that another version wrote', () => {
  write('one')
  writeFileSync(path, readFileSync(path, 'utf8').replace('"version":1', '"version":2'))
  expect(() => openFileJournal(path)).toThrow(/has the format 2, .* reads format 1/)
})

test('openFileJournal() lets one writer in, and the next one after it has closed', () => {
  const journal = openFileJournal(path)
  expect(() => openFileJournal(path)).toThrow(InfrastructureError)
  expect(() => openFileJournal(path)).toThrow('another Kithcraft process is writing to it')
  journal.append(finished('one'), 'Ada', 0)
  journal.close()
  const next = openFileJournal(path)
  next.append(finished('two'), 'Ada', 1)
  next.close()
  expect(reasons()).toEqual(['one', 'two'])
})

test('openFileJournal() frees the lock when the file cannot be used', () => {
  writeFileSync(path, '{}\n{}\n')
  expect(() => openFileJournal(path)).toThrow(InputError)
  rmSync(path)
  openFileJournal(path).close()
})

test('openFileJournal() says so when the folder does not exist', () => {
  expect(() => openFileJournal(join(folder, 'none', 'journal.jsonl'))).toThrow(InfrastructureError)
})

test('readFileJournal() reads while a writer writes, needs no lock, and leaves a torn line alone', () => {
  const journal = openFileJournal(path)
  journal.append(finished('one'), 'Ada', 0)
  expect(reasons()).toEqual(['one'])
  appendFileSync(path, '{"version":1,"seq')
  expect(reasons()).toEqual(['one'])
  expect(readFileSync(path, 'utf8')).toMatch(/"seq$/)
  journal.close()
})

test('readFileJournal() says so when there is no journal, and creates none', () => {
  expect(() => [...readFileJournal(path)]).toThrow(InputError)
  expect(existsSync(path)).toBe(false)
})

test('a journal holds lines longer than any read buffer', () => {
  const long = 'x'.repeat(600_000)
  write('one', long, 'three')
  expect(reasons()).toEqual(['one', long, 'three'])
})

test('a listener that throws keeps neither the writer nor other listeners from going on', async () => {
  const journal = openFileJournal(path)
  const uncaught = nextUncaughtError()
  const heard: number[] = []
  journal.onEntry(() => {
    throw new Error('a broken spectator')
  })
  journal.onEntry(({ sequence }) => heard.push(sequence))
  expect(journal.append(finished('one'), 'Ada', 0).sequence).toBe(0)
  expect(heard).toEqual([0])
  expect(await uncaught).toMatchObject({ message: 'a broken spectator' })
  journal.close()
})

function write(...texts: readonly string[]): void {
  const journal = openFileJournal(path)
  for (const [tick, text] of texts.entries()) journal.append(finished(text), 'Ada', tick)
  journal.close()
}

function reasons(): readonly string[] {
  return [...readFileJournal(path)].map(({ event }) => (event.type === 'agent-finished' ? event.reason : ''))
}

function swap(from: string, to: string) {
  return (lines: string[]) => lines.with(1, (lines[1] ?? '').replace(from, to))
}

/** Takes the next uncaught error away from the test runner. */
function nextUncaughtError(): Promise<unknown> {
  const others = process.listeners('uncaughtException')
  process.removeAllListeners('uncaughtException')
  return new Promise((resolve) => {
    process.once('uncaughtException', (error) => {
      for (const other of others) process.on('uncaughtException', other)
      resolve(error)
    })
  })
}
