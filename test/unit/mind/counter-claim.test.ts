import { expect, test } from 'vitest'
import type { Claim } from '../../../src/core/claim.ts'
import { counterClaim, type Judgement } from '../../../src/mind/counter-claim.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { innateClaims } from '../../../src/mind/innate-knowledge.ts'
import { draftOf, lifeOf } from './belief-arbitraries.ts'

const full = innateClaims('1.21.4')
const expert: Judgement = { beliefs: [], knowledge: createKnowledge(full, []), knowsAll: true }
const gravelGlass: Claim = { type: 'smelting', item: 'glass', from: 'gravel' }

test('counterClaim() sets the truth about the same subject against a claim, and agrees with what is true', () => {
  const byHand: Claim = { type: 'tool', block: 'stone', tools: [] }
  expect(counterClaim(byHand, 'innate', expert)?.truth).toMatchObject({ type: 'tool', block: 'stone' })
  for (const claim of full.filter(({ type }) => type !== 'mob-drop').slice(0, 2000)) {
    expect(counterClaim(claim, 'unknown', expert)).toBeNull()
  }
})

test('counterClaim() denies what the full book does not hold, with another way where there is one', () => {
  const burns: Claim = { type: 'fuel', item: 'cobblestone', smelts: 80 }
  const ofStick: Claim = { type: 'recipe', item: 'torch', makes: 4, ingredients: { stick: 1 }, table: false }
  expect(counterClaim(burns, 'unknown', expert)).toEqual({ truth: null })
  expect(counterClaim(ofStick, 'unknown', expert)?.truth).toMatchObject({ type: 'recipe', item: 'torch' })
  expect(counterClaim(burns, 'seen', expert)).toBeNull()
  expect(counterClaim(burns, 'unknown', { ...expert, knowsAll: false })).toBeNull()
})

test('counterClaim() denies what was seen to be false, whoever knows more', () => {
  const beliefs = lifeOf([draftOf(gravelGlass, { type: 'seen' }, 0)], [gravelGlass])
  const burnt: Judgement = { beliefs, knowledge: createKnowledge([gravelGlass], beliefs), knowsAll: false }
  expect(counterClaim(gravelGlass, 'innate', burnt)).toEqual({ truth: null })
  expect(counterClaim(gravelGlass, 'seen', burnt)).toBeNull()
})

test('counterClaim() sets what the agent was told against what a partner always thought, and not against what it saw', () => {
  const byHand: Claim = { type: 'tool', block: 'stone', tools: [] }
  const beliefs = lifeOf([
    draftOf({ ...byHand, tools: ['wooden_pickaxe'] }, { type: 'told', by: 'Ben', message: 'm' }),
  ])
  const told: Judgement = { beliefs, knowledge: createKnowledge([], beliefs), knowsAll: false }
  expect(counterClaim(byHand, 'innate', told)?.truth).toMatchObject({ tools: ['wooden_pickaxe'] })
  expect(counterClaim(byHand, 'seen', told)).toBeNull()
})
