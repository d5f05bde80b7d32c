import { expect, test } from 'vitest'
import type { Belief } from '../../../src/core/belief.ts'
import type { Percept } from '../../../src/core/percept.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { perceptBeliefs } from '../../../src/mind/percept-beliefs.ts'
import { revise } from '../../../src/mind/revise.ts'
import { examplePercept } from '../../support/examples.ts'
import { merged } from './belief-arbitraries.ts'

function perceptAt(x: number) {
  const nearest = { x, y: 64, z: 0 }
  const names = ['oak_log', 'dirt', 'chest']
  return examplePercept({ blocks: names.map((name) => ({ name, count: 5, nearest, distance: 3 })) })
}

test('perceptBeliefs() notes where useful blocks stand, and leaves the ground alone', () => {
  const noted = perceptBeliefs(perceptAt(0)).map((draft) => draft.claim)

  expect(noted).toMatchObject([{ what: 'oak_log' }, { what: 'chest' }])
})

test('perceptBeliefs() stays bounded however far an agent walks', () => {
  let beliefs: readonly Belief[] = []
  for (let x = 0; x < 4000; x += 4) {
    const drafts = perceptBeliefs(perceptAt(x), beliefs)
    beliefs = merged(beliefs, revise(beliefs, drafts, { tick: x, agent: 'Ada', innate: [] }))
  }
  const places = beliefs.map(({ claim }) => (claim?.type === 'place' ? claim.what : ''))

  expect(places.filter((what) => what === 'oak_log')).toHaveLength(8)
  expect(places.filter((what) => what === 'chest')).toHaveLength(32)
})

test('perceptBeliefs() gives up a place near by where nothing of the kind is seen, and none far away', () => {
  const place = (x: number) => ({ type: 'place' as const, what: 'chest', position: { x, y: 64, z: 0 } })
  const [near, far] = [place(3), place(30)]
  const knowledge = createKnowledge([near, far], [])
  const percept = { ...examplePercept(), position: { x: 0, y: 64, z: 0 }, blocks: [] }
  const emptied = (blocks: Percept['blocks']) =>
    perceptBeliefs({ ...percept, blocks }, [], knowledge).filter(({ confidence }) => confidence === 0)

  expect(emptied([])).toMatchObject([{ claim: near, sentence: 'There is no chest at (3, 64, 0).' }])
  expect(emptied([{ name: 'chest', count: 1, nearest: near.position, distance: 3 }])).toEqual([])
  expect(emptied([{ name: 'chest', count: 1, nearest: far.position, distance: 30 }])).toHaveLength(1)
})
