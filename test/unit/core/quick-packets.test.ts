import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { type CompiledTypes, quickenPackets } from '../../../src/core/quick-packets.ts'

const require = createRequire(import.meta.url)
const { ProtoDefCompiler } = require('protodef').Compiler

interface Packet {
  readonly name: string
  readonly params: object
}

const velocity = { x: 1, y: -2, z: 3 }
const toClient: readonly Packet[] = [
  { name: 'entity_head_rotation', params: { entityId: 300, headYaw: -3 } },
  { name: 'entity_destroy', params: { entityIds: [7, 800, 9] } },
  { name: 'animation', params: { entityId: 7, animation: 3 } },
  { name: 'bundle_delimiter', params: {} },
  { name: 'block_change', params: { location: { x: 1, y: -60, z: -9 }, type: 4000 } },
  { name: 'entity_velocity', params: { entityId: 7, velocity, velocityX: 1, velocityY: 2, velocityZ: 3 } },
  { name: 'update_view_position', params: { chunkX: 5, chunkZ: -5 } },
  { name: 'ping', params: { id: 9 } },
]
const toServer: readonly Packet[] = [
  { name: 'teleport_confirm', params: { teleportId: 300 } },
  {
    name: 'position_look',
    params: {
      x: 1.5,
      y: 64,
      z: -3.25,
      yaw: 90,
      pitch: 2,
      onGround: true,
      flags: { onGround: true, hasHorizontalCollision: undefined },
    },
  },
  { name: 'arm_animation', params: { hand: 1 } },
  { name: 'client_command', params: { actionId: 0 } },
]

describe.each(['1.21.4', '1.20.1'])('packets of %s', (version) => {
  it.each([
    ['to clients', true, toClient],
    ['to the server', false, toServer],
  ] as const)('%s are read and written as by the library', (_way, isServer, packets) => {
    const types: CompiledTypes = compiled(version, isServer ? 'toClient' : 'toServer')
    const original = { read: types.readCtx.packet, write: types.writeCtx.packet }
    const bytesOf = (write = original.write, packet: Packet) => {
      const buffer = Buffer.alloc(100)
      return buffer.subarray(0, write?.(packet as never, buffer, 2))
    }
    const expected = packets.map((packet) => bytesOf(original.write, packet))
    quickenPackets(types)
    quickenPackets(types)
    expect(types.readCtx.packet).not.toBe(original.read)
    for (let round = 0; round < 3; round++) {
      for (const [index, bytes] of expected.entries()) {
        expect(bytesOf(types.writeCtx.packet, packets[index] as Packet)).toEqual(bytes)
        expect(types.readCtx.packet?.(bytes, 2)).toEqual(original.read?.(bytes, 2))
      }
    }
    for (const bytes of [Buffer.from([0, 0, 127]), ...expected.map((whole) => whole.subarray(0, -1))]) {
      expect(outcome(() => types.readCtx.packet?.(bytes, 2))).toEqual(
        outcome(() => original.read?.(bytes, 2)),
      )
    }
  })

  it.each(['toClient', 'toServer'])(
    '%s have the types after which they are named, or none of that name',
    (way) => {
      const { types } = require('minecraft-data')(version).protocol.play[way]
      const { fields } = types.packet[1][1].type[1] as { fields: Record<string, string> }
      const others = Object.entries(fields).filter(([name, type]) => type !== `packet_${name}`)
      expect(others.filter(([name]) => `packet_${name}` in types)).toEqual([])
      expect(Object.keys(fields).length).toBeGreaterThan(40)
    },
  )
})

/** What a function returns, or the message of what it throws. */
function outcome(act: () => unknown): unknown {
  try {
    return act()
  } catch (error) {
    return String(error)
  }
}

/** Types of its own for the test, made as the library makes them: those that it keeps may be quick already. */
function compiled(version: string, way: string): CompiledTypes {
  const compiler = new ProtoDefCompiler()
  compiler.addTypes(require('minecraft-protocol/src/datatypes/compiler-minecraft'))
  compiler.addProtocol(require('minecraft-data')(version).protocol, ['play', way])
  require('prismarine-nbt').addTypesToCompiler('big', compiler)
  return compiler.compileProtoDefSync()
}
