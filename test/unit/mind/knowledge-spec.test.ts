import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/core/claim.ts'
import { grantedClaims } from '../../../src/mind/knowledge-spec.ts'

const golem: Claim = { type: 'mob-drop', mob: 'iron_golem', items: ['iron_ingot', 'poppy'] }
const dirt: Claim = { type: 'drop', block: 'grass_block', items: ['dirt'] }
const byHand: Claim = { type: 'tool', block: 'grass_block', tools: [] }
const full = [golem, dirt, byHand]

describe('grantedClaims()', () => {
  it('grants of a mob only the loot that is named, unless the mob is named itself', () => {
    expect(grantedClaims(full, { knows: ['poppy'] })).toEqual([{ ...golem, items: ['poppy'] }])
    expect(grantedClaims(full, { knows: ['iron_golem'] })).toEqual([golem])
  })

  it('grants the tools of blocks that give what is named', () => {
    expect(grantedClaims(full, { knows: ['dirt'] })).toEqual([dirt, byHand])
  })

  it('takes away all that has to do with what is excepted', () => {
    expect(grantedClaims(full, { base: 'expert', except: ['dirt', 'poppy'] })).toEqual([byHand])
  })
})
