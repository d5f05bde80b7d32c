import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GameChannel } from '../../../src/channel/game-chat/game-channel.ts'
import { InProcessChannel } from '../../../src/channel/in-process-channel.ts'
import type { Channel, Mailbox } from '../../../src/core/channel.ts'
import { ChatLoop } from '../../support/chat-loop.ts'
import { ManualClock, settled } from '../../support/manual-clock.ts'
import { exampleMessage } from '../../support/memory-examples.ts'

const NEVER = new AbortController().signal
const AGENTS = ['Ada', 'Ben', 'Cleo']

/** What can happen on a channel, in any order. */
const action = fc.oneof(
  fc.record({
    type: fc.constant('send' as const),
    from: fc.constantFrom(...AGENTS),
    to: fc.subarray(AGENTS, { minLength: 1 }),
    retry: fc.boolean(),
  }),
  fc.record({ type: fc.constant('drain' as const), agent: fc.constantFrom(...AGENTS) }),
  fc.record({
    type: fc.constant('wait' as const),
    agent: fc.constantFrom(...AGENTS),
    from: fc.constantFrom(...AGENTS),
    ticks: fc.integer({ min: 0, max: 3 }),
    abort: fc.boolean(),
  }),
  fc.record({ type: fc.constant('pass' as const), ticks: fc.integer({ min: 1, max: 2 }) }),
  fc.record({ type: fc.constant('vanish' as const), agent: fc.constantFrom(...AGENTS) }),
  fc.record({ type: fc.constant('return' as const), agent: fc.constantFrom(...AGENTS) }),
)

test.each(['in process', 'over chat'] as const)(
  'no message gets lost or doubled or overtakes another of its sender, %s',
  async (way) => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 30 }), async (actions) => {
        const world = new ChannelWorld(way)
        for (const each of actions) await world.perform(each)
        await world.finish()
        for (const agent of AGENTS) {
          expect([...world.received(agent)].sort()).toEqual([...world.expected(agent)].sort())
          expect(world.kept(agent)).toEqual(inOrder(world.kept(agent)))
        }
      }),
      { numRuns: way === 'over chat' ? 60 : 200 },
    )
  },
)

type Action = typeof action extends fc.Arbitrary<infer Value> ? Value : never

/** A channel with three agents, and a book of what each should get and got. */
class ChannelWorld {
  readonly #clock = new ManualClock()
  readonly #chat = new ChatLoop(AGENTS)
  readonly #channel: Channel
  readonly #mailboxes: ReadonlyMap<string, Mailbox>
  readonly #expected = new Map<string, string[]>(AGENTS.map((agent) => [agent, []]))
  readonly #drained = new Map<string, string[]>(AGENTS.map((agent) => [agent, []]))
  readonly #waited = new Map<string, string[]>(AGENTS.map((agent) => [agent, []]))
  #count = 0

  constructor(way: 'in process' | 'over chat') {
    const chat = {
      body: this.#chat,
      clock: this.#clock,
      team: AGENTS,
      between: 'chat',
      signal: NEVER,
    } as const
    this.#channel = way === 'in process' ? new InProcessChannel(this.#clock) : new GameChannel(chat)
    this.#mailboxes = new Map(AGENTS.map((agent) => [agent, this.#channel.join(agent)]))
  }

  async perform(each: Action): Promise<void> {
    if (each.type === 'send') await this.#send(each.from, each.to, each.retry)
    if (each.type === 'drain') this.#drain(each.agent)
    if (each.type === 'wait') this.#wait(each.agent, each.from, each.ticks, each.abort)
    if (each.type === 'pass') await this.#clock.pass(each.ticks)
    if (each.type === 'vanish') this.#chat.absent.add(each.agent)
    if (each.type === 'return') this.#chat.absent.delete(each.agent)
  }

  async finish(): Promise<void> {
    this.#chat.absent.clear()
    // So long that all that waits to be said is said.
    for (let time = 0; time < 70; time++) await this.#clock.pass(40)
    await settled()
    for (const agent of AGENTS) this.#drain(agent)
  }

  expected(agent: string): readonly string[] {
    return this.#expected.get(agent) ?? []
  }

  received(agent: string): readonly string[] {
    return [...this.kept(agent), ...(this.#waited.get(agent) ?? [])]
  }

  /** What was drained: what a wait took may come before or after. */
  kept(agent: string): readonly string[] {
    return this.#drained.get(agent) ?? []
  }

  async #send(from: string, to: string[], retry: boolean): Promise<void> {
    const message = exampleMessage({ id: `${from}-${String(this.#count++).padStart(3, '0')}`, from, to })
    for (const agent of to) this.#expected.get(agent)?.push(message.id)
    await this.#channel.send(message)
    if (retry) await this.#channel.send(message)
  }

  #drain(agent: string): void {
    const messages = this.#mailboxes.get(agent)?.drain() ?? []
    this.#drained.get(agent)?.push(...messages.map(({ id }) => id))
  }

  #wait(agent: string, from: string, ticks: number, abort: boolean): void {
    const controller = new AbortController()
    const wait = this.#mailboxes
      .get(agent)
      ?.waitFor((message) => message.from === from, ticks, abort ? controller.signal : NEVER)
    wait?.then(
      (message) => message && this.#waited.get(agent)?.push(message.id),
      () => {},
    )
    if (abort) queueMicrotask(() => controller.abort())
  }
}

/** The ids with each sender's in the order in which it sent them, senders staying where they are. */
function inOrder(ids: readonly string[]): readonly string[] {
  const bySender = new Map(AGENTS.map((agent) => [agent, ids.filter((id) => id.startsWith(agent)).sort()]))
  return ids.map((id) => bySender.get(id.split('-')[0] ?? '')?.shift() ?? '')
}
