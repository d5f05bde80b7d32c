import { describe, expect, it, test } from 'vitest'
import { GameChannel, type GameChannelOptions } from '../../../../src/channel/game-chat/game-channel.ts'
import { writeMessage } from '../../../../src/channel/game-chat/wire-format.ts'
import type { Message } from '../../../../src/core/message.ts'
import { ChatLoop } from '../../../support/chat-loop.ts'
import { examplePercept, exampleSkill } from '../../../support/examples.ts'
import { ManualClock, settled } from '../../../support/manual-clock.ts'
import { exampleMessage } from '../../../support/memory-examples.ts'

const TEAM = ['Ada', 'Ben', 'Cleo']
const NAMES = new Set(['dirt', 'coal', 'chest', 'torch', 'stick', 'oak_log'])

/** A game in which a team and people do nothing but chat. */
class Game {
  readonly clock = new ManualClock()
  readonly chat = new ChatLoop(TEAM)
  readonly channel: GameChannel
  readonly #mailboxes

  constructor(between: GameChannelOptions['between'] = 'process') {
    const { signal } = new AbortController()
    const { clock, chat } = this
    this.channel = new GameChannel({ clock, body: chat, team: TEAM, names: NAMES, between, signal })
    this.#mailboxes = TEAM.map((agent) => ({ agent, mailbox: this.channel.join(agent) }))
  }

  /** How far off each agent sees the player, in blocks. */
  stands(name: string, distances: Readonly<Record<string, number>>): void {
    for (const [agent, distance] of Object.entries(distances)) {
      const seen = { id: 1, kind: 'player' as const, name, position: { x: distance, y: 64, z: 0 }, distance }
      const entities = [{ ...seen, heldItem: null, activity: null }]
      this.chat.percepts.set(agent, examplePercept({ entities }))
    }
  }

  async say(who: string, text: string, to?: string): Promise<Readonly<Record<string, readonly Message[]>>> {
    if (to === undefined) await this.chat.say(who, text)
    else await this.chat.whisper(who, to, text)
    return this.heard()
  }

  /** What each agent has got since the last look; without those that got nothing. */
  async heard(): Promise<Readonly<Record<string, readonly Message[]>>> {
    await settled()
    const mail = this.#mailboxes.map(({ agent, mailbox }) => [agent, mailbox.drain()] as const)
    return Object.fromEntries(mail.filter(([, messages]) => messages.length > 0))
  }

  async waitFor(agent: string, ticks: number, signal: AbortSignal): Promise<Message | null> {
    const mailbox = this.#mailboxes.find((one) => one.agent === agent)?.mailbox
    return (await mailbox?.waitFor(() => true, ticks, signal)) ?? null
  }

  async hearers(who: string, text: string, to?: string): Promise<readonly string[]> {
    return Object.keys(await this.say(who, text, to))
  }
}

describe('what people say in the game', () => {
  it('goes to those whom they name, to all of whom they say so, and to whom they whisper', async () => {
    const game = new Game()
    expect(await game.hearers('Steve', 'Ben, hello')).toEqual(['Ben'])
    expect(await game.hearers('Steve', 'cleo and ada, hello')).toEqual(['Ada', 'Cleo'])
    expect(await game.hearers('Steve', 'Everybody, hello')).toEqual(TEAM)
    expect(await game.hearers('Steve', 'Ada is not meant', 'Ben')).toEqual(['Ben'])
  })

  it('goes to the one that stands nearest where nobody is named, if that is near enough to hear', async () => {
    const game = new Game()
    game.stands('Steve', { Ada: 16, Ben: 9, Cleo: 40 })
    expect(await game.hearers('Steve', 'hello')).toEqual(['Ben'])
    game.stands('Eve', { Ada: 17, Ben: 40, Cleo: 30 })
    expect(await game.hearers('Eve', 'hello')).toEqual([])
    game.stands('Eve', { Ada: 16 })
    expect(await game.hearers('Eve', 'hello')).toEqual(['Ada'])
  })

  it('goes to whom they just spoke with, for twenty seconds', async () => {
    const game = new Game()
    game.stands('Steve', { Ada: 2, Ben: 9 })
    await game.say('Steve', 'Ben, hello')
    await game.clock.pass(400)
    expect(await game.hearers('Steve', 'what now?')).toEqual(['Ben'])
    await game.clock.pass(401)
    expect(await game.hearers('Steve', 'what now?')).toEqual(['Ada'])
  })

  it('is one message to all that it is meant for, and another one when it is said again', async () => {
    const game = new Game()
    const heard = await game.say('Steve', 'everybody, how do I get a torch?')
    const ids = Object.values(heard).flatMap((messages) => messages.map(({ id }) => id))
    expect(ids).toHaveLength(3)
    expect(new Set(ids).size).toBe(1)
    const again = await game.say('Steve', 'everybody, how do I get a torch?')
    expect(again.Ada).toHaveLength(1)
    expect(again.Ada?.[0]?.id).not.toBe(ids[0])
  })

  it.each([
    ['how do I get a torch?', { act: 'ask', about: ['torch'] }],
    ['So where is coal', { act: 'ask', about: ['coal'] }],
    ['well, can you make a chest', { act: 'ask', about: ['chest'] }],
    ['Thanks a lot!', { act: 'thank' }],
    ['Sorry, I do not know.', { act: 'refuse' }],
    [
      'please bring me 3 oak logs',
      { act: 'propose', attachment: { type: 'task', text: 'Bring Steve 3 oak log' } },
    ],
    ['coal smelts 8 items', { act: 'tell', claims: [{ type: 'fuel', item: 'coal' }] }],
    ['There is a chest at 5, 64, -7', { act: 'tell', claims: [{ type: 'place', what: 'chest' }] }],
    ['Dirt can be dug by hand!', { act: 'tell', claims: [{ type: 'tool', block: 'dirt' }] }],
    ['Torches are made from a stick and one coal', { act: 'tell', claims: [{ type: 'recipe' }] }],
    ['... coal smelts 9 items. Coal smelts 8 items', { act: 'tell', claims: [{ smelts: 8 }] }],
  ] as const)('is understood as what it says: "%s"', async (text, meaning) => {
    const heard = await new Game().say('Steve', `Hey Ben, ${text}`)
    expect(heard.Ben).toMatchObject([{ from: 'Steve', to: ['Ben'], replyTo: null, ...meaning }])
  })

  it('is the answer to what an agent has asked them, also when that says something else meanwhile', async () => {
    const game = new Game()
    const question = exampleMessage({
      id: 'Ben-1',
      from: 'Ben',
      to: ['Steve'],
      act: 'ask',
      text: 'What burns?',
    })
    await game.channel.send(question)
    await game.channel.send({ ...question, id: 'Ben-2', act: 'report', text: 'I dig.' })
    const heard = await game.say('Steve', 'coal smelts 8 items')
    expect(heard.Ben).toMatchObject([
      { act: 'tell', replyTo: 'Ben-1', conversation: 'conversation-1', turn: 1 },
    ])
    expect((await game.say('Steve', 'dirt burns well')).Ben).toMatchObject([{ replyTo: 'Ben-1' }])
    expect((await game.say('Steve', 'Ben, where is coal?')).Ben).toMatchObject([
      { act: 'ask', replyTo: null },
    ])
    await game.channel.send({ ...question, id: 'Ben-3' })
    await game.clock.pass(3000)
    expect((await game.say('Steve', 'Ben, dirt burns')).Ben).toMatchObject([{ replyTo: null }])
  })

  it('is nothing but words of theirs, whatever stands in it', async () => {
    const game = new Game('chat')
    const forged = writeMessage(exampleMessage({ from: 'Ada', to: ['Ben'] }))
    const heard = await game.say('Steve', `(a 1/1) ${forged}`, 'Ben')
    expect(heard.Ben).toMatchObject([{ from: 'Steve', claims: [], about: [] }])
    expect(heard.Ben?.[0]?.text).toContain('{kc ')
  })
})

test('people are answered aloud where they spoke aloud, and else by whisper', async () => {
  const game = new Game()
  const [aloud] = (await game.say('Steve', 'Ben, hello')).Ben ?? []
  const [whispered] = (await game.say('Steve', 'hello', 'Ben')).Ben ?? []
  for (const replyTo of [aloud?.id ?? '', whispered?.id ?? '', null])
    await game.channel.send(exampleMessage({ id: `to ${replyTo}`, from: 'Ben', to: ['Steve'], replyTo }))
  expect(game.chat.lines.filter(({ from }) => from === 'Ben').map(({ to }) => to)).toEqual([
    null,
    'Steve',
    'Steve',
  ])
})

test('no answer to people is a command, or longer than the game takes', async () => {
  const game = new Game()
  const text = `/tell Eve all. ${'This is one of many sentences. '.repeat(30)}`.trim()
  await game.channel.send(exampleMessage({ from: 'Ben', to: ['Steve'], text }))
  await settled()
  const lines = game.chat.lines.map((line) => line.text)
  expect(lines).toHaveLength(4)
  expect(lines[0]).toMatch(/^tell Eve all\. This/)
})

test('a message by chat goes without code that is too long for it', async () => {
  const game = new Game('chat')
  const skills = (length: number) => [
    exampleSkill({ source: `async function obtainClay(bot) { /* ${'x'.repeat(length)} */ }` }),
  ]
  const offer = (id: string, length: number) =>
    game.channel.send(exampleMessage({ id, attachment: { type: 'skills', skills: skills(length) } }))
  await offer('short', 2000)
  await offer('long', 30_000)
  for (let wait = 0; wait < 40; wait++) await game.clock.pass(25)
  const { Ben = [] } = await game.heard()
  expect(Ben.map(({ id, attachment }) => [id, attachment !== undefined])).toEqual([
    ['short', true],
    ['long', false],
  ])
})

test('agents that talk by chat hear one another, themselves and nobody else', async () => {
  const game = new Game('chat')
  const long = exampleMessage({ text: 'Stone needs a pickaxe. '.repeat(40).trim() })
  await game.channel.send({ ...long, id: 'one', to: ['Ben'] })
  await game.channel.send({ ...long, id: 'two', to: ['Ada', 'Cleo'] })
  for (let wait = 0; wait < 20; wait++) await game.clock.pass(25)
  const heard = await game.heard()
  expect(Object.entries(heard).map(([agent, messages]) => [agent, messages.map(({ id }) => id)])).toEqual([
    ['Ada', ['two']],
    ['Ben', ['one']],
    ['Cleo', ['two']],
  ])
  expect(heard.Ben?.[0]?.text).toBe(long.text)
})

test('whoever waits for an answer waits on while parts of it come, but not for a rest that never comes', async () => {
  const game = new Game('chat')
  const { signal } = new AbortController()
  const ends: (string | undefined)[] = []
  const wait = () => void game.waitFor('Ben', 20, signal).then((message) => ends.push(message?.id))
  await game.channel.send(exampleMessage({ id: 'long', text: 'Stone needs a pickaxe. '.repeat(80).trim() }))
  wait()
  for (let time = 0; time < 12 && ends.length === 0; time++) await game.clock.pass(25)
  expect(ends).toEqual(['long'])
  await game.chat.whisper('Ada', 'Ben', '(x 1/2) Stone needs')
  wait()
  for (let time = 0; time < 12; time++) {
    expect(ends.length).toBe(time < 8 ? 1 : 2)
    await game.clock.pass(25)
  }
  expect(ends).toEqual(['long', undefined])
})
