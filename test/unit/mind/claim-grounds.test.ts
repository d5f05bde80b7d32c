import { expect, test } from 'vitest'
import type { BeliefSource } from '../../../src/core/belief.ts'
import type { Claim } from '../../../src/core/claim.ts'
import { LONGEST_PATH } from '../../../src/core/grounds.ts'
import { claimGrounds } from '../../../src/mind/claim-grounds.ts'
import { exampleBelief } from '../../support/memory-examples.ts'

const byHand: Claim = { type: 'tool', block: 'cobweb', tools: [] }

test('claimGrounds() says what each claim rests on: eyes, another, what was always known, or nothing', () => {
  const needs: Claim = { type: 'needs', agent: 'Ada', item: 'string', count: 1 }
  const others: Claim = { type: 'doing', agent: 'Ben', task: 'sleep' }
  const speaker = { agent: 'Ada', beliefs: [], innate: [byHand] }

  expect(claimGrounds([byHand, needs, others], speaker)).toEqual([
    { basis: 'innate', path: ['Ada'] },
    { basis: 'seen', path: ['Ada'] },
    { basis: 'unknown', path: ['Ada'] },
  ])
})

test('claimGrounds() hands on where a told claim came from', () => {
  const grounds = { basis: 'seen', path: ['Cleo', 'Ben'] } as const
  expect(
    groundsAfter({ type: 'told', by: 'Ben', message: 'm', grounds: { ...grounds, path: [...grounds.path] } }),
  ).toEqual({
    basis: 'seen',
    path: ['Cleo', 'Ben', 'Ada'],
  })
  expect(groundsAfter({ type: 'told', by: 'Ben', message: 'm' })).toEqual({
    basis: 'unknown',
    path: ['Ben', 'Ada'],
  })
})

test('claimGrounds() keeps the first witness and the last tellers of a long way', () => {
  const path = Array.from({ length: LONGEST_PATH }, (_, index) => `agent${index}`)
  const grounds = groundsAfter({ type: 'told', by: 'last', message: 'm', grounds: { basis: 'seen', path } })
  expect(grounds?.path).toHaveLength(LONGEST_PATH)
  expect([grounds?.path[0], grounds?.path.at(-2), grounds?.path.at(-1)]).toEqual(['agent0', 'agent31', 'Ada'])
})

function groundsAfter(source: BeliefSource) {
  const beliefs = [exampleBelief({ claim: byHand, source })]
  return claimGrounds([byHand], { agent: 'Ada', beliefs, innate: [] })[0]
}
