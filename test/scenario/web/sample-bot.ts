import { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'
import type { ViewableBot, ViewableEntity } from '../../../src/web/viewable-bot.ts'

/** Distance in blocks from the middle beyond which there are no columns. */
export const worldEdge = 320

/** A bot on rolling ground with a tree, in no server: what the viewer needs, with blocks that a test knows. */
export class SampleBot extends EventEmitter implements ViewableBot {
  readonly version: string
  readonly username: string
  readonly entity: ViewableEntity & { position: { x: number; y: number; z: number } }
  readonly entities: Record<
    number,
    ViewableEntity & { name: string; username?: string; width: number; height: number }
  >
  readonly world: { getColumnAt(position: { x: number; z: number }): unknown }

  constructor(username: string, version = '1.21.4') {
    super()
    this.username = username
    this.version = version
    this.entity = { id: 1, position: { x: 8.5, y: groundHeight(8, 8) + 1, z: 8.5 }, yaw: 0, pitch: 0 }
    this.entities = {
      2: { id: 2, name: 'cow', position: standAt(4, 5), yaw: 1, pitch: 0, width: 0.9, height: 1.4 },
      3: {
        id: 3,
        name: 'player',
        username: 'Ben',
        position: standAt(11, 6),
        yaw: 2,
        pitch: 0,
        width: 0.6,
        height: 1.8,
      },
      4: { id: 4, name: 'item', position: standAt(9, 6), yaw: 0, pitch: 0, width: 0.25, height: 0.25 },
    }
    const columns = new Map<string, unknown>()
    this.world = {
      getColumnAt({ x, z }) {
        if (Math.max(Math.abs(x), Math.abs(z)) > worldEdge) return null
        const key = `${x >> 4},${z >> 4}`
        if (!columns.has(key)) columns.set(key, createColumn(version, x >> 4, z >> 4))
        return columns.get(key)
      },
    }
  }

  walkTo(x: number, z: number): void {
    Object.assign(this.entity.position, standAt(x, z))
    this.emit('move')
  }
}

function standAt(x: number, z: number): { x: number; y: number; z: number } {
  return { x: x + 0.5, y: groundHeight(x, z) + 1, z: z + 0.5 }
}

function groundHeight(x: number, z: number): number {
  return Math.round(66 + 3 * Math.sin(x / 9) + 3 * Math.cos(z / 7))
}

interface Column {
  setBlockStateId(position: unknown, stateId: number): void
}

function createColumn(version: string, columnX: number, columnZ: number): Column {
  const registry = require('prismarine-registry')(version)
  const column: Column = new (require('prismarine-chunk')(registry))({ minY: -64, worldHeight: 384 })
  const { Vec3 } = require('vec3')
  const state = (name: string): number => registry.blocksByName[name].defaultState
  const set = (x: number, y: number, z: number, name: string) =>
    column.setBlockStateId(new Vec3(x, y, z), state(name))
  for (let x = 0; x < 16; x++) {
    for (let z = 0; z < 16; z++) {
      const top = groundHeight(columnX * 16 + x, columnZ * 16 + z)
      for (let y = 50; y < top; y++) set(x, y, z, y < top - 3 ? 'stone' : 'dirt')
      set(x, top, z, 'grass_block')
    }
  }
  plantTree(set, groundHeight(columnX * 16 + 3, columnZ * 16 + 12) + 1)
  return column
}

function plantTree(set: (x: number, y: number, z: number, name: string) => void, ground: number): void {
  for (let x = 1; x <= 5; x++) {
    for (let z = 10; z <= 14; z++) {
      for (let y = 3; y <= 5; y++) set(x, ground + y, z, 'oak_leaves')
    }
  }
  for (let y = 0; y < 5; y++) set(3, ground + y, 12, 'oak_log')
}

const require = createRequire(import.meta.url)
