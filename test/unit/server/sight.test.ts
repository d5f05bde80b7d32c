import { expect, test } from 'vitest'
import type { Entity } from '../../../server/game/entity.ts'
import type { Game } from '../../../server/game/game.ts'
import type { Player } from '../../../server/game/player.ts'
import { Sight } from '../../../server/game/sight.ts'
import type { Position } from '../../../src/core/position.ts'
import { createRandom } from '../../../src/core/random.ts'

interface FakeBody {
  readonly type: string
  readonly id: number
  position: Position
  isDead: boolean
  readonly seen: Set<number>
}

const random = createRandom('sight')
const somewhere = () => ({ x: random.below(400) - 200, y: 64, z: random.below(400) - 200 })

function bodiesOf(type: string, ids: readonly number[]): Map<number, FakeBody> {
  return new Map(
    ids.map((id) => [id, { type, id, position: somewhere(), isDead: false, seen: new Set<number>() }]),
  )
}

/** What the viewer should see by the rule: living bodies within 64 blocks along x and z, itself aside. */
function visible(viewer: FakeBody, bodies: readonly FakeBody[]): readonly number[] {
  const isNear = ({ position: { x, z } }: FakeBody) =>
    Math.abs(x - viewer.position.x) <= 64 && Math.abs(z - viewer.position.z) <= 64
  return bodies.filter((body) => body !== viewer && !body.isDead && isNear(body)).map(({ id }) => id)
}

test('who is seen is what is near, whoever moves, comes, goes, dies or is shown all anew', () => {
  const players = bodiesOf('player', [1, 2, 3, 4])
  const entities = bodiesOf('item', [5, 6, 7, 8, 9, 10])
  const sight = new Sight()
  let lastId = 10
  for (let tick = 0; tick < 400; tick++) {
    for (const body of [...players.values(), ...entities.values()]) {
      if (random.below(3) === 0) body.position = somewhere()
      if (random.below(9) === 0) body.isDead = body.type === 'player' && !body.isDead
      if (random.below(60) === 0) body.seen.clear()
      if (body.type !== 'item' || random.below(20) > 0) continue
      entities.delete(body.id)
      if (random.below(2) === 0) for (const { seen } of players.values()) seen.delete(body.id)
    }
    if (random.below(2) === 0) for (const [id, body] of bodiesOf('item', [++lastId])) entities.set(id, body)
    sight.update({ players, entities } as unknown as Game)
    for (const viewer of players.values()) {
      const { entering, gone, marks } = sight.look(viewer as unknown as Player)
      for (const id of gone) expect(viewer.seen.delete(id)).toBe(true)
      for (const { id } of entering as readonly (Player | Entity)[]) {
        expect(viewer.seen.has(id)).toBe(false)
        viewer.seen.add(id)
      }
      const bodies = [...players.values(), ...entities.values()]
      expect([...viewer.seen].toSorted((a, b) => a - b)).toEqual(visible(viewer, bodies))
      for (const [number, { id }] of bodies.entries()) {
        expect(marks[number] === 1).toBe(viewer.seen.has(id))
      }
    }
  }
})
