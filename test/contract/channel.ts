import { describe, expect, test } from 'vitest'
import type { Channel } from '../../src/core/channel.ts'
import type { Clock } from '../../src/core/clock.ts'
import { InputError } from '../../src/core/errors.ts'
import { ManualClock, settled } from '../support/manual-clock.ts'
import { exampleMessage } from '../support/memory-examples.ts'

/** What every Channel does, whether it delivers or not. */
export function describeChannel(name: string, create: (clock: Clock) => Channel): void {
  describe(`${name} as Channel`, () => {
    describeJoining(create)
    describeWaiting(create)
  })
}

/** What a Channel does that delivers to agents of the same process. */
export function describeDelivery(name: string, create: (clock: Clock) => Channel): void {
  describe(`${name} as Channel that delivers`, () => {
    describeDraining(create)
    describeWaitersWithMail(create)
    describeListeners(create)
  })
}

const ANY = () => true
const NEVER = new AbortController().signal

function describeJoining(create: (clock: Clock) => Channel): void {
  test('join() refuses a second mailbox for an agent until the first one is left', () => {
    const channel = create(new ManualClock())
    const mailbox = channel.join('Ben')
    expect(() => channel.join('Ben')).toThrow(InputError)
    mailbox.leave()
    mailbox.leave()
    expect(channel.join('Ben').drain()).toEqual([])
  })

  test('send() refuses a malformed message and names what is wrong with it', async () => {
    const channel = create(new ManualClock())
    const mailbox = channel.join('Ben')
    await expect(channel.send(exampleMessage({ text: 'x'.repeat(2001) }))).rejects.toThrow(
      /"message-1".*"text"/,
    )
    await expect(channel.send(exampleMessage({ to: [] }))).rejects.toThrow(InputError)
    expect(mailbox.drain()).toEqual([])
  })

  test('send() to an agent that has not joined loses the message without an error', async () => {
    const channel = create(new ManualClock())
    await channel.send(exampleMessage({ to: ['Nobody'] }))
  })
}

function describeWaiting(create: (clock: Clock) => Channel): void {
  test('waitFor() ends with null when the time is up, and not before', async () => {
    const clock = new ManualClock()
    const ends: unknown[] = []
    const wait = create(clock).join('Ben').waitFor(ANY, 10, NEVER)
    wait.then((message) => ends.push(message))
    await clock.pass(9)
    expect(ends).toEqual([])
    await clock.pass(1)
    expect(ends).toEqual([null])
  })

  test('waitFor() ends at once with null when there is no time to wait', async () => {
    expect(await create(new ManualClock()).join('Ben').waitFor(ANY, 0, NEVER)).toBeNull()
  })

  test('waitFor() rejects with the reason of an abort, before and during the wait', async () => {
    const mailbox = create(new ManualClock()).join('Ben')
    const controller = new AbortController()
    const wait = expect(mailbox.waitFor(ANY, 10, controller.signal)).rejects.toThrow('enough')
    controller.abort(new Error('enough'))
    await wait
    await expect(mailbox.waitFor(ANY, 10, controller.signal)).rejects.toThrow('enough')
  })

  test('leave() ends all waits with null', async () => {
    const mailbox = create(new ManualClock()).join('Ben')
    const waits = [mailbox.waitFor(ANY, 10, NEVER), mailbox.waitFor(ANY, 20, NEVER)]
    mailbox.leave()
    expect(await Promise.all(waits)).toEqual([null, null])
    expect(await mailbox.waitFor(ANY, 10, NEVER)).toBeNull()
  })
}

function describeDraining(create: (clock: Clock) => Channel): void {
  test('drain() gives each message once, oldest first, to every addressee that joined', async () => {
    const channel = create(new ManualClock())
    const [ben, cleo] = [channel.join('Ben'), channel.join('Cleo')]
    await channel.send(exampleMessage({ id: 'a', to: ['Ben', 'Cleo'] }))
    await channel.send(exampleMessage({ id: 'b', to: ['Ben', 'Ben'] }))
    expect(ben.drain().map(({ id }) => id)).toEqual(['a', 'b'])
    expect(ben.drain()).toEqual([])
    expect(cleo.drain()).toEqual([exampleMessage({ id: 'a', to: ['Ben', 'Cleo'] })])
  })

  test('send() delivers a retried message once, also after the addressee left and came back', async () => {
    const channel = create(new ManualClock())
    const first = channel.join('Ben')
    await channel.send(exampleMessage())
    await channel.send(exampleMessage())
    expect(first.drain()).toHaveLength(1)
    first.leave()
    const second = channel.join('Ben')
    await channel.send(exampleMessage())
    expect(second.drain()).toEqual([])
  })

  test('send() takes messages of two senders under one id for two', async () => {
    const channel = create(new ManualClock())
    const mailbox = channel.join('Ben')
    for (const from of ['Ada', 'Cleo']) await channel.send(exampleMessage({ from }))
    expect(mailbox.drain().map(({ from }) => from)).toEqual(['Ada', 'Cleo'])
  })

  test('send() delivers a retry to an addressee that had not joined the first time', async () => {
    const channel = create(new ManualClock())
    await channel.send(exampleMessage())
    const mailbox = channel.join('Ben')
    await channel.send(exampleMessage())
    expect(mailbox.drain()).toHaveLength(1)
  })

  test('a message cannot be changed by its sender once it is sent', async () => {
    const channel = create(new ManualClock())
    const mailbox = channel.join('Ben')
    const about = ['stone']
    await channel.send(exampleMessage({ about }))
    about.push('lies')
    expect(mailbox.drain()[0]?.about).toEqual(['stone'])
  })
}

function describeWaitersWithMail(create: (clock: Clock) => Channel): void {
  test('waitFor() takes the first match out of what is unread, and leaves the rest', async () => {
    const channel = create(new ManualClock())
    const mailbox = channel.join('Ben')
    for (const id of ['a', 'b', 'c'])
      await channel.send(exampleMessage({ id, act: id === 'a' ? 'ask' : 'tell' }))
    const told = await mailbox.waitFor(({ act }) => act === 'tell', 10, NEVER)
    expect(told?.id).toBe('b')
    expect(mailbox.drain().map(({ id }) => id)).toEqual(['a', 'c'])
  })

  test('waitFor() takes a match that arrives in time; what does not match can be drained', async () => {
    const clock = new ManualClock()
    const channel = create(clock)
    const mailbox = channel.join('Ben')
    const wait = mailbox.waitFor(({ replyTo }) => replyTo === 'question', 10, NEVER)
    await channel.send(exampleMessage({ id: 'other' }))
    await clock.pass(9)
    await channel.send(exampleMessage({ id: 'answer', replyTo: 'question' }))
    expect((await wait)?.id).toBe('answer')
    expect(mailbox.drain().map(({ id }) => id)).toEqual(['other'])
  })

  test('two waiting callers never get the same message, and the one who asked first is served first', async () => {
    const channel = create(new ManualClock())
    const mailbox = channel.join('Ben')
    const waits = [mailbox.waitFor(ANY, 10, NEVER), mailbox.waitFor(ANY, 10, NEVER)]
    await channel.send(exampleMessage({ id: 'a' }))
    await channel.send(exampleMessage({ id: 'b' }))
    expect((await Promise.all(waits)).map((message) => message?.id)).toEqual(['a', 'b'])
    expect(mailbox.drain()).toEqual([])
  })

  test('a message that arrives when the wait is over is kept, not lost with the wait', async () => {
    const clock = new ManualClock()
    const channel = create(clock)
    const mailbox = channel.join('Ben')
    const late = mailbox.waitFor(ANY, 5, NEVER)
    await clock.pass(5)
    const controller = new AbortController()
    const aborted = mailbox.waitFor(ANY, 5, controller.signal).catch(() => 'aborted')
    controller.abort()
    await channel.send(exampleMessage())
    expect([await late, await aborted]).toEqual([null, 'aborted'])
    expect(mailbox.drain()).toHaveLength(1)
  })

  test('a message that arrives in the very turn of the deadline is either returned or kept', async () => {
    const clock = new ManualClock()
    const channel = create(clock)
    const mailbox = channel.join('Ben')
    const wait = mailbox.waitFor(ANY, 5, NEVER)
    const passing = clock.pass(5)
    await channel.send(exampleMessage())
    await passing
    const found = [await wait, ...mailbox.drain()].filter((message) => message !== null)
    expect(found).toHaveLength(1)
  })

  test('a wait whose condition throws ends with that error and costs nobody a message', async () => {
    const channel = create(new ManualClock())
    const mailbox = channel.join('Ben')
    const broken = () => {
      throw new Error('broken condition')
    }
    const wait = expect(mailbox.waitFor(broken, 10, NEVER)).rejects.toThrow('broken condition')
    await channel.send(exampleMessage())
    await wait
    expect(mailbox.drain()).toHaveLength(1)
  })
}

function describeListeners(create: (clock: Clock) => Channel): void {
  test('onArrival() sees each message as it arrives, and takes those for which it returns true', async () => {
    const channel = create(new ManualClock())
    const mailbox = channel.join('Ben')
    const seen: string[] = []
    const stop = mailbox.onArrival((message) => {
      seen.push(message.id)
      return message.act === 'ask'
    })
    await channel.send(exampleMessage({ id: 'question', act: 'ask' }))
    await channel.send(exampleMessage({ id: 'news' }))
    expect(seen).toEqual(['question', 'news'])
    expect(mailbox.drain().map(({ id }) => id)).toEqual(['news'])
    stop()
    await channel.send(exampleMessage({ id: 'question-2', act: 'ask' }))
    expect(seen).toHaveLength(2)
    expect(mailbox.drain()).toHaveLength(1)
  })

  test('a listener comes before a waiting caller', async () => {
    const clock = new ManualClock()
    const channel = create(clock)
    const mailbox = channel.join('Ben')
    mailbox.onArrival(({ act }) => act === 'ask')
    const wait = mailbox.waitFor(ANY, 5, NEVER)
    await channel.send(exampleMessage({ id: 'question', act: 'ask' }))
    await channel.send(exampleMessage({ id: 'answer' }))
    expect((await wait)?.id).toBe('answer')
  })

  test('two agents that ask each other in the same tick both get an answer while they wait', async () => {
    const channel = create(new ManualClock())
    const asked = ['Ada', 'Ben'].map((agent, index) => {
      const mailbox = channel.join(agent)
      const partner = index === 0 ? 'Ben' : 'Ada'
      mailbox.onArrival((message) => {
        if (message.act !== 'ask') return false
        const reply = { id: `${message.id}-reply`, from: agent, to: [message.from], replyTo: message.id }
        void channel.send(exampleMessage(reply))
        return true
      })
      const question = exampleMessage({ id: `by-${agent}`, from: agent, to: [partner], act: 'ask' })
      const answer = mailbox.waitFor(({ replyTo }) => replyTo === question.id, 10, NEVER)
      return { question, answer }
    })
    for (const { question } of asked) await channel.send(question)
    await settled()
    const answers = await Promise.all(asked.map(({ answer }) => answer))
    expect(answers.map((answer) => answer?.id)).toEqual(['by-Ada-reply', 'by-Ben-reply'])
  })
}
