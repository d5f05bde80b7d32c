import { expect, test } from 'vitest'
import type { Json } from '../../../src/core/json.ts'
import type { PrimitiveResult } from '../../../src/core/primitive-result.ts'
import { attemptBeliefs } from '../../../src/mind/attempt-beliefs.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { exampleOutcome } from '../../support/examples.ts'

const nothing = createKnowledge([], [])

function afterMining(block: Json, result: PrimitiveResult, knowledge = nothing) {
  const trace = [{ type: 'act' as const, tick: 1, name: 'mineBlock', arguments: [block, 1], result }]
  return attemptBeliefs({ knowledge }, { outcome: { ...exampleOutcome(), trace } })
}

test('attemptBeliefs() doubts the bare hand where it got nothing', () => {
  const message = 'The stone broke under bare hands, and nothing dropped.'
  const [doubt] = afterMining('stone', { ok: false, code: 'nothing-dropped', message })

  expect(doubt).toMatchObject({
    claim: { type: 'tool', block: 'stone', tools: [] },
    confidence: 0,
    sentence: message,
  })
})

test('attemptBeliefs() doubts the tool claim when a believed tool got nothing', () => {
  const claim = { type: 'tool', block: 'stone', tools: ['iron_hoe', 'iron_axe'] } as const
  const believed = { ...claim, tools: [...claim.tools] }
  const message = 'The stone broke under the iron_axe in hand, and nothing dropped.'
  const knowledge = createKnowledge([believed], [])

  expect(afterMining('stone', { ok: false, code: 'nothing-dropped', message }, knowledge)).toMatchObject([
    { claim: believed, confidence: 0 },
  ])
})

test('attemptBeliefs() learns what a block gives, where it can have but one source', () => {
  const mined = (gained: Record<string, number>) => ({
    ok: true as const,
    message: '',
    value: { mined: 1, gained },
  })

  expect(afterMining('clay', mined({ clay_ball: 4 }))).toMatchObject([
    { claim: { type: 'drop', block: 'clay', items: ['clay_ball'] }, source: { type: 'seen' } },
  ])
  expect(afterMining('clay', mined({ clay_ball: 4, dirt: 1 }))).toEqual([])
})

test('attemptBeliefs() confirms a believed drop even when other blocks were in the way', () => {
  const drop = { type: 'drop' as const, block: 'clay', items: ['clay_ball'] }
  const value = { mined: 1, gained: { clay_ball: 4, dirt: 1 } }
  const beliefs = afterMining('clay', { ok: true, message: '', value }, createKnowledge([drop], []))

  expect(beliefs).toMatchObject([{ claim: drop, confidence: 0.9 }])
})

test('attemptBeliefs() learns nothing from a path that was not found', () => {
  expect(afterMining('stone', { ok: false, code: 'no-path', message: 'No way.' })).toEqual([])
})
