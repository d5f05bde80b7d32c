import { describe, expect, test } from 'vitest'
import { ClosingTime } from '../../../src/agent/closing-time.ts'
import type { TrialGround, TrialRequest } from '../../../src/core/body.ts'
import { untriedSkills } from '../../../src/record/untried-skills.ts'
import { exampleSkill } from '../../support/examples.ts'
import { ManualClock, settled } from '../../support/manual-clock.ts'
import { CODE, GOAL, PROPOSAL, Team } from '../../support/scripted-team.ts'

/** Notes what it is asked to try; everything holds. */
class Ground implements TrialGround {
  readonly requests: TrialRequest[] = []

  async run(request: TrialRequest) {
    this.requests.push(request)
    return { held: true, reason: 'It held.', outcome: null }
  }

  async close(): Promise<void> {}
}

class SimulatedClock extends ManualClock {
  override readonly isSimulated = true
}

describe('a skill that was learned', () => {
  test('is due a trial until there is the result of one', async () => {
    const team = new Team()
    const ben = team.add('Ben', { proposals: [PROPOSAL], authored: [CODE] }, { trials: new Ground() })
    await ben.life()
    expect(team.events('trial-due')).toMatchObject([
      { name: 'obtainClay', version: 1, arguments: [3], goal: GOAL },
    ])
    const entries = [...team.journal.entries()]
    expect(untriedSkills(entries).get('Ben')).toEqual([])
    const before = entries.filter(({ event }) => event.type !== 'skill-tried')
    expect(untriedSkills(before).get('Ben')).toMatchObject([{ name: 'obtainClay', version: 1 }])
  })

  test('gets the trial that it was due when the run was stopped, with its arguments and its limit', async () => {
    const team = new Team()
    const trials = new Ground()
    const ben = team.add('Ben', { proposals: [] }, { trials })
    const skill = exampleSkill({ name: 'obtainClay', status: 'provisional', calls: [] })
    ben.mind.memory.apply(0, [{ type: 'skill-set', skill }])
    const due = { name: 'obtainClay', version: 1, arguments: [7], goal: GOAL, ticks: 50 }
    const forgotten = { ...due, name: 'obtainNothing' }
    await ben.life({ untried: [due, forgotten] })
    expect(trials.requests).toMatchObject([
      { goal: GOAL, attempt: { program: { entry: 'obtainClay', arguments: [7] }, limits: { ticks: 50 } } },
    ])
    expect(ben.mind.memory.skills.find('obtainClay')?.status).toBe('verified')
  })
})

test('a trial that the end of the run cuts off stays due', async () => {
  const team = new Team()
  const trials: TrialGround = {
    run: (_request, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    close: async () => {},
  }
  const ben = team.add('Ben', { proposals: [PROPOSAL], authored: [CODE] }, { trials })
  const life = ben.life()
  await settled()
  team.abort.abort(new Error('stopped'))
  expect(await life).toMatchObject({ reached: true })
  expect(team.events('skill-tried')).toEqual([])
  expect(ben.mind.memory.skills.find('obtainClay')?.statistics.runs).toBe(1)
})

describe('in simulated time', () => {
  test('trials take no game time any more once all agents have ended their work', async () => {
    const clock = new SimulatedClock()
    const team = new Team(clock)
    const closing = new ClosingTime(['Ada', 'Ben'])
    const ben = team.add('Ben', { proposals: [PROPOSAL], authored: [CODE] }, { trials: new Ground() })
    let ended = false
    const life = ben.life({ closing }).then((result) => {
      ended = true
      return result
    })
    await settled()
    expect(ended).toBe(false)
    closing.endWork('Ada')
    expect(await life).toMatchObject({ reached: true })
    expect(clock.tick()).toBe(0)
    expect(ben.mind.memory.skills.find('obtainClay')?.status).toBe('verified')
  })
})
