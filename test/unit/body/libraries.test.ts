import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { originalColumn } from '../../support/original-column.ts'

const require = createRequire(import.meta.url)

interface Place {
  readonly x: number
  readonly y: number
  readonly z: number
}
interface Column {
  dump(): Buffer
  load(data: Buffer): void
  loadParsedLight(...parts: readonly unknown[]): void
  dumpLight(): { skyLight: number[][] }
  setBlockStateId(place: Place, state: number): void
  getBlockStateId(place: Place): number
  readonly changes: number
  readonly sections: readonly object[]
  readonly emptySkyLightMask: { set(index: number, bit: number): void }
  getBlockLight(place: Place): number
  setBlock(place: Place, block: { stateId: number }): void
  setBlockType(place: Place, type: number): void
  setBlockLight(place: Place, light: number): void
  setSkyLight(place: Place, light: number): void
  getSkyLight(place: Place): number
  setBiome(place: Place, biome: number): void
  getBiome(place: Place): number
}
type ColumnClass = new (options?: object) => Column
type BlockClass = (new (
  ...values: unknown[]
) => object) & { fromStateId(state: number, biome: number): object }
type Registry = Readonly<Record<'blocksArray', readonly { minStateId: number; maxStateId: number }[]>>

describe.each(['1.21.4', '1.20.1'])('the libraries, quickened, in %s', (version) => {
  let registry: Registry
  let Column: ColumnClass
  let Original: ColumnClass
  beforeAll(async () => {
    await import('../../../src/body/libraries/quicken-libraries.ts')
    registry = require('prismarine-registry')(version)
    Column = require('prismarine-chunk')(registry)
    Original = originalColumn(Column)
  })

  it('makes every block as the original does, each an object of its own', () => {
    const Block: BlockClass = require('prismarine-block')(registry)
    expect(require('prismarine-block')(registry)).toBe(Block)
    for (const { minStateId, maxStateId } of registry.blocksArray) {
      for (const state of new Set([minStateId, maxStateId])) {
        const [copy, next] = [Block.fromStateId(state, 1), Block.fromStateId(state, 1)]
        const original = new Block(undefined, 1, 0, state)
        expect(Object.entries(copy)).toEqual(Object.entries(original))
        expect([copy instanceof Block, copy.constructor]).toEqual([true, Block])
        expect(Reflect.get(copy, '_properties')).not.toBe(Reflect.get(next, '_properties'))
      }
    }
  })

  it('shares the sections of columns of the same data until one of them changes', () => {
    const [data, light] = [columnData(), lightParts()]
    const [one, other, original] = [new Column(), new Column(), new Original()]
    for (const column of [one, other, original]) {
      column.load(data)
      column.loadParsedLight(...light)
    }
    expect(other.dump()).toEqual(original.dump())
    expect(other.dumpLight()).toEqual(original.dumpLight())
    const place = { x: 3, y: 70, z: 5 }
    one.setBlockStateId(place, 9)
    one.setBlockStateId({ ...place, y: 71 }, 33)
    one.setSkyLight(place, 7)
    one.setBiome(place, 4)
    expect([one.getBlockStateId(place), one.getSkyLight(place), one.getBiome(place)]).toEqual([9, 7, 4])
    expect(other.dump()).toEqual(original.dump())
    expect(other.dumpLight()).toEqual(original.dumpLight())
    const third = new Column()
    third.load(data)
    third.loadParsedLight(...light)
    expect(third.dump()).toEqual(original.dump())
    expect(third.dumpLight()).toEqual(original.dumpLight())
  })

  it('makes empty columns that change each by itself, of any height, and columns of parts', () => {
    const place = { x: 3, y: 70, z: 5 }
    const [one, other] = [new Column(), new Column()]
    one.setBlockStateId(place, 9)
    one.setSkyLight(place, 7)
    one.setBiome(place, 4)
    expect([one.getBlockStateId(place), one.getSkyLight(place), one.getBiome(place)]).toEqual([9, 7, 4])
    expect(other.dump()).toEqual(new Original().dump())
    expect(other.dumpLight()).toEqual(new Original().dumpLight())
    const size = { minY: 0, worldHeight: 1024 }
    const high = [new Column(size), new Column(size), new Original(size)]
    high[0]?.setBlockStateId({ ...place, y: 5 }, 9)
    high[0]?.setBlockStateId({ ...place, y: 517 }, 9)
    expect(high[1]?.dump()).toEqual(high[2]?.dump())
    const { sections } = one
    expect(new Column({ sections }).getBlockStateId(place)).toBe(9)
  })

  it('reads light when somebody looks at it, from all packets that have come, in their order', () => {
    const places = [70, 71, 90, 100].map((y) => ({ x: 3, y, z: 5 }))
    const packets = [3, 9, 5, 14, 2, 7, 8, 11, 4, 6, 12].map((light, index) =>
      packed(lightParts({ light, y: index % 2 === 0 ? 70 : 90, isDark: index === 7 })),
    )
    const [early, late, original] = [new Column(), new Column(), new Original()]
    for (const packet of packets) {
      for (const column of [early, late, original]) column.loadParsedLight(...packet)
      expect(places.map((place) => early.getSkyLight(place))).toEqual(
        places.map((place) => original.getSkyLight(place)),
      )
    }
    expect(places.map((place) => late.getBlockLight(place))).toEqual([0, 0, 0, 0])
    expect(late.dumpLight()).toEqual(original.dumpLight())
    const changed = new Column()
    for (const packet of packets) changed.loadParsedLight(...packet)
    changed.setSkyLight({ x: 3, y: 70, z: 5 }, 1)
    original.setSkyLight({ x: 3, y: 70, z: 5 }, 1)
    expect(changed.dumpLight()).toEqual(original.dumpLight())
    expect(late.dumpLight()).toEqual(early.dumpLight())
  })

  it('finds at once that light cannot be read', () => {
    const [, ...rest] = packed(lightParts())
    for (const sky of [[], [Buffer.alloc(7)]]) {
      expect(() => new Original().loadParsedLight(sky, ...rest)).toThrow()
      expect(() => new Column().loadParsedLight(sky, ...rest)).toThrow()
    }
  })

  it('counts all changes of blocks and light in a column', () => {
    const column = new Column()
    const [data, light, place] = [columnData(), lightParts(), { x: 3, y: 70, z: 5 }]
    const acts = [
      () => column.load(data),
      () => column.loadParsedLight(...light),
      () => column.setBlockStateId(place, 9),
      () => column.setBlockType(place, 4),
      () => column.setBlock(place, { stateId: 3 }),
      () => column.setSkyLight(place, 7),
      () => column.setBlockLight(place, 7),
    ]
    for (const act of acts) {
      const { changes } = column
      act()
      expect(column.changes).toBeGreaterThan(changes)
    }
  })

  function columnData(): Buffer {
    const column = new Original()
    for (let x = 0; x < 16; x++)
      for (let y = -64; y < 80; y++) column.setBlockStateId({ x, y, z: x }, (x * y) & 7)
    column.setBiome({ x: 0, y: 70, z: 0 }, 2)
    return column.dump()
  }

  function lightParts({ light = 15, y = 70, isDark = false } = {}): readonly unknown[] {
    const column = new Original()
    for (let x = 0; x < 16; x++) column.setSkyLight({ x, y, z: 5 }, Math.min(x, light))
    if (isDark) column.emptySkyLightMask.set(9, 1)
    return Object.values(column.dumpLight())
  }

  /** As packets that bots share keep it. */
  function packed(parts: readonly unknown[]): readonly unknown[] {
    const [sky, block, ...masks] = parts as readonly number[][][]
    return [sky?.map((section) => Buffer.from(section)), block, ...masks]
  }
})

describe('the state of a body for the simulation', () => {
  const control = { forward: true }
  const make = async (effects: object, boots: object | null) => {
    await import('../../../src/body/libraries/quicken-libraries.ts')
    const { PlayerState } = require('prismarine-physics')
    const Original = PlayerState.prototype.constructor
    const bot = simulatedBot(effects, boots)
    return { quick: new PlayerState(bot, control), original: new Original(bot, control), Original, bot }
  }

  it.each([
    ['nothing works on it', {}, null],
    ['it wears boots without magic', {}, { name: 'iron_boots' }],
    ['it is quick', { 0: { amplifier: 1 } }, null],
    ['its boots are enchanted', {}, { name: 'iron_boots', nbt: enchantedBoots() }],
  ])('is the original one when %s', async (_case, effects, boots) => {
    const { quick, original, Original, bot } = await make(effects, boots)
    expect(Object.entries(quick)).toEqual(Object.entries(original))
    expect(quick).toBeInstanceOf(Original)
    quick.pos.x = 5
    expect(bot.entity.position.x).toBe(1)
    quick.apply(bot)
    expect(bot.entity.position.x).toBe(5)
  })
})

function simulatedBot(effects: object, boots: object | null) {
  const { Vec3 } = require('vec3')
  const slots = Array.from({ length: 46 }, (): object | null => null)
  slots[8] = boots
  slots[6] = { name: 'elytra' }
  return {
    version: '1.21.4',
    entity: {
      ...{ position: new Vec3(1, 2, 3), velocity: new Vec3(0, -0.1, 0), onGround: true, isInWater: false },
      ...{ isInLava: false, isInWeb: false, isCollidedHorizontally: true, isCollidedVertically: true },
      ...{ elytraFlying: undefined, attributes: { speed: {} }, yaw: 1, pitch: 2, effects },
    },
    ...{ jumpTicks: 3, jumpQueued: true, fireworkRocketDuration: 4, inventory: { slots } },
  }
}

function enchantedBoots() {
  const depthStrider = { id: { type: 'string', value: 'depth_strider' }, lvl: { type: 'short', value: 3 } }
  const list = { type: 'list', value: { type: 'compound', value: [depthStrider] } }
  return { type: 'compound', name: '', value: { Enchantments: list } }
}
