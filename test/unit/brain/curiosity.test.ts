import { describe, expect, it, test } from 'vitest'
import { nextHearsay, nextQuestion } from '../../../src/brain/planner/curiosity.ts'
import type { Belief } from '../../../src/core/belief.ts'
import type { Claim } from '../../../src/core/claim.ts'
import { partnerModel } from '../../../src/mind/partner.ts'
import { exampleTask } from '../../support/examples.ts'
import { plannerView } from './planner-mind.ts'

const stone = { name: 'stone', count: 90, nearest: { x: 5, y: 60, z: 0 }, distance: 6 }
const wanting = (item: string) => ({ type: 'have', item, count: 1 })

const told = (claim: Claim): Belief => ({
  id: `b-${JSON.stringify(claim)}`,
  kind: 'task',
  sentence: '',
  claim,
  source: { type: 'told', by: 'Ben', message: 'm1', grounds: { basis: 'innate', path: ['Ben'] } },
  tick: 1,
  confidence: 0.9,
  status: 'held',
  evidence: [],
})
const tools = told({ type: 'tool', block: 'stone', tools: ['wooden_pickaxe', 'stone_pickaxe'] })

function noviceBeside(fields: Parameters<typeof plannerView>[0]) {
  return plannerView({ knowledge: { knows: ['dirt'] }, percept: { blocks: [stone] }, ...fields })
}

describe('nextQuestion()', () => {
  it('wonders about what it sees and does not know', () => {
    expect(nextQuestion(noviceBeside({}))).toEqual(wanting('stone'))
  })

  it('prefers what it was told of, the simplest first, and wonders about a thing once', () => {
    const first = noviceBeside({ beliefs: [tools] })
    expect(nextQuestion(first)).toEqual(wanting('wooden_pickaxe'))
    const tasks = [
      exampleTask({ goal: { type: 'have', item: 'wooden_pickaxe', count: 1 }, status: 'given-up' }),
    ]
    expect(nextQuestion(noviceBeside({ beliefs: [tools], tasks }))).toEqual(wanting('stone_pickaxe'))
  })

  it('prefers what a partner has', () => {
    const view = noviceBeside({ beliefs: [tools] })
    const holds = told({ type: 'holds', agent: 'Ben', item: 'torch', count: 1 })
    const evidence = { me: 'Ada', tick: 2, percept: view.percept, messages: [], patience: 200 }
    const partners = [partnerModel('Ben', { ...evidence, beliefs: [holds] })]
    expect(nextQuestion({ ...view, partners })).toEqual(wanting('torch'))
  })

  it('wonders about nothing where nobody could be asked, or when all was tried', () => {
    expect(nextQuestion({ ...noviceBeside({}), teammates: [] })).toBeNull()
    const tasks = [exampleTask({ goal: { type: 'have', item: 'stone', count: 1 }, status: 'given-up' })]
    expect(nextQuestion(noviceBeside({ tasks }))).toBeNull()
  })

  it('stops after some questions in a row', () => {
    const asked = Array.from({ length: 5 }, (_, index) =>
      exampleTask({
        id: `t${index}`,
        goal: { type: 'have', item: `x${index}`, count: 1 },
        status: 'set-aside',
        attempts: 0,
      }),
    )
    expect(nextQuestion(noviceBeside({ tasks: asked }))).toBeNull()
    expect(nextQuestion(noviceBeside({ tasks: [...asked, exampleTask({ status: 'done' })] }))).not.toBeNull()
  })
})

test('nextHearsay() takes what was told of with a way to get it', () => {
  const sand = told({ type: 'drop', block: 'sand', items: ['sand'] })
  expect(nextHearsay(noviceBeside({ beliefs: [tools, sand] }))).toEqual(wanting('sand'))
  expect(nextHearsay(noviceBeside({ beliefs: [tools] }))).toBeNull()
})
