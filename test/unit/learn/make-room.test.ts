import { describe, expect, it } from 'vitest'
import { makeRoom } from '../../../src/learn/make-room.ts'
import { examplePercept, exampleTask } from '../../support/examples.ts'

describe('makeRoom()', () => {
  const full = (tick: number) => examplePercept({ freeSlots: 3, tick })

  it('comes first once 33 of 36 slots are used', () => {
    expect(makeRoom({ percept: examplePercept({ freeSlots: 4 }), tasks: [] })).toBeNull()
    expect(makeRoom({ percept: full(0), tasks: [] })).toMatchObject({ goal: { type: 'code' } })
  })

  it('waits after it has failed, and comes again after it has worked', () => {
    const goal = makeRoom({ percept: full(0), tasks: [] })?.goal ?? null
    const failed = exampleTask({ goal, tick: 100, status: 'given-up' })
    expect(makeRoom({ percept: full(6099), tasks: [failed] })).toBeNull()
    expect(makeRoom({ percept: full(6100), tasks: [failed] })).not.toBeNull()
    expect(makeRoom({ percept: full(200), tasks: [{ ...failed, status: 'done' }] })).not.toBeNull()
  })
})
