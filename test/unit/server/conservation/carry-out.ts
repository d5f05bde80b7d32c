import type { Position } from '../../../../src/core/position.ts'
import { joinPuppet, type Puppet } from '../../../support/puppet.ts'
import { vector } from '../../../support/server-actions.ts'
import type { Act } from './acts.ts'
import { blockOf, type Scene } from './scene.ts'

/** Lets the act happen, by the packets that a client would send. */
export function carryOut(scene: Scene, one: Act): void {
  const { server, puppets } = scene
  if (one.kind === 'wait') {
    for (let tick = 0; tick < one.ticks; tick++) server.tick()
    return
  }
  const puppet = puppets[one.who] as Puppet
  const { player } = puppet
  player.pendingTeleport = null
  switch (one.kind) {
    case 'click':
      puppet.send('window_click', {
        windowId: player.window.id,
        stateId: player.window.stateId,
        slot: one.slot,
        mouseButton: one.button,
        mode: one.mode,
        changedSlots: [],
        cursorItem: { itemCount: 0 },
      })
      break
    case 'open': {
      const [position, name] = blockOf(scene, one.block)
      // What is held would be placed where no block stands.
      if (server.game.world.blockAt(position).name === name) use(puppet, position)
      break
    }
    case 'remove':
    case 'restore': {
      const [position, name, properties] = blockOf(scene, one.block)
      if (one.kind === 'remove') server.game.world.setBlockState(position, 0)
      else server.game.world.setBlock(position, name, properties)
      break
    }
    case 'talk':
      puppet.send('use_entity', { target: scene.villager, mouse: 0, hand: 0, sneaking: false })
      break
    case 'trade':
      puppet.send('select_trade', { slot: one.index })
      break
    case 'press':
      puppet.send('enchant_item', { windowId: player.window.id, enchantment: one.index })
      puppet.send('name_item', { name: `No ${one.index}` })
      break
    case 'hand':
      puppet.send('held_item_slot', { slotId: one.held })
      puppet.send('block_dig', {
        status: one.status,
        location: vector(player.position),
        face: 0,
        sequence: 0,
      })
      break
    case 'close':
      puppet.send('close_window', { windowId: player.window.id })
      break
    case 'die':
      server.command(`/kill ${player.name}`)
      break
    case 'respawn':
      puppet.send('client_command', { actionId: 'perform_respawn' })
      break
    case 'leave':
      puppet.leave()
      puppets[one.who] = joinPuppet(server, player.name)
      break
    case 'conjure':
      puppet.send('set_creative_slot', { slot: 36, item: conjured })
      puppet.send('set_creative_slot', { slot: -1, item: conjured })
      break
    case 'walk':
      puppet.send('position', {
        ...player.position,
        x: 0.5 + one.x,
        z: 0.5 + one.z,
        flags: { onGround: true },
      })
      break
  }
}

const conjured = {
  itemCount: 64,
  itemId: 1,
  addedComponentCount: 0,
  removedComponentCount: 0,
  components: [],
  removeComponents: [],
}

function use({ send }: Puppet, position: Position): void {
  send('block_place', {
    hand: 0,
    location: vector(position),
    direction: 1,
    cursorX: 0.5,
    cursorY: 1,
    cursorZ: 0.5,
    insideBlock: false,
    sequence: 0,
  })
}
