import { expect, test } from 'vitest'
import { Entities } from '../../../server/game/entities.ts'
import type { Entity, ItemEntity } from '../../../server/game/entity.ts'
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
const beside = ({ x, z }: Position) => ({ x: x + random.below(5) - 2, y: 64, z: z + random.below(5) - 2 })

function bodyOf(type: string, id: number): FakeBody {
  return { type, id, position: somewhere(), isDead: false, seen: new Set<number>() }
}

/** Items move now and then, and lie still between. Says whether it is still there. */
function stirItem(entities: Entities, item: ItemEntity): boolean {
  if (random.below(4) === 0) {
    entities.wake(item)
    item.position = random.below(2) === 0 ? somewhere() : beside(item.position)
  } else if (random.below(2) === 0) entities.settle(item)
  return random.below(40) > 0 || !entities.delete(item.id)
}

/** What the viewer should see by the rule: living bodies within 64 blocks along x and z, itself aside. */
function visible(viewer: FakeBody, bodies: readonly FakeBody[]): readonly number[] {
  const isNear = ({ position: { x, z } }: FakeBody) =>
    Math.abs(x - viewer.position.x) <= 64 && Math.abs(z - viewer.position.z) <= 64
  return bodies.filter((body) => body !== viewer && !body.isDead && isNear(body)).map(({ id }) => id)
}

test('who is seen is what is near, whoever moves, lies still, comes, goes, dies or is shown all anew', () => {
  const players = new Map([1, 2, 3, 4].map((id) => [id, bodyOf('player', id)]))
  const entities = new Entities()
  const sight = new Sight()
  let lastId = 4
  for (let tick = 0; tick < 1000; tick++) {
    for (const body of players.values()) {
      // Most moves are steps, as in a game.
      if (random.below(3) > 0) body.position = random.below(20) === 0 ? somewhere() : beside(body.position)
      if (random.below(9) === 0) body.isDead = !body.isDead
      if (random.below(60) === 0) body.seen.clear()
    }
    for (const item of [...entities.values()] as ItemEntity[]) {
      if (stirItem(entities, item) || random.below(2) === 0) continue
      for (const { seen } of players.values()) seen.delete(item.id)
    }
    if (random.below(2) === 0) entities.set(++lastId, bodyOf('item', lastId) as unknown as ItemEntity)
    if (random.below(50) === 0) {
      const [id = 0] = players.keys()
      players.delete(id)
      for (const { seen } of players.values()) if (random.below(2) === 0) seen.delete(id)
      players.set(++lastId, bodyOf('player', lastId))
    }
    sight.update({ players, entities } as unknown as Game)
    for (const viewer of players.values()) {
      const { entering, gone, marks } = sight.look(viewer as unknown as Player)
      for (const id of gone) expect(viewer.seen.delete(id)).toBe(true)
      for (const { id } of entering) {
        expect(viewer.seen.has(id)).toBe(false)
        viewer.seen.add(id)
      }
      const bodies = [...players.values(), ...(entities.values() as Iterable<unknown> as Iterable<FakeBody>)]
      expect([...viewer.seen].toSorted((a, b) => a - b)).toEqual(
        visible(viewer, bodies).toSorted((a, b) => a - b),
      )
      for (const body of bodies) {
        const number = sight.numberOf(body as unknown as Player | Entity) ?? -1
        expect(marks[number] === 1).toBe(viewer.seen.has(body.id))
      }
    }
  }
})
