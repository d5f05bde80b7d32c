import { describe, expect, it } from 'vitest'
import type { PartnerModel } from '../../../src/core/partner.ts'
import { isExpertiseKnown, rankPartners } from '../../../src/mind/choose-partner.ts'
import { partnerModel } from '../../../src/mind/partner.ts'
import { examplePercept } from '../../support/examples.ts'

const evidence = { me: 'Dan', tick: 0, percept: examplePercept(), beliefs: [], messages: [], patience: 200 }

/** A partner that knows the topics (above zero) or lacks them, as surely as said, and answers so often. */
function partner(agent: string, knows: Readonly<Record<string, number>>, expectation = 1): PartnerModel {
  const known = Object.entries(knows).map(([topic, sure]) => {
    return [topic, { value: sure > 0, tick: 0, confidence: Math.abs(sure) }] as const
  })
  const model = partnerModel(agent, evidence)
  return { ...model, knows: Object.fromEntries(known), answering: { ...model.answering, expectation } }
}

const TEAM = ['Ada', 'Ben', 'Cleo']

describe('rankPartners()', () => {
  it('puts who knows the topic first, and who lacks it last or out', () => {
    const partners = [partner('Ada', { bread: -0.3 }), partner('Ben', {}), partner('Cleo', { bread: 0.6 })]
    expect(rankPartners(TEAM, partners, ['bread'])).toEqual(['Cleo', 'Ben', 'Ada'])
    expect(rankPartners(TEAM, [partner('Ada', { bread: -0.8 })], ['bread'])).toEqual(['Ben', 'Cleo'])
    expect(rankPartners(TEAM, [partner('Ada', { bread: -0.8 })], ['bread', 'torch'])).toContain('Ada')
  })

  it('takes who knew much so far to know more', () => {
    const partners = [partner('Ada', { torch: -1, bowl: -1 }), partner('Ben', { torch: 1, bowl: 1 })]
    expect(rankPartners(TEAM, partners, ['bread'])).toEqual(['Ben', 'Cleo', 'Ada'])
    expect(rankPartners(TEAM, partners, [])).toEqual(['Ben', 'Cleo', 'Ada'])
  })

  it('prefers who answers, and leaves out who never does', () => {
    const partners = [partner('Ada', { bread: 0.6 }, 0.5), partner('Ben', { bread: 0.6 }, 0.1)]
    expect(rankPartners(TEAM, partners, ['bread'])).toEqual(['Cleo', 'Ada'])
  })

  it('keeps the given order among equals', () => {
    expect(rankPartners(['Cleo', 'Ada'], [], ['bread'])).toEqual(['Cleo', 'Ada'])
  })
})

it('isExpertiseKnown() as soon as anything is known about who knows one of the topics', () => {
  const partners = [partner('Ada', { torch: -1 })]
  expect(isExpertiseKnown(partners, ['bread', 'torch'])).toBe(true)
  expect(isExpertiseKnown(partners, ['bread'])).toBe(false)
})
