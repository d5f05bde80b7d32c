import { expect, test } from 'vitest'
import { SilentChannel } from '../../../src/channel/silent-channel.ts'
import { ManualClock } from '../../support/manual-clock.ts'
import { exampleMessage } from '../../support/memory-examples.ts'

test('SilentChannel delivers to nobody: not to drain(), not to a listener, not to a waiting caller', async () => {
  const clock = new ManualClock()
  const channel = new SilentChannel(clock)
  const mailbox = channel.join('Ben')
  const heard: string[] = []
  mailbox.onArrival(({ id }) => {
    heard.push(id)
    return false
  })
  const wait = mailbox.waitFor(() => true, 5, new AbortController().signal)
  await channel.send(exampleMessage())
  await clock.pass(5)
  expect([heard, mailbox.drain(), await wait]).toEqual([[], [], null])
})
