import { expect, test } from 'vitest'
import type { BeliefDraft } from '../../../src/core/belief.ts'
import type { Claim } from '../../../src/core/claim.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { depthBeliefs } from '../../../src/mind/depth-beliefs.ts'
import { revise } from '../../../src/mind/revise.ts'
import { examplePercept } from '../../support/examples.ts'

const gold: Claim = { type: 'depth', block: 'gold_ore', lowest: -64, highest: 32, best: -16 }

function seeing(name: string, y: number) {
  return examplePercept({ blocks: [{ name, count: 2, nearest: { x: 0, y, z: 0 }, distance: 3 }] })
}

test('depthBeliefs() of one who knows nothing of an ore takes the height of the first one in sight', () => {
  expect(depthBeliefs(seeing('gold_ore', -20), createKnowledge([], []))).toMatchObject([
    { claim: { ...gold, lowest: -20, highest: -20, best: -20 }, source: { type: 'seen' } },
  ])
})

test('depthBeliefs() learns nothing from an ore where it was expected, nor from what is no ore', () => {
  const knowledge = createKnowledge([gold], [])

  for (const y of [-64, -20, 32]) expect(depthBeliefs(seeing('gold_ore', y), knowledge)).toEqual([])
  expect(depthBeliefs(seeing('gold_block', 90), knowledge)).toEqual([])
})

test('depthBeliefs() of an ore in another place replace what was believed, told or innate', () => {
  const drafts = depthBeliefs(seeing('gold_ore', 90), createKnowledge([gold], []))
  const beliefs = revise([], drafts, { tick: 1, agent: 'Ada', innate: [gold] })

  expect(createKnowledge([gold], beliefs).depthOf('gold_ore')).toEqual({ ...gold, highest: 90 })
  expect(beliefs).toContainEqual(expect.objectContaining({ claim: gold, status: 'refuted' }))
})

test('revise() takes a wider range that is told, whether it saw some of it before or after, unless what it saw lies outside', () => {
  const drafts = depthBeliefs(seeing('gold_ore', -20), createKnowledge([], []))
  const told: BeliefDraft = {
    kind: 'interaction',
    sentence: '',
    claim: gold,
    source: { type: 'told', by: 'Ben', message: 'm1', grounds: { basis: 'innate', path: ['Ben'] } },
    confidence: 0.8,
  }
  const seen = revise([], drafts, { tick: 1, agent: 'Ada', innate: [] })
  const after = revise(seen, [told], { tick: 2, agent: 'Ada', innate: [] })
  const wrong: BeliefDraft = { ...told, claim: { ...gold, highest: -30 } }
  const misled = revise(seen, [wrong], { tick: 2, agent: 'Ada', innate: [] })
  expect(createKnowledge([], [...seen, ...misled]).depthOf('gold_ore')?.highest).toBe(-20)
  const known = createKnowledge([], after)
  expect(known.depthOf('gold_ore')).toEqual(gold)
  expect(depthBeliefs(seeing('gold_ore', -20), known)).toEqual([])
})

test('revise() does not take the wider of two ranges that are only told, but the one that is trusted more', () => {
  const told = (by: string, highest: number, confidence: number): BeliefDraft => ({
    kind: 'interaction',
    sentence: '',
    claim: { ...gold, highest },
    source: {
      type: 'told',
      by,
      message: by,
      grounds: { basis: confidence > 0.5 ? 'seen' : 'inferred', path: [by] },
    },
    confidence,
  })
  const drafts = [told('Ben', 32, 1), told('Cleo', 128, 0.1)]
  const beliefs = revise([], drafts, { tick: 1, agent: 'Ada', innate: [] })

  expect(createKnowledge([], beliefs).depthOf('gold_ore')).toEqual(gold)
})
