import { describe, expect, it } from 'vitest'
import { openLiveView } from '../../../../src/cli/live-view/live-view.ts'
import { VolatileJournal } from '../../../../src/record/volatile-journal.ts'
import { exampleOutcome } from '../../../support/examples.ts'
import { FakeTerminal } from '../../../support/fake-command-io.ts'
import { exampleMessage } from '../../../support/memory-examples.ts'

/** Timers that run when the test says so. */
class ManualTimers {
  readonly callbacks: (() => void)[] = []
  readonly setTimeout = (callback: () => void) => {
    this.callbacks.push(callback)
    return {} as NodeJS.Timeout
  }
  readonly clearTimeout = () => void this.callbacks.splice(0)

  fire(): void {
    for (const callback of this.callbacks.splice(0)) callback()
  }
}

function startedJournal(): VolatileJournal {
  const journal = new VolatileJournal()
  const team = {
    name: 'first-steps',
    limits: { attemptsPerStep: 4 },
    agents: [{ name: 'Ada' }, { name: 'Ben' }],
  }
  const goal = { type: 'have', item: 'stick', count: 1 } as const
  journal.append({ type: 'run-started', run: 'run-1', team, goal }, null, 0)
  return journal
}

function attempt(journal: VolatileJournal): void {
  journal.append({ type: 'task-taken', task: 't', text: 'Obtain 1 stick', goal: null }, 'Ada', 20)
  const started = { task: 't', skill: 'obtainStick', source: '', arguments: [1], reused: false }
  journal.append({ type: 'attempt-started', attempt: 'a1', ...started }, 'Ada', 1200)
}

describe('openLiveView() where nothing can be redrawn', () => {
  it('prints one plain line per event, those of before included', () => {
    const journal = startedJournal()
    const terminal = new FakeTerminal(false)
    const view = openLiveView({ journal, pageUrl: null }, terminal)
    attempt(journal)
    journal.append(
      { type: 'message-sent', message: exampleMessage({ text: 'Stone\u001b[2J needs a pickaxe.' }) },
      'Ada',
      1220,
    )
    view.close()
    expect(terminal.text.split('\n')).toEqual([
      '00:00  The run begins: have 1 stick',
      '00:01  Ada takes up a task: Obtain 1 stick',
      '01:00  Ada writes and tries obtainStick',
      '01:01  Ada tells Ben: Stone [2J needs a pickaxe.',
      '',
    ])
  })

  it('prints nothing after it was closed', () => {
    const journal = startedJournal()
    const terminal = new FakeTerminal(false)
    openLiveView({ journal, pageUrl: null }, terminal).close()
    const before = terminal.text
    attempt(journal)
    expect(terminal.text).toBe(before)
  })
})

describe('openLiveView() on a terminal', () => {
  it('draws many events at once, in one write, when its timer fires', () => {
    const journal = startedJournal()
    const terminal = new FakeTerminal(true)
    const timers = new ManualTimers()
    const view = openLiveView({ journal, pageUrl: 'http://127.0.0.1:3007' }, terminal, timers)
    const joined = { type: 'bot-joined', agent: 'Ada', version: '1.21.4' } as const
    journal.append({ type: 'body-reported', event: joined }, 'Ada', 10)
    attempt(journal)
    expect(terminal.written).toEqual([])
    expect(timers.callbacks).toHaveLength(1)
    timers.fire()
    expect(terminal.written).toHaveLength(1)
    const table = linesOf(terminal.text)
    expect(table).toContain('01:00  Ada writes and tries obtainStick')
    expect(table).toContain('first-steps · have 1 stick · 01:00 · http://127.0.0.1:3007')
    expect(table.find((line) => line.startsWith('Ada  '))).toMatch(/Obtain 1 stick.*obtainStick\(1\).*1 of 4/)
    view.close()
  })

  it('moves up by the height of the block that stands there before it draws again', () => {
    const journal = startedJournal()
    const terminal = new FakeTerminal(true)
    const timers = new ManualTimers()
    const view = openLiveView({ journal, pageUrl: null }, terminal, timers)
    timers.fire()
    attempt(journal)
    timers.fire()
    // Title, heading and two agents.
    expect(terminal.written[1]).toContain('\u001b[4A\r')
    view.close()
  })

  it('counts the lines into which a narrower window has wrapped the block', () => {
    const journal = startedJournal()
    const terminal = new FakeTerminal(true)
    const timers = new ManualTimers()
    openLiveView({ journal, pageUrl: null }, terminal, timers)
    attempt(journal)
    timers.fire()
    const heights = linesOf(terminal.text)
      .slice(-4)
      .map((line) => Math.max(1, Math.ceil(line.length / 30)))
    terminal.width = 30
    journal.append({ type: 'task-ended', task: 't', status: 'done', reason: null }, 'Ada', 1300)
    timers.fire()
    const height = heights.reduce((sum, lines) => sum + lines, 0)
    expect(height).toBeGreaterThan(4)
    expect(terminal.written[1]).toContain(`\u001b[${height}A\r`)
  })

  it.each([200, 120, 80, 60, 40, 20, 10])(
    'never writes a line wider than a window of %i columns',
    (width) => {
      const journal = startedJournal()
      const terminal = new FakeTerminal(true)
      terminal.width = width
      const view = openLiveView({ journal, pageUrl: 'http://127.0.0.1:3007' }, terminal, new ManualTimers())
      attempt(journal)
      const failed = exampleOutcome({
        status: 'threw',
        error: { message: 'x'.repeat(300), module: null, line: null, column: null },
      })
      journal.append(
        {
          type: 'attempt-ended',
          attempt: 'a1',
          skill: 'obtainStick',
          outcome: failed,
          success: false,
          critique: 'y'.repeat(300),
        },
        'Ada',
        1300,
      )
      const inventory = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`item_${index}`, 64]))
      const seen = { health: 20, food: 20, position: { x: 0, y: 64, z: 0 }, inventory }
      journal.append({ type: 'state-seen', ...seen }, 'Ada', 1301)
      view.close()
      const lines = linesOf(terminal.text)
      expect(lines.length).toBeGreaterThan(4)
      expect(lines.filter((line) => line.length > width - 1)).toEqual([])
    },
  )

  it('shows as many agents as half the window holds and counts the others', () => {
    const journal = new VolatileJournal()
    const agents = Array.from({ length: 40 }, (_, index) => ({ name: `Agent${index}` }))
    journal.append({ type: 'run-started', run: 'r', team: { name: 'many', agents }, goal: null }, null, 0)
    const terminal = new FakeTerminal(true)
    openLiveView({ journal, pageUrl: null }, terminal, new ManualTimers()).close()
    const lines = linesOf(terminal.text)
    expect(lines.filter((line) => line.startsWith('Agent'))).toHaveLength(9)
    expect(lines.at(-1)).toBe('and 31 more')
  })

  it('starts to count attempts anew with every step', () => {
    const journal = startedJournal()
    const terminal = new FakeTerminal(true)
    const timers = new ManualTimers()
    openLiveView({ journal, pageUrl: null }, terminal, timers)
    attempt(journal)
    const started = { task: 't', skill: 'obtainStick', source: '', arguments: [1], reused: false }
    journal.append({ type: 'attempt-started', attempt: 'a2', ...started }, 'Ada', 1300)
    timers.fire()
    expect(terminal.written.at(-1)).toContain('2 of 4')
    journal.append({ type: 'step-committed', step: 1, changes: [] }, 'Ada', 1400)
    journal.append({ type: 'attempt-started', attempt: 'a3', ...started }, 'Ada', 1500)
    timers.fire()
    expect(terminal.written.at(-1)).toContain('1 of 4')
  })
})

/** The lines of the last write, without the codes that move the cursor. */
function linesOf(text: string): readonly string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are controlled with them
  const plain = text.replace(/\u001b\[\??\d*[A-Za-z]/g, '')
  return plain.split('\n').filter((line) => line !== '')
}
