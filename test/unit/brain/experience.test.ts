import { expect, test } from 'vitest'
import { experienceOf } from '../../../src/brain/planner/experience.ts'
import { circumstancesOf } from '../../../src/core/circumstances.ts'
import type { Episode } from '../../../src/core/episode.ts'
import { examplePercept } from '../../support/examples.ts'
import { exampleBelief, exampleEpisode } from '../../support/memory-examples.ts'
import { plannerView, written } from './planner-mind.ts'

type Remembered = Episode['attempts'][number]

const HERE = circumstancesOf(examplePercept())

test('experienceOf() makes dear what failed here, until it works or something is learned about it', () => {
  const view = plannerView()
  const failed = episode({ tick: 10, attempts: [attempt({ tick: 9, failures: [noWay('clay')] })] })
  const learned = exampleBelief({ claim: { type: 'drop', block: 'clay', items: ['clay_ball'] }, tick: 20 })
  const far = { ...HERE, position: { x: 500, y: 64, z: 0 } }
  const worked = episode({ tick: 30, attempts: [attempt({ obtained: [obtained('mineBlock', 'clay', 60)] })] })

  expect(experienceOf(view, [failed]).failedKeys).toEqual(['drop:clay'])
  expect(experienceOf(view, [{ ...failed, circumstances: far }]).failedKeys).toEqual([])
  expect(experienceOf(view, [failed, worked]).failedKeys).toEqual([])
  expect(experienceOf(plannerView({ beliefs: [learned] }), [failed]).failedKeys).toEqual([])
})

test('experienceOf() knows how long things took and how far away they were got', () => {
  const find = { ...obtained('mineBlock', 'clay', 240), position: { x: 30, y: 64, z: 40 } }
  const experience = experienceOf(plannerView(), [episode({ attempts: [attempt({ obtained: [find] })] })])
  expect(experience.ticks.get('drop:clay')).toBe(120)
  expect(experience.distanceTo('clay')).toBe(50)
  expect(experience.distanceTo('sand')).toBeNull()
})

test('author() does not begin with code that failed here before, but comes back to it when all has failed', async () => {
  const goal = { type: 'have', item: 'clay_ball', count: 4 } as const
  const failedWith = (source: string, tick = 5) =>
    episode({ tick, attempts: [attempt({ source, arguments: [4], tick, skill: 'obtainClayBall' })] })

  const first = await written(plannerView(), goal)
  const second = await written(plannerView(), goal, [], [failedWith(first.draft.source)])
  expect(second.draft.source).not.toBe(first.draft.source)

  const both = [failedWith(first.draft.source), failedWith(second.draft.source)]
  const third = await written(plannerView(), goal, [], both)
  expect([first.draft.source, second.draft.source]).toContain(third.draft.source)
})

test('author() takes the way that was quick before, and leaves the one that took long', async () => {
  const goal = { type: 'have', item: 'string', count: 2 } as const
  const took = (ticks: number) => [
    episode({ success: true, attempts: [attempt({ obtained: [obtained('killMob', 'spider', ticks)] })] }),
  ]
  const quick = await written(plannerView(), goal, [], took(60))
  const long = await written(plannerView(), goal, [], took(20_000))
  expect(quick.draft.source).toContain('killMob')
  expect(long.draft.source).not.toContain('killMob')
})

function episode(fields: Partial<Episode>): Episode {
  return exampleEpisode({ success: false, circumstances: HERE, ...fields })
}

function attempt(fields: Partial<Remembered>): Remembered {
  const nothing = { failures: [], obtained: [], searched: [], dependsOn: [], arguments: [] }
  const run = { skill: 'skill', source: '', status: 'threw', critique: '', tick: 5, ticks: 5 }
  return { ...nothing, ...run, ...fields }
}

function noWay(name: string): Remembered['failures'][number] {
  return { act: 'mineBlock', name, code: 'no-path', message: 'There is no way.' }
}

/** Two items in so many ticks. */
function obtained(act: string, name: string, ticks: number): Remembered['obtained'][number] {
  return { act, name, items: { [name]: 2 }, position: null, ticks }
}
