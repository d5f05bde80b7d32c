import { expect, test } from 'vitest'
import type { ContainsClaim } from '../../../src/core/claim.ts'
import type { Json } from '../../../src/core/json.ts'
import type { PrimitiveResult } from '../../../src/core/primitive-result.ts'
import { attemptBeliefs } from '../../../src/mind/attempt-beliefs.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { perceptBeliefs } from '../../../src/mind/percept-beliefs.ts'
import { revise } from '../../../src/mind/revise.ts'
import { NO_REVISION, REVISION_RULES } from '../../../src/mind/revision-rules.ts'
import { startingBeliefs } from '../../../src/mind/starting-beliefs.ts'
import { exampleOutcome, examplePercept } from '../../support/examples.ts'

const place = { x: 3, y: 64, z: -2 }
const bread = (count: number): ContainsClaim => ({ type: 'contains', position: place, item: 'bread', count })

interface Act {
  readonly name: string
  readonly arguments: Json[]
  readonly result: PrimitiveResult
}

const check = (items: Record<string, number>): Act => ({
  name: 'checkItemInsideChest',
  arguments: [place],
  result: { ok: true, message: 'The chest holds something.', value: { items } },
})
const taking = (moved: Record<string, number>, items: Record<string, number>): Act => ({
  name: 'getItemFromChest',
  arguments: [place, moved],
  result: { ok: true, message: 'Took it.', value: { moved, items } },
})
const lacking: Act = {
  name: 'getItemFromChest',
  arguments: [place, { bread: 4 }],
  result: {
    ok: false,
    code: 'not-found',
    message: 'The chest lacks 4 bread; took nothing.',
    value: { moved: {}, items: { dirt: 9 } },
  },
}
const gone: Act = {
  name: 'getItemFromChest',
  arguments: [place, { bread: 4 }],
  result: { ok: false, code: 'not-found', message: 'There is no chest at (3, 64, -2) but air.' },
}

/** What whoever thinks from the start that there are `believed` breads holds true after the acts. */
function after(acts: readonly Act[], believed: number | null, rules = REVISION_RULES) {
  const innate = believed === null ? [] : [bread(believed)]
  const occasion = { tick: 0, agent: 'Ada', innate }
  const before = revise([], startingBeliefs(innate), occasion, rules)
  const trace = acts.map((act) => ({ type: 'act' as const, tick: 90, ...act }))
  const knowledge = createKnowledge(innate, before)
  const drafts = attemptBeliefs({ knowledge }, { outcome: { ...exampleOutcome(), trace } })
  const changed = revise(before, drafts, { ...occasion, tick: 100 }, rules)
  const beliefs = [...new Map([...before, ...changed].map((belief) => [belief.id, belief])).values()]
  return { beliefs, held: createKnowledge(innate, beliefs, 100).contentsAt(place) }
}

test('looking into a chest shows what lies in it', () => {
  expect(after([check({ bread: 4, dirt: 2 })], null).held).toEqual([bread(4), { ...bread(2), item: 'dirt' }])
})

test('what one takes out is not in it any more, and what one puts in is', () => {
  expect(after([taking({ bread: 3 }, { bread: 1 })], 4).held).toEqual([bread(1)])
  expect(after([check({ bread: 4 }), taking({ bread: 4 }, {})], null).held).toEqual([])
  expect(after([taking({ bread: 4 }, {}), check({ bread: 4 })], 4).held).toEqual([bread(4)])
  // Who emptied it was not wrong about it.
  const emptied = after([taking({ bread: 4 }, {})], 4).beliefs.filter(({ status }) => status === 'held')
  expect(emptied).toMatchObject([{ claim: bread(0), kind: 'perception' }])
})

test('opening it and not finding the thing refutes it, and names what lies there instead', () => {
  const { beliefs, held } = after([lacking], 4)

  expect(held.map(({ item }) => item)).toEqual(['dirt'])
  const [refuted] = beliefs.filter(({ status }) => status === 'refuted')
  expect(refuted?.claim).toEqual(bread(4))
  expect(refuted?.evidence.at(-1)).toMatchObject({ supports: false, sentence: lacking.result.message })
})

test('a chest that is not there holds nothing', () => {
  expect(after([gone], 4).held).toEqual([])
})

test('nor does one that is not to be seen from close by', () => {
  const beliefs = revise([], startingBeliefs([bread(4)]), { tick: 0, agent: 'Ada', innate: [bread(4)] })
  const drafts = (blocks: Parameters<typeof examplePercept>[0]) =>
    perceptBeliefs(examplePercept({ position: { x: 1, y: 64, z: -2 }, ...blocks }), beliefs)
  const chest = { name: 'barrel', nearest: place, distance: 2, count: 1 }

  expect(drafts({ blocks: [] }).map(({ claim, confidence }) => [claim, confidence])).toEqual([[bread(4), 0]])
  expect(drafts({ blocks: [chest] }).filter(({ claim }) => claim?.type === 'contains')).toEqual([])
  expect(drafts({ blocks: [], position: { x: 40, y: 64, z: -2 } })).toEqual([])
  const empty = revise([], startingBeliefs([bread(0)]), { tick: 0, agent: 'Ada', innate: [] })
  expect(perceptBeliefs(examplePercept({ position: place, blocks: [] }), empty)).toEqual([])
})

test('the windows that skills open themselves show it, too', () => {
  const slots = [{ name: 'bread', count: 2 }, null, { name: 'bread', count: 3 }, { name: 'dirt', count: 1 }]
  const opening: Act = {
    name: 'openContainer',
    arguments: [place],
    result: {
      ok: true,
      message: 'Opened the chest.',
      value: { id: 1, type: 'minecraft:generic_9x3', slots, inventoryStart: 3 },
    },
  }
  const withdrawing: Act = {
    name: 'windowWithdraw',
    arguments: [1, 'bread', 2],
    result: {
      ok: true,
      message: 'Took 2 bread out.',
      value: { at: place, moved: { bread: 2 }, items: { bread: 3 } },
    },
  }

  expect(after([opening], null).held).toEqual([bread(5)])
  expect(after([opening, withdrawing], null).held).toEqual([bread(3)])
})

test('with revision off what was known from the start stays', () => {
  expect(after([lacking], 4, NO_REVISION).held).toContainEqual(bread(4))
  expect(after([gone], 4, NO_REVISION).held).toEqual([bread(4)])
})

test('whoever has looked into it is believed over what one has thought for long, and nobody is for ever', () => {
  const told = (basis: 'seen' | 'unknown', count = 9) => ({
    kind: 'interaction' as const,
    sentence: '',
    claim: bread(count),
    source: { type: 'told' as const, by: 'Ben', message: 'm', grounds: { basis, path: ['Ben'] } },
    confidence: 0.8,
  })
  const seen = revise(
    [],
    [
      {
        kind: 'perception',
        sentence: '',
        claim: bread(4),
        source: { type: 'seen' },
        confidence: 1,
      },
    ],
    { tick: 0, agent: 'Ada', innate: [] },
  )
  const later = (basis: 'seen' | 'unknown') =>
    revise(seen, [told(basis)], { tick: 4000, agent: 'Ada', innate: [] }).map(({ claim }) => claim)

  expect(later('unknown')).toEqual([])
  expect(later('seen')).toEqual([bread(9)])
  const soon = (count: number) =>
    revise(seen, [told('seen', count)], { tick: 100, agent: 'Ada', innate: [] }).map(({ claim }) => claim)
  expect(soon(9)).toEqual([])
  expect(soon(0)).toEqual([bread(0)])
  expect(createKnowledge([], seen, 100).contentsAt(place)).toEqual([bread(4)])
  expect(createKnowledge([], seen, 100_000).contentsAt(place)).toEqual([])
  expect(createKnowledge([bread(4)], seen, 100_000).contentsAt(place)).toEqual([])
})
