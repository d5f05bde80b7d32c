import { expect, test } from 'vitest'
import type { Claim } from '../../../src/core/claim.ts'
import { beliefsBehind } from '../../../src/mind/beliefs-behind.ts'
import { exampleBelief } from '../../support/memory-examples.ts'

const tool = (block: string): Claim => ({ type: 'tool', block, tools: [] })

test('beliefsBehind() names what is held, else what was given up, else what was always known', () => {
  const beliefs = [
    exampleBelief({ id: 'a', claim: tool('snow'), status: 'refuted' }),
    exampleBelief({ id: 'b', claim: { ...tool('snow'), tools: ['shears'] } as Claim }),
    exampleBelief({ id: 'c', claim: tool('cobweb'), status: 'refuted' }),
    exampleBelief({ id: 'd', claim: tool('cake') }),
  ]
  const innate = [tool('dirt'), tool('cobweb'), tool('sand')]
  const keys = ['tool:snow', 'tool:cobweb', 'tool:dirt', 'tool:stone']
  expect(beliefsBehind(keys, beliefs, innate)).toEqual(['b', 'c', 'innate:tool:dirt'])
})
