import { describe, expect, it } from 'vitest'
import { planStudy } from '../../../src/study/plan-study.ts'
import { studyFileSchema } from '../../../src/study/study-schema.ts'

const study = (content: object) => studyFileSchema.parse({ name: 'study', base: {}, ...content })

describe('planStudy()', () => {
  it('names an episode by condition and seed, and by task where there are several', () => {
    const one = planStudy(study({ conditions: [{ name: 'alone' }], seeds: 2 }), {})
    expect(one.episodes.map(({ id }) => id)).toEqual(['alone/1', 'alone/2'])
    const tasks = [{ name: 'dirt' }, { name: 'wood' }]
    const two = planStudy(study({ tasks, conditions: [{ name: 'alone' }], seeds: [7] }), {})
    expect(two.episodes.map(({ id }) => id)).toEqual(['dirt/alone/7', 'wood/alone/7'])
  })

  it('applies the base, then the task, then the condition, then the seed', () => {
    const content = {
      tasks: [{ name: 'dirt', set: { goal: 'have 1 dirt', world: 'flat' } }],
      conditions: [{ name: 'high', set: { world: 'mountains' } }],
    }
    const { episodes } = planStudy(study(content), { world: 'plains', until: 'any' }, 1)
    expect(episodes[0]?.team).toEqual({ world: 'mountains', until: 'any', goal: 'have 1 dirt', seed: 1 })
  })

  it('unfolds a sweep into a condition per value', () => {
    const conditions = [
      { sweep: 'limits.communicationRounds', values: [0, 3], set: { limits: { minutes: 5 } } },
    ]
    const plan = planStudy(study({ conditions }), {}, 1)
    expect(plan.conditions.map(({ name, set }) => [name, set])).toEqual([
      ['communicationRounds=0', { limits: { minutes: 5, communicationRounds: 0 } }],
      ['communicationRounds=3', { limits: { minutes: 5, communicationRounds: 3 } }],
    ])
    expect(plan.comparisons).toEqual([{ from: 'communicationRounds=0', to: 'communicationRounds=3' }])
  })

  it('sweeps over what all agents are given, and over what one is given', () => {
    const base = { agents: [{ name: 'Ada' }, { name: 'Ben' }] }
    const agentsOf = (condition: object) => {
      const { episodes } = planStudy(study({ conditions: [condition] }), base, 1)
      return episodes.map(({ condition: name, team }) => [name, team.agents])
    }
    const revision = (value: boolean) => ({ faculties: { revision: value } })
    const silent = { faculties: { talk: false, revision: true } }
    expect(
      agentsOf({
        sweep: 'everyone.faculties.revision',
        values: [false, true],
        set: { agents: { Ben: silent } },
      }),
    ).toEqual([
      [
        'revision=false',
        [
          { name: 'Ada', ...revision(false) },
          { name: 'Ben', faculties: { talk: false, revision: false } },
        ],
      ],
      [
        'revision=true',
        [
          { name: 'Ada', ...revision(true) },
          { name: 'Ben', ...silent },
        ],
      ],
    ])
    expect(agentsOf({ sweep: 'agents.Ben.knowledge', values: ['novice'] })).toEqual([
      ['knowledge=novice', [{ name: 'Ada' }, { name: 'Ben', knowledge: 'novice' }]],
    ])
    const team = { agents: [{ name: 'Cleo' }, { name: 'Ben' }] }
    expect(agentsOf({ sweep: 'agents.Ben.knowledge', values: ['novice'], set: team })).toEqual([
      ['knowledge=novice', [{ name: 'Cleo' }, { name: 'Ben', knowledge: 'novice' }]],
    ])
  })

  it('goes seed by seed, so that a study that is broken off is balanced', () => {
    const plan = planStudy(study({ conditions: [{ name: 'a' }, { name: 'b' }] }), {}, 2)
    expect(plan.episodes.map(({ id }) => id)).toEqual(['a/1', 'b/1', 'a/2', 'b/2'])
  })
})
