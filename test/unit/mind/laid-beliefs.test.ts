import { expect, test } from 'vitest'
import type { Belief } from '../../../src/core/belief.ts'
import type { Claim, PromiseClaim } from '../../../src/core/claim.ts'
import { claimSentence } from '../../../src/core/claim-sentence.ts'
import type { Json } from '../../../src/core/json.ts'
import type { PrimitiveResult } from '../../../src/core/primitive-result.ts'
import { laidBeliefs } from '../../../src/mind/laid-beliefs.ts'
import { revise } from '../../../src/mind/revise.ts'
import { exampleOutcome } from '../../support/examples.ts'

const place = { x: 3, y: 64, z: -2 }
const laid: PromiseClaim = {
  ...{ type: 'promise', agent: 'Ben', to: 'Ada', item: 'bread', count: 4, place, until: 12_100 },
  ...{ by: 'chest', state: 'laid' },
}

function act(name: string, given: readonly Json[], result: PrimitiveResult) {
  return { type: 'act' as const, tick: 100, name, arguments: [...given], result }
}

const found = (moved: Record<string, number>, items: Record<string, number>): PrimitiveResult => ({
  ok: true,
  message: 'It holds something.',
  value: { moved, items },
})
const taking = (moved: Record<string, number>, items: Record<string, number>) =>
  act('getItemFromChest', [place, { bread: 4 }], found(moved, items))
const laying = (count: number, whom: string) =>
  act('depositItemIntoChest', [place, { bread: count }, whom], found({ bread: count }, { bread: count }))

/** The claims that the acts show to who believes the promises. */
function shown(agent: string, promises: readonly PromiseClaim[], ...trace: ReturnType<typeof act>[]) {
  const outcome = { ...exampleOutcome(), trace }
  return laidBeliefs({ agent, beliefs: promises.map(held) }, { outcome }).map(({ claim }) => claim)
}

function held(claim: Claim): Belief {
  return {
    ...{ id: JSON.stringify(claim), kind: 'partner', sentence: claimSentence(claim), claim },
    ...{ source: { type: 'seen' }, tick: 50, confidence: 0.9, status: 'held', evidence: [] },
  }
}

const noBread: Claim = { type: 'contains', position: place, item: 'bread', count: 0 }

test('what is put into a chest for somebody lies there for it, and more of it counts with it', () => {
  expect(shown('Ben', [], laying(4, 'Ada'))).toEqual([laid])
  expect(shown('Ben', [], laying(3, 'Ada'), laying(1, 'Ada'))).toEqual([laid])
  expect(shown('Ben', [], laying(4, 'Ada'), laying(1, 'Cid'))).toHaveLength(2)
})

test('what is put into a chest for nobody is promised to nobody', () => {
  const deposit = act('depositItemIntoChest', [place, { bread: 4 }], found({ bread: 4 }, { bread: 4 }))
  expect(shown('Ben', [], deposit)).toEqual([])
})

test('of what fits only in part that part lies there', () => {
  const result: PrimitiveResult = {
    ...{ ok: false, code: 'no-space', message: 'The chest is full.' },
    value: { moved: { bread: 4 }, items: { bread: 64 } },
  }
  expect(shown('Ben', [], act('depositItemIntoChest', [place, { bread: 6 }, 'Ada'], result))).toEqual([laid])
})

test.each([
  ['got all of it', taking({ bread: 4 }, {}), [{ ...laid, state: 'kept' }]],
  ['got some and left some', taking({ bread: 1 }, { bread: 3 }), [{ ...laid, count: 3 }]],
  ['got what others had left', taking({ bread: 1 }, {}), [{ ...laid, count: 1, state: 'kept' }]],
  ['found none', taking({}, { dirt: 9 }), [{ ...laid, state: 'broken' }, noBread]],
  ['looked and saw it', act('checkItemInsideChest', [place], found({}, { bread: 4 })), []],
] as const)('the taker who %s knows', (_, deed, claims) => {
  expect(shown('Ada', [laid], deed)).toEqual(claims)
})

test('the taker who finds no chest knows that the promise came to nothing', () => {
  const result: PrimitiveResult = {
    ok: false,
    code: 'not-found',
    message: 'There is no chest at (3, 64, -2) but air.',
  }
  expect(shown('Ada', [laid], act('getItemFromChest', [place, { bread: 4 }], result))[0]).toEqual({
    ...laid,
    state: 'broken',
  })
})

test('the giver who looks takes what is gone for fetched, and what it takes back for given up', () => {
  const empty = act('checkItemInsideChest', [place], found({}, {}))
  expect(shown('Ben', [laid], empty)).toEqual([{ ...laid, state: 'kept' }])
  expect(shown('Ben', [laid], taking({ bread: 4 }, {}))).toEqual([{ ...laid, state: 'broken' }, noBread])
  expect(shown('Cid', [laid], empty)).toEqual([])
})

test('the giver believes who came for it about what was there, against its own eyes', () => {
  const before = [held(laid), held({ ...noBread, count: 4 })]
  const told = (claim: Claim) => ({
    ...{ kind: 'partner' as const, sentence: claimSentence(claim), claim, confidence: 0.8 },
    source: {
      type: 'told' as const,
      by: 'Ada',
      message: 'm1',
      grounds: { basis: 'seen' as const, path: ['Ada'] },
    },
  })
  const broken: Claim = { ...laid, state: 'broken' }
  const after = revise(before, [told(broken), told(noBread)], { agent: 'Ben', tick: 60, innate: [] })

  expect(after.map(({ claim, status }) => [claim, status])).toEqual([
    [broken, 'held'],
    [noBread, 'held'],
  ])
})
