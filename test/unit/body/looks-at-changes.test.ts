import { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { createRandom } from '../../../src/core/random.ts'
import { originalColumn } from '../../support/original-column.ts'

const require = createRequire(import.meta.url)

interface Place {
  readonly x: number
  readonly y: number
  readonly z: number
}
interface Block {
  readonly stateId: number
  readonly light: number
  readonly skyLight: number
}
interface Column {
  getBlock(place: Place): Block
  setBlockStateId(place: Place, state: number): void
  setSkyLight(place: Place, light: number): void
  setBlockLight(place: Place, light: number): void
}

const KINDS = ['counts its changes', 'does not count its changes'] as const

describe.each(['1.21.4', '1.20.1'])('a bot in %s', (version) => {
  let registry: object
  let Column: new () => Column
  beforeAll(async () => {
    await import('../../../src/body/libraries/quicken-libraries.ts')
    registry = require('prismarine-registry')(version)
    Column = require('prismarine-chunk')(registry)
  })

  it.each(KINDS)(
    'sees the block at its feet, and has its physics see blocks, as they are in a column that %s',
    async (kind) => {
      const { quickenLooks } = await import('../../../src/body/sight/quick-looks.ts')
      const { quickenPhysics } = await import('../../../src/body/travel/quick-physics.ts')
      const random = createRandom(`looks ${kind}`)
      const Class = kind === KINDS[0] ? Column : originalColumn(Column)
      let column: Column = new Class()
      const { bot, world } = createBot(() => column)
      quickenLooks(bot as never)
      quickenPhysics(bot as never)
      bot.physics.simulatePlayer(bot.entity, null)
      const place = () => ({ x: random.below(3), y: 64 + random.below(2), z: random.below(3) })
      for (let step = 0; step < 2000; step++) {
        const act = random.below(8)
        if (act < 2) column.setBlockStateId(place(), random.below(40))
        if (act === 2) column.setSkyLight(place(), random.below(16))
        if (act === 3) column.setBlockLight(place(), random.below(16))
        if (act === 4) Object.assign(bot.entity.position, place())
        if (act === 5 && random.below(20) === 0) {
          column = new Class()
          bot.emit('chunkColumnLoad')
        }
        const there = place()
        expect(world().getBlock(there)?.stateId).toBe(column.getBlock(there).stateId)
        const { stateId, light, skyLight } = column.getBlock(bot.entity.position)
        expect(bot.blockAt(bot.entity.position)).toMatchObject({ stateId, light, skyLight })
      }
    },
  )

  function createBot(columnAt: () => Column) {
    const { Vec3 } = require('vec3')
    let seen: { getBlock(place: Place): Block | null } | null = null
    const entity = {
      position: new Vec3(1, 64, 1),
      pos: { x: 1, y: 64, z: 1 },
      vel: { x: 0, y: 0, z: 0 },
      control: {},
    }
    const bot = Object.assign(new EventEmitter(), {
      registry,
      entity,
      _client: new EventEmitter(),
      game: { minY: -64, height: 384 },
      world: { getColumn: columnAt },
      blockAt: (_place: Place): Block | null => null,
      physics: {
        simulatePlayer: (_body: object, world: unknown) => {
          seen = world as typeof seen
        },
      },
    })
    const world = () => {
      if (seen === null) throw new Error('Nobody has looked at the world.')
      return seen
    }
    return { bot, world }
  }
})
