import { expect, test } from 'vitest'
import type { BodyEvent } from '../../../src/core/body.ts'
import type { RunEvent } from '../../../src/core/run-event.ts'
import { Recorder } from '../../../src/record/recorder.ts'
import { VolatileJournal } from '../../../src/record/volatile-journal.ts'

const ENDED: RunEvent = { type: 'run-ended', reached: true, reason: 'Done.' }
const DIED: BodyEvent = { type: 'bot-died', agent: 'Ada' }
const RESTARTED: BodyEvent = { type: 'body-restarted', reason: 'It crashed.' }

test('Recorder writes events with their tick, their agent and what the wall clock says', () => {
  const journal = new VolatileJournal()
  let tick = 3
  const recorder = new Recorder(journal, { tick: () => tick }, () => ({ time: 'noon' }))
  recorder.record(ENDED)
  tick = 4
  const entry = recorder.of('Ada')({ type: 'author-blocked', task: 't', reason: 'no way' })
  recorder.recordBody(DIED)
  recorder.recordBody(RESTARTED)
  expect([...journal.entries()].map(({ agent, tick, event }) => [agent, tick, event.type])).toEqual([
    [null, 3, 'run-ended'],
    ['Ada', 4, 'author-blocked'],
    ['Ada', 4, 'body-reported'],
    [null, 4, 'body-reported'],
  ])
  expect(entry).toMatchObject({ sequence: 1, wall: { time: 'noon' } })
  const slow = recorder.of('Ada')({ type: 'author-blocked', task: 't', reason: 'no way' }, { durationMs: 7 })
  expect(slow.wall).toEqual({ time: 'noon', durationMs: 7 })
})
