import { expect, test } from 'vitest'
import type { Claim } from '../../../src/core/claim.ts'
import type { Percept } from '../../../src/core/percept.ts'
import { sightings } from '../../../src/mind/sightings.ts'
import { examplePercept } from '../../support/examples.ts'
import { exampleBelief } from '../../support/memory-examples.ts'

type Player = Percept['entities'][number]

const player = (fields: Partial<Player> = {}): Player => ({
  ...{ id: 1, kind: 'player', name: 'Ben', position: { x: 1.5, y: 64, z: -0.5 }, distance: 3 },
  ...{ heldItem: null, activity: null },
  ...fields,
})
const seen = (fields: Partial<Player>, beliefs: readonly Claim[] = []) =>
  sightings(
    examplePercept({ tick: 1000, entities: [player(fields)] }),
    ['Ben'],
    beliefs.map((claim, index) => exampleBelief({ id: `b${index}`, claim })),
  ).map(({ claim }) => claim)

const AT: Claim = { type: 'at', agent: 'Ben', position: { x: 1, y: 64, z: -1 } }

test('sightings() tell where partners are, and nothing of other players and of beasts', () => {
  expect(seen({})).toEqual([AT])
  expect(seen({ name: 'Steve' })).toEqual([])
  expect(seen({ kind: 'mob' })).toEqual([])
})

test('sightings() tell what a partner digs, as long as it has just done so', () => {
  const digging = (tick: number) => ({ type: 'digging' as const, block: 'coal_ore', tick })
  const doing: Claim = { type: 'doing', agent: 'Ben', task: 'Mine coal_ore' }
  expect(seen({ activity: digging(800) })).toEqual([AT, doing])
  expect(seen({ activity: digging(799) })).toEqual([AT])
  expect(seen({ activity: { ...digging(1000), type: 'moving', block: null } })).toEqual([AT])
})

test('sightings() tell what a partner has in hand, unless it is known to have as many', () => {
  const holds = (count: number, item = 'stick'): Claim => ({ type: 'holds', agent: 'Ben', item, count })
  expect(seen({ heldItem: 'stick' })).toEqual([AT, holds(1)])
  expect(seen({ heldItem: 'stick' }, [holds(0), holds(9, 'coal')])).toEqual([AT, holds(1)])
  expect(seen({ heldItem: 'stick' }, [holds(1)])).toEqual([AT])
  expect(seen({ heldItem: 'stick' }, [{ ...holds(5), agent: 'Cid' } as Claim])).toEqual([AT, holds(1)])
})
