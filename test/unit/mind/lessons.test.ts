import { expect, test } from 'vitest'
import type { Belief } from '../../../src/core/belief.ts'
import type { Episode } from '../../../src/core/episode.ts'
import { lessonsFrom } from '../../../src/mind/lessons.ts'
import { revise } from '../../../src/mind/revise.ts'
import { takeLessons } from '../../../src/mind/take-lessons.ts'
import { exampleBelief, exampleEpisode, exampleEvidence } from '../../support/memory-examples.ts'

const attempt = {
  skill: 's',
  source: '',
  status: 'threw',
  critique: '',
  arguments: [],
  tick: 5,
  dependsOn: [],
  failures: [],
  obtained: [],
  ticks: 10,
  searched: [],
} satisfies Episode['attempts'][number]

const HERE = {
  dimension: 'overworld',
  biome: 'plains',
  position: { x: 10, y: 64, z: 5 },
  blocks: [],
  mobs: [],
  players: [],
  items: [],
  time: null,
}

const vain = (id: string) =>
  exampleEpisode({ id, success: false, circumstances: HERE, attempts: [{ ...attempt, searched: ['clay'] }] })

const got = (id: string) => {
  const clay = { act: 'mineBlock', name: 'clay', items: { clay_ball: 4 }, position: HERE.position, ticks: 40 }
  return exampleEpisode({ id, circumstances: HERE, attempts: [{ ...attempt, obtained: [clay] }] })
}

const IN_VAIN = 'Looking for clay in vain around (0, 0)'

test('three searches in vain in one area are a lesson, which doubts the places there', () => {
  const place = exampleBelief({
    id: 'p',
    claim: { type: 'place', what: 'clay', position: { x: 12, y: 63, z: 5 } },
    tick: 0,
  })
  expect(lessonsFrom([vain('1'), vain('2')], [])).toEqual([])
  const far = {
    ...place,
    id: 'far',
    claim: { type: 'place', what: 'clay', position: { x: 60, y: 63, z: 5 } },
  } as const
  const now = drawn([vain('1'), vain('2'), vain('3')], [place, far], 40_000)
  expect(now).toContainEqual(
    expect.objectContaining({
      sentence: `${IN_VAIN}: 3 times.`,
      status: 'held',
      source: { type: 'inferred', from: ['1', '2', '3'] },
    }),
  )
  expect(now.find(({ id }) => id === 'p')).toMatchObject({ status: 'refuted' })
  expect(now.find(({ id }) => id === 'far')).toMatchObject({ status: 'held' })
})

test('a lesson is brought up to date, keeps what it said before, and is given up when it goes otherwise', () => {
  const three = [vain('1'), vain('2'), vain('3')]
  const four = [...three, vain('4')]
  const first = drawn(three, [], 10)
  const second = drawn(four, first, 20)
  expect(second.filter(({ sentence }) => sentence.startsWith(IN_VAIN))).toMatchObject([
    {
      sentence: `${IN_VAIN}: 4 times.`,
      tick: 20,
      evidence: [{ sentence: `${IN_VAIN}: 3 times.`, tick: 10 }],
    },
  ])
  expect(drawn(four, second, 25)).toEqual(second)
  const third = drawn([...four, got('5')], second, 30)
  expect(third.find(({ sentence }) => sentence.startsWith(IN_VAIN))).toMatchObject({
    status: 'refuted',
    evidence: [{ supports: true }, { supports: false, sentence: 'Some clay was got there.' }],
  })
})

test('what was got time and again in one area is believed to be there', () => {
  const now = drawn([got('1'), got('2'), got('3')], [], 10)
  expect(now).toMatchObject([
    { sentence: 'Getting clay around (0, 0): 3 times.', confidence: 1 - 1 / 3 },
    { claim: { type: 'place', what: 'clay', position: HERE.position }, source: { from: ['1', '2', '3'] } },
  ])
})

test('where nothing is found any more is no place for it, once it was looked for in vain often enough', () => {
  const three = [got('1'), got('2'), got('3')]
  const before = drawn(three, [], 10)
  const status = (episodes: readonly Episode[]) =>
    drawn([...three, ...episodes], before, 20).find(({ sentence }) => sentence.startsWith('Getting clay'))
      ?.status
  expect(status([vain('4'), vain('5')])).toBe('held')
  expect(status([vain('4'), vain('5'), vain('6')])).toBe('refuted')
})

test('episodes that stand for others count as many', () => {
  const now = drawn([{ ...vain('1'), standsFor: 5 }], [], 10)
  expect(now).toMatchObject([{ sentence: `${IN_VAIN}: 5 times.` }])
})

test('an act that keeps failing is a lesson until it works', () => {
  const failure = { act: 'mineBlock', name: 'clay', code: 'no-path' as const, message: 'No way.' }
  const failed = (id: string) =>
    exampleEpisode({ id, success: false, attempts: [{ ...attempt, failures: [failure] }] })
  const cases = [failed('1'), failed('2'), failed('3')]
  const now = drawn(cases, [], 10)
  expect(now).toMatchObject([{ sentence: 'Failing at mineBlock clay: 3 times.' }])
  expect(drawn([...cases, got('4')], now, 20)).toMatchObject([
    { status: 'refuted', evidence: [{ sentence: 'It has worked since.' }] },
  ])
})

test('whose words held about what is a lesson', () => {
  const told = ['coal_ore', 'iron_ore', 'gold_ore'].map((block) =>
    exampleBelief({
      id: block,
      claim: { type: 'drop', block, items: ['thing'] },
      evidence: [
        exampleEvidence({ supports: true, source: { type: 'told', by: 'Ada', message: 'm' } }),
        exampleEvidence({ supports: true }),
      ],
    }),
  )
  expect(lessonsFrom([], told.slice(1))).toEqual([])
  expect(lessonsFrom([], told)).toMatchObject([
    {
      sentence: 'What Ada says about ores: it held 3 of 3 times.',
      from: ['coal_ore', 'iron_ore', 'gold_ore'],
    },
  ])
})

/** What is believed after looking back. */
function drawn(episodes: readonly Episode[], beliefs: readonly Belief[], tick: number): readonly Belief[] {
  const { drafts, revised } = takeLessons(beliefs, lessonsFrom(episodes, beliefs), tick)
  const kept = new Map(beliefs.map((belief) => [belief.id, belief]))
  for (const belief of revised) kept.set(belief.id, belief)
  const occasion = { tick, agent: 'Ben', innate: [], issued: kept.size }
  for (const belief of revise([...kept.values()], drafts, occasion)) kept.set(belief.id, belief)
  return [...kept.values()]
}
