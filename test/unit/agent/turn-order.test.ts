import { describe, expect, it } from 'vitest'
import { TurnOrder } from '../../../src/agent/turn-order.ts'
import { settled } from '../../support/manual-clock.ts'
import { exampleMessage } from '../../support/memory-examples.ts'
import { Team } from '../../support/scripted-team.ts'

const question = exampleMessage({
  id: 'q',
  from: 'Dan',
  to: ['Ada', 'Ben', 'Cleo'],
  reach: 'all',
  act: 'ask',
})
const answer = exampleMessage({ id: 'a', from: 'Ada', to: ['Dan', 'Ben', 'Cleo'], replyTo: 'q' })

function turnsOf(...agents: readonly string[]) {
  const team = new Team()
  return { team, turns: agents.map((agent) => new TurnOrder(team.add(agent, {}).mind)) }
}

describe('TurnOrder', () => {
  it('gives the floor to each for half a second, in the order in which they were named', async () => {
    const { team, turns } = turnsOf('Cleo', 'Ben', 'Ada')
    const spoke: string[] = []
    for (const [index, order] of turns.entries()) {
      void order.waitFor(question).then((hasFloor) => {
        if (hasFloor) spoke.push(`${['Cleo', 'Ben', 'Ada'][index]} at ${team.clock.tick()}`)
      })
    }
    for (let tick = 0; tick < 30; tick++) {
      await settled()
      await team.clock.pass(1)
    }
    expect(spoke).toEqual(['Ada at 0', 'Ben at 10', 'Cleo at 20'])
  })

  it('lets nobody answer what was answered meanwhile', async () => {
    const { team, turns } = turnsOf('Ben')
    const [ben] = turns
    const waiting = ben?.waitFor(question)
    ben?.hear(answer)
    await team.clock.pass(10)
    expect(await waiting).toBe(false)
    const other = ben?.waitFor({ ...question, id: 'other' })
    await team.clock.pass(10)
    expect(await other).toBe(true)
  })

  it('leaves it to the last one to say that nobody knows, and has all who were asked together hear answers', () => {
    const [ben, cleo] = turnsOf('Ben', 'Cleo').turns
    expect([ben?.isLast(question), cleo?.isLast(question)]).toEqual([false, true])
    expect(ben?.isLast({ ...question, to: ['Ben'] })).toBe(true)
    expect(ben?.others(question)).toEqual(['Ada', 'Cleo'])
    expect(ben?.others({ ...question, reach: 'name' })).toEqual([])
  })
})
