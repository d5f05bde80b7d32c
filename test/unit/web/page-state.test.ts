import { describe, expect, it } from 'vitest'
import {
  foldPageState,
  initialPageState,
  type Occurrence,
  type PageState,
  timelineLength,
} from '../../../src/web/page-state.ts'
import { at, message, sampleRun } from '../../scenario/web/sample-run.ts'

describe('foldPageState()', () => {
  it('shows the team with its goal as soon as the run starts', () => {
    const state = fold(sampleRun().slice(0, 1))
    expect(state).toMatchObject({ title: 'first-steps', run: 'first-steps-1', goal: 'have 1 stone pickaxe' })
    expect(state.agents.map(({ name, knowledge }) => [name, knowledge])).toEqual([
      ['Ada', 'expert'],
      ['Ben', 'novice'],
    ])
  })

  it('follows a task from its start to its end, with the attempts made', () => {
    const during = agentOf(fold(sampleRun().slice(0, 6)), 'Ada')
    expect(during.task).toMatchObject({ text: 'Get 3 oak logs', status: 'open', attempts: 1 })
    expect(during.attempt).toMatchObject({ call: 'mineOakLog(3)', status: 'running', reused: false })
    const after = agentOf(fold(sampleRun()), 'Ada')
    expect(after.task?.status).toBe('done')
    expect(after.attempt?.status).toBe('succeeded')
    expect(after.skills).toEqual([
      { name: 'mineOakLog', version: 1, status: 'provisional', description: 'Mines oak logs.' },
    ])
  })

  it('shows what the running attempt does, and nothing of an older one', () => {
    const running = fold(sampleRun().slice(0, 6))
    const grown = foldPageState(running, traceOf('Ada-1-1', 'no oak_log is near'))
    expect(agentOf(grown, 'Ada').attempt?.detail).toBe('mineBlock("oak_log", 3): no oak_log is near')
    const stale = foldPageState(running, traceOf('Ada-0-1', 'no oak_log is near'))
    expect(agentOf(stale, 'Ada').attempt?.detail).toBe('')
  })

  it('keeps why an attempt failed', () => {
    const ended = at(60, 'Ada', {
      type: 'attempt-ended',
      attempt: 'Ada-1-1',
      skill: 'mineOakLog',
      outcome: null,
      success: false,
      critique: 'have oak_log: 1 of 3',
    })
    const { attempt } = agentOf(foldPageState(fold(sampleRun().slice(0, 6)), ended), 'Ada')
    expect(attempt).toMatchObject({ status: 'failed', detail: 'have oak_log: 1 of 3' })
  })

  it('replaces a skill by its newer version and never by an older one', () => {
    const admitted = (version: number, status: 'provisional' | 'verified') =>
      at(100, 'Ada', { type: 'skill-admitted', name: 'mineOakLog', version, status, description: 'Mines.' })
    const state = fold([...sampleRun(), admitted(2, 'verified'), admitted(1, 'provisional')])
    expect(agentOf(state, 'Ada').skills.map(({ version, status }) => [version, status])).toEqual([
      [2, 'verified'],
    ])
  })

  it("shows an agent's last message, inventory and health", () => {
    const ben = agentOf(fold(sampleRun()), 'Ben')
    expect(ben.message).toEqual({
      to: ['Ada'],
      act: 'ask',
      text: 'How do I make a wooden pickaxe?',
      tick: 96,
    })
    expect(ben).toMatchObject({ health: 20, inventory: { cobblestone: 8, dirt: 12, oak_planks: 5 } })
  })

  it('tells apart a bot that joins again from one that has left for good', () => {
    const left = (final: boolean) =>
      at(50, null, {
        type: 'body-reported',
        event: { type: 'bot-left', agent: 'Ada', reason: 'kicked', final },
      })
    expect(agentOf(fold([...sampleRun(), left(false)]), 'Ada').presence.state).toBe('joining')
    expect(agentOf(fold([...sampleRun(), left(true)]), 'Ada').presence).toEqual({
      state: 'away',
      detail: 'kicked',
    })
  })

  it('leaves the objects of agents alone that nothing happened to', () => {
    const before = fold(sampleRun())
    const after = foldPageState(
      before,
      at(130, 'Ben', { type: 'agent-finished', reached: true, reason: 'done' }),
    )
    expect(after.agents[0]).toBe(before.agents[0])
    expect(after.agents[1]).not.toBe(before.agents[1])
  })

  it('makes a card for an agent that the team file does not name', () => {
    const said = at(5, 'Cleo', {
      type: 'message-sent',
      message: message('Cleo', 'Ada', 'ask', 'May I join?'),
    })
    expect(fold([said]).agents.map(({ name }) => name)).toEqual(['Cleo'])
  })

  it('tells a line of game chat once, though every bot hears it', () => {
    const heard = (agent: string, tick: number) =>
      at(tick, null, {
        type: 'body-reported',
        event: { type: 'chat-heard', agent, from: 'Alex', text: 'hello' },
      })
    const chat = (state: PageState) => state.timeline.filter(({ kind }) => kind === 'chat').length
    expect(chat(fold([heard('Ada', 10), heard('Ben', 11)]))).toBe(1)
    expect(chat(fold([heard('Ada', 10), heard('Ben', 11), heard('Ada', 500)]))).toBe(2)
  })

  it('counts timeline items on while it forgets the oldest', () => {
    const many = Array.from({ length: timelineLength + 50 }, (_, tick) =>
      at(tick, 'Ada', { type: 'author-blocked', task: 't', reason: `reason ${tick}` }),
    )
    const { timeline } = fold(many)
    expect(timeline.length).toBe(timelineLength)
    expect(timeline.at(-1)).toMatchObject({
      id: timelineLength + 50,
      detail: `reason ${timelineLength + 49}`,
    })
    expect(timeline[0]?.id).toBe(51)
  })

  it('keeps learned skills, and no old task, when a run is carried on', () => {
    const ada = agentOf(fold([...sampleRun(), ...sampleRun().slice(0, 1)]), 'Ada')
    expect(ada.skills.map(({ name }) => name)).toEqual(['mineOakLog'])
    expect(ada).toMatchObject({ task: null, attempt: null, presence: { state: 'joining' } })
  })

  it('never lets the time fall', () => {
    expect(fold([at(100, null, runEnded), at(90, null, runEnded)]).tick).toBe(100)
  })

  it('says how the run ended', () => {
    expect(fold([...sampleRun(), at(200, null, runEnded)]).ended).toEqual({
      reached: true,
      reason: 'all did it',
    })
  })
})

const runEnded = { type: 'run-ended', reached: true, reason: 'all did it' } as const

function fold(occurrences: readonly Occurrence[]): PageState {
  return occurrences.reduce(foldPageState, initialPageState('a run'))
}

function agentOf(state: PageState, name: string) {
  const agent = state.agents.find((candidate) => candidate.name === name)
  if (!agent) throw new Error(`No card for "${name}".`)
  return agent
}

function traceOf(attempt: string, failure: string): Occurrence {
  const result = { ok: false, code: 'not-found', message: failure } as const
  const entry = { type: 'act' as const, tick: 20, name: 'mineBlock', arguments: ['oak_log', 3], result }
  const event = { type: 'trace-grew', agent: 'Ada', attempt, entry } as const
  return at(20, null, { type: 'body-reported', event })
}
