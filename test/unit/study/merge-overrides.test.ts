import { describe, expect, it } from 'vitest'
import { mergeOverrides } from '../../../src/study/merge-overrides.ts'

const team = {
  goal: { type: 'have', item: 'stick', count: 1 },
  limits: { minutes: 5, fuel: 10 },
  agents: [
    { name: 'Ada' },
    { name: 'Ben', faculties: { talk: true, revision: true }, inventory: { stick: 1 } },
  ],
}

describe('mergeOverrides()', () => {
  it('merges limits key by key and replaces what is a value in itself', () => {
    const merged = mergeOverrides(team, { limits: { minutes: 9 }, goal: { type: 'equipped', item: 'stick' } })
    expect(merged).toEqual({
      ...team,
      limits: { minutes: 9, fuel: 10 },
      goal: { type: 'equipped', item: 'stick' },
    })
  })

  it('changes, adds and removes agents by name', () => {
    const agents = {
      Ada: null,
      Ben: { faculties: { talk: false }, inventory: { dirt: 2 } },
      Cleo: { role: 'new' },
    }
    expect(mergeOverrides(team, { agents }).agents).toEqual([
      { name: 'Ben', faculties: { talk: false, revision: true }, inventory: { dirt: 2 } },
      { name: 'Cleo', role: 'new' },
    ])
  })

  it('replaces all agents by a list, and changes everyone', () => {
    const merged = mergeOverrides(team, { agents: [{ name: 'Dan' }], everyone: { knowledge: 'novice' } })
    expect(merged.agents).toEqual([{ name: 'Dan', knowledge: 'novice' }])
    expect('everyone' in merged).toBe(false)
  })

  it('leaves what it was given as it was', () => {
    const before = structuredClone(team)
    mergeOverrides(team, { everyone: { faculties: { talk: false } }, limits: { fuel: 1 } })
    expect(team).toEqual(before)
  })
})
