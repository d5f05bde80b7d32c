import { expect, test } from 'vitest'
import { blockIndex, Column } from '../../../server/world/column.ts'
import { MIN_Y } from '../../../server/world/world-bounds.ts'
import { createRandom } from '../../../src/core/random.ts'

test('statesIn() names the states of a section in the order of its blocks, whatever has changed in it', () => {
  const random = createRandom('states')
  const column = new Column()
  expect(column.statesIn(1)).toEqual([0])
  for (let round = 0; round < 300; round++) {
    const [x, y, z] = [random.below(16), random.below(16), random.below(16)]
    if (random.below(3) === 0) column.writableSection(1)[blockIndex(x, y, z)] = random.below(60_000)
    else column.setState(x, MIN_Y + 16 + y, z, random.below(8))
    expect(column.statesIn(1)).toEqual([...new Set(column.writableSection(1))])
    expect(column.statesIn(1)).toEqual([...new Set(column.sections[1] as Uint16Array)])
  }
  column.writableSection(1).fill(7)
  column.compact()
  expect([column.statesIn(1), column.statesIn(2)]).toEqual([[7], [0]])
})
