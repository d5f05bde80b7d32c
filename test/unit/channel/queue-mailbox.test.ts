import { expect, test } from 'vitest'
import { QueueMailbox } from '../../../src/channel/queue-mailbox.ts'
import { ManualClock, settled } from '../../support/manual-clock.ts'
import { exampleMessage } from '../../support/memory-examples.ts'

const NEVER = new AbortController().signal

test('waitFor() cuts nobody short: what is on its way when the time is up may still come', async () => {
  const clock = new ManualClock()
  let isArriving = true
  const mailbox = new QueueMailbox({ clock, isArriving: () => isArriving }, () => {})
  const ends: unknown[] = []
  const waiting = () => void mailbox.waitFor(() => true, 20, NEVER).then((message) => ends.push(message))
  waiting()
  await settled()
  await clock.pass(20)
  await clock.pass(30)
  expect(ends).toEqual([])
  mailbox.deliver(exampleMessage())
  await settled()
  expect(ends).toEqual([exampleMessage()])

  isArriving = false
  waiting()
  await settled()
  await clock.pass(20)
  expect(ends).toEqual([exampleMessage(), null])
})
