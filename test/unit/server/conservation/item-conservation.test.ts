import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemCensus } from '../../../support/item-census.ts'
import { act } from './acts.ts'
import { carryOut } from './carry-out.ts'
import { explains } from './explained-changes.ts'
import { createScene, windowBlocks } from './scene.ts'

const crowded = fc.nat({ max: windowBlocks.length - 1 })

test('no item is created or lost but by the rules, whatever several players do at once', () => {
  fc.assert(
    fc.property(crowded, fc.array(act, { minLength: 20, maxLength: 150 }), (focus, acts) => {
      const scene = createScene(focus)
      let before = itemCensus(scene.server.game)
      for (const one of acts) {
        const players = scene.puppets.map(({ player }) => player)
        const explain = explains(one.kind === 'click' ? players[one.who] : undefined, one)
        carryOut(scene, one)
        const after = itemCensus(scene.server.game)
        expect(explain(before, after), JSON.stringify(one)).toBe('')
        before = after
      }
    }),
    { numRuns: 40 },
  )
})
