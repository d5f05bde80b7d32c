import { describe, expect, it } from 'vitest'
import type { Claim } from '../../../src/core/claim.ts'
import type { Message } from '../../../src/core/message.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { partnerModel } from '../../../src/mind/partner.ts'
import { takePerspective } from '../../../src/mind/take-perspective.ts'
import { examplePercept, exampleView } from '../../support/examples.ts'
import { exampleBelief, exampleMessage } from '../../support/memory-examples.ts'

const NOW = 10_000
const tool = (...tools: string[]): Claim => ({ type: 'tool', block: 'stone', tools })
const drop = (block: string): Claim => ({ type: 'drop', block, items: [block] })
const BOOK = [tool('wooden_pickaxe'), drop('dirt'), drop('sand')]

const block = (name: string, x: number) => ({ name, count: 1, nearest: { x, y: 64, z: 0 }, distance: x })
const percept = examplePercept({ blocks: [block('coal_ore', 20), block('clay', 60)] })

/** Ben's side, as Ada takes it, by what she believes about him and what was said. */
function sideOf(about: readonly (readonly [Claim, number])[], messages: readonly Message[] = []) {
  const beliefs = about.map(([claim, tick]) =>
    exampleBelief({ id: `${claim.type}-${tick}`, kind: 'partner', claim, tick, confidence: 0.8 }),
  )
  const evidence = { me: 'Ada', tick: NOW, percept, beliefs, messages, patience: 200 }
  const view = exampleView({
    percept,
    knowledge: createKnowledge(BOOK, []),
    partners: [partnerModel('Ben', evidence)],
  })
  return takePerspective(view, 'Ben', false)
}

const at = (x: number): Claim => ({ type: 'at', agent: 'Ben', position: { x, y: 64, z: 0 } })

describe('takePerspective()', () => {
  it('is null for whom the agent has no picture of', () => {
    expect(takePerspective(exampleView(), 'Ben', false)).toBeNull()
  })

  it('shows what the partner sees: what lies within sight of where it was just seen', () => {
    expect(sideOf([[at(0), NOW]])?.sees).toEqual(['coal_ore'])
    expect(sideOf([[at(50), NOW]])?.sees).toEqual(['coal_ore', 'clay'])
    expect(sideOf([[at(0), NOW - 1000]])?.sees).toEqual([])
    expect(sideOf([])?.sees).toEqual([])
  })

  it('shows what the partner has, needs, knows and lacks, as far as that is still likely', () => {
    const needs: Claim = { type: 'needs', agent: 'Ben', item: 'coal', count: 3 }
    const holds: Claim = { type: 'holds', agent: 'Ben', item: 'stick', count: 2 }
    const knows = (topic: string, value: boolean): Claim => ({
      type: 'knows',
      agent: 'Ben',
      topic,
      knows: value,
    })
    const side = [
      [knows('bread', true), 0],
      [knows('torch', false), NOW],
    ] as const
    expect(sideOf([[needs, NOW], [holds, NOW - 2400], ...side])).toMatchObject({
      needs: { coal: 3 },
      holds: { stick: 2 },
      knows: ['bread'],
      lacks: ['torch'],
    })
    expect(
      sideOf([
        [needs, NOW - 7200],
        [holds, NOW - 7200],
      ]),
    ).toMatchObject({ needs: {}, holds: {} })
  })

  it('tells what the partner gets wrong from what it knows already, leaving out what it was merely told', () => {
    const side = sideOf(
      [],
      [
        exampleMessage({ from: 'Ben', to: ['Ada'], claims: [tool(), drop('dirt')], tick: 1 }),
        exampleMessage({ from: 'Ada', to: ['Ben'], claims: [drop('sand')], tick: 2 }),
      ],
    )
    expect(side).toMatchObject({
      misbelieves: [{ believed: tool(), truth: tool('wooden_pickaxe') }],
      knowsAlready: [drop('dirt')],
    })
  })
})
