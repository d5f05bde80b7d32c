import { describe, expect, test } from 'vitest'
import type { ItemEntity } from '../../../../server/game/entity.ts'
import { spawnItem } from '../../../../server/game/item-entities.ts'
import { trackEntities } from '../../../../server/game/tracking.ts'
import { itemStack } from '../../../../server/inventory/item-stack.ts'
import type { Packet } from '../../../../server/protocol/packet.ts'
import { above, quietGame } from '../../../support/quiet-game.ts'
import { joinScripted } from '../../../support/scripted-player.ts'

/** A game with an item and a player, and what that one is told whenever the item comes into its sight. */
function watchedItem() {
  const game = quietGame()
  const { player } = joinScripted(game, 'Ada')
  const velocity = { x: 0, y: 0, z: 0 }
  const item = spawnItem(game, itemStack('coal'), { position: above(0, 5), velocity, pickUpDelay: 0 })
  Object.assign(game.options, { encode: (packet: Packet) => Buffer.from(JSON.stringify(packet)) })
  const told: Buffer[] = []
  Object.assign(player.connection, { sendEncoded: (bytes: Buffer) => told.push(bytes) })
  const show = (): readonly Buffer[] => {
    const { position } = player
    player.position = above(0, 1000)
    trackEntities(game)
    player.position = position
    told.length = 0
    trackEntities(game)
    return [...told]
  }
  return { item, show }
}

describe('trackEntities()', () => {
  test('shows an item that lies still as the same bytes again', () => {
    const { show } = watchedItem()
    const [spawn, metadata] = show()
    expect(spawn?.toString()).toContain('spawn_entity')
    expect(metadata?.toString()).toContain('entity_metadata')
    const again = show()
    expect([again.length, again[0] === spawn, again[1] === metadata]).toEqual([2, true, true])
  })

  test.each<readonly [string, (item: ItemEntity) => void, string]>([
    ['where it is', (item) => Object.assign(item, { position: above(0, 6) }), '"x":6'],
    [
      'how it flies',
      (item) => Object.assign(item, { velocity: { x: 1, y: 0, z: 0 } }),
      '"velocity":{"x":8000',
    ],
    ['how it is turned', (item) => Object.assign(item, { yaw: 90 }), '"yaw":64'],
    ['how it looks up', (item) => Object.assign(item, { pitch: 90 }), '"pitch":64'],
    ['what it is', (item) => Object.assign(item, { stack: itemStack('coal', 7) }), '"itemCount":7'],
  ])('tells %s now', (_what, change, expected) => {
    const { item, show } = watchedItem()
    expect(Buffer.concat([...show()]).toString()).not.toContain(expected)
    change(item)
    expect(Buffer.concat([...show()]).toString()).toContain(expected)
  })
})
