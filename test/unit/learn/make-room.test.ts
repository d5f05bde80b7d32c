import { describe, expect, it } from 'vitest'
import { chooseTask } from '../../../src/learn/choose-task.ts'
import { makeRoom } from '../../../src/learn/make-room.ts'
import { examplePercept, exampleTask, exampleView } from '../../support/examples.ts'

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

describe('chooseTask()', () => {
  const idle = { propose: async () => null }
  const open = exampleTask({ id: 'Ada-1', status: 'open' })
  const choose = (freeSlots: number, tasks = [open]) =>
    chooseTask(
      idle,
      exampleView({ percept: examplePercept({ freeSlots }), tasks }),
      { goal: null, episodes: [] },
      () => 'Ada-2',
    )

  it('goes on with the open task, and makes room first once nothing more fits', async () => {
    expect(await choose(3)).toBe(open)
    expect(await choose(0)).toMatchObject({ id: 'Ada-2', goal: { type: 'code' } })
  })

  it('goes on all the same when no room could be made lately', async () => {
    const { goal } = makeRoom({ percept: examplePercept({ freeSlots: 0 }), tasks: [] }) ?? { goal: null }
    const failed = exampleTask({ id: 'Ada-0', goal, status: 'given-up', tick: 0 })
    expect(await choose(0, [failed, open])).toBe(open)
  })
})
