import { describe, expect, it } from 'vitest'
import { liveTeam, type Until } from '../../../src/agent/team.ts'

/** Ada reaches the goal, Ben does not, and Cleo goes on for ever. */
const members = [
  { name: 'Ada', live: async () => ({ reached: true, reason: 'The goal is reached.' }) },
  { name: 'Ben', live: async () => ({ reached: false, reason: 'Nothing is left to try.' }) },
  { name: 'Cleo', live: () => new Promise<never>(() => {}) },
]

const ended = (names: readonly string[], until: Until) =>
  liveTeam(
    members.filter(({ name }) => names.includes(name)),
    until,
  )

describe('liveTeam()', () => {
  it('waits for all, and tells who did not reach the goal', async () => {
    expect(await ended(['Ada'], 'all')).toEqual({ reached: true, reason: 'All agents reached the goal.' })
    expect(await ended(['Ada', 'Ben'], 'all')).toEqual({
      reached: false,
      reason: 'Ben: Nothing is left to try.',
    })
  })

  it('waits for the first that reaches the goal', async () => {
    expect(await ended(['Ben', 'Ada', 'Cleo'], 'any')).toEqual({
      reached: true,
      reason: 'Ada reached the goal.',
    })
    expect(await ended(['Ben'], 'any')).toMatchObject({ reached: false })
  })

  it('waits for those that are named, whatever the others do', async () => {
    expect(await ended(['Ada', 'Ben', 'Cleo'], ['Ada'])).toEqual({
      reached: true,
      reason: 'Ada reached the goal.',
    })
    expect(await ended(['Ada', 'Ben', 'Cleo'], ['Ada', 'Ben'])).toEqual({
      reached: false,
      reason: 'Ben: Nothing is left to try.',
    })
  })
})
