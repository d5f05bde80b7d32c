import { expect, test } from 'vitest'
import { minecraftVersionSchema } from '../../../../server/data/minecraft-version.ts'
import { encodeLitPacket } from '../../../../server/protocol/lit-packets.ts'
import { quietGame } from '../../../support/quiet-game.ts'

test.each(minecraftVersionSchema.options)(
  'encodeLitPacket() writes what the protocol library writes of %s',
  (version) => {
    const { options, world } = quietGame(version)
    world.setBlock({ x: 3, y: -60, z: 3 }, 'glowstone')
    world.setBlock({ x: 8, y: 100, z: 8 }, 'stone')
    const payload = world.columnPayload(0, 0)
    expect(payload.skyLight.length).toBeGreaterThan(1)
    expect(payload.blockLight.length).toBeGreaterThan(0)
    const column = { name: 'map_chunk', params: { ...payload, blockEntities: [] } } as const
    expect(encodeLitPacket(options.encode, column)).toEqual(options.encode(column))
    const { x, z, heightmaps, chunkData, ...light } = payload
    for (const lists of [light, { ...light, blockLight: [] }, { ...light, skyLight: [], blockLight: [] }]) {
      const update = { name: 'update_light', params: { chunkX: x, chunkZ: z, ...lists } } as const
      expect(encodeLitPacket(options.encode, update)).toEqual(options.encode(update))
    }
  },
)
