import { EventEmitter } from 'node:events'
import { createRequire } from 'node:module'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LandBody, LandPhysics, PhysicsNumbers } from '../../../src/body/travel/land-physics.ts'
import { createRandom } from '../../../src/core/random.ts'

const require = createRequire(import.meta.url)

interface Place {
  readonly x: number
  readonly y: number
  readonly z: number
}
interface Column {
  getBlock(place: Place): { position: object }
  setBlockStateId(place: Place, state: number): void
}
interface Physics extends PhysicsNumbers {
  simulatePlayer(body: LandBody, world: { getBlock(place: Place): object }): void
}
interface Kind {
  readonly name: string
  readonly defaultState: number
  readonly minStateId: number
  readonly maxStateId: number
}

const random = createRandom('bodies on land')
/** Between -1 and 1. */
const spread = () => random.below(2001) / 1000 - 1
const maybe = () => random.below(2) === 0

describe.each(['1.21.4', '1.20.1'])('LandPhysics in %s', (version) => {
  let registry: {
    readonly blocksArray: readonly Kind[]
    readonly blocksByName: Readonly<Record<string, Kind>>
  }
  let physics: Physics
  let land: LandPhysics
  let column: Column
  let bot: EventEmitter
  let createColumn: () => Column
  let createLand: () => LandPhysics
  beforeAll(async () => {
    await import('../../../src/body/libraries/quicken-libraries.ts')
    const { LandPhysics } = await import('../../../src/body/travel/land-physics.ts')
    const { Surroundings } = await import('../../../src/body/travel/surroundings.ts')
    registry = require('prismarine-registry')(version)
    const Column: new () => Column = require('prismarine-chunk')(registry)
    createColumn = () => new Column()
    physics = require('prismarine-physics').Physics(registry, null)
    createLand = () => new LandPhysics(physics, new Surroundings(bot as never))
  })
  beforeEach(() => {
    column = createColumn()
    bot = Object.assign(new EventEmitter(), { registry, world: { getColumn: () => column } })
    land = createLand()
  })

  it('does to a body among any blocks what the library does, or leaves the body alone', () => {
    const stone = stateOf('stone')
    for (const kind of registry.blocksArray) {
      column = createColumn()
      bot.emit('chunkColumnLoad')
      const width = kind.maxStateId - kind.minStateId + 1
      for (let block = 0; block < 24; block++)
        column.setBlockStateId(place(), maybe() ? stone : kind.minStateId + random.below(width))
      for (let body = 0; body < 6; body++) compare(createBody(), 6)
    }
  })

  it('takes over bodies that stand, walk, jump, climb steps, fall and run into walls', () => {
    const kinds = [
      'stone',
      'oak_slab',
      'oak_fence',
      'snow',
      'dirt_path',
      'oak_stairs',
      'short_grass',
      'torch',
    ]
    let taken = 0
    for (let world = 0; world < 200; world++) {
      column = createColumn()
      bot.emit('chunkColumnLoad')
      for (let block = 0; block < 60; block++) {
        const name = kinds[random.below(kinds.length)] ?? ''
        column.setBlockStateId(place(), (registry.blocksByName[name] ?? { defaultState: 1 }).defaultState)
      }
      taken += compare(createBody(), 20)
    }
    expect(taken).toBe(200 * 20)
  })

  it('leaves bodies alone that sneak, glide, hang in a web or feel an effect', () => {
    for (const state of [
      { isInWeb: true },
      { elytraFlying: true },
      { fireworkRocketDuration: 3 },
      { jumpBoost: 1 },
      { levitation: 1 },
      { slowFalling: 1 },
    ]) {
      const body = Object.assign(createBody(), state)
      const before = structuredClone(body)
      expect(land.simulate(body)).toBe(false)
      expect(body).toEqual(before)
    }
    const body = createBody()
    Object.assign(body.control, { sneak: true })
    expect(land.simulate(body)).toBe(false)
  })

  it('leaves bodies alone where nothing is loaded, and that are nowhere', () => {
    const known = column
    column = null as unknown as Column
    expect(land.simulate(createBody())).toBe(false)
    column = known
    bot.emit('chunkColumnLoad')
    expect(land.simulate(createBody())).toBe(true)
    for (const x of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(land.simulate(Object.assign(createBody(), { vel: { x, y: 0, z: 0 } }))).toBe(false)
    }
  })

  it('sees blocks that come and go, and another column in the place of one', () => {
    const floor = { x: 5, y: 69, z: 5 }
    const standing = () => {
      const body = createBody()
      Object.assign(body, { pos: { x: 5.5, y: 70, z: 5.5 }, vel: { x: 0, y: -0.1, z: 0 }, jumpQueued: false })
      Object.assign(body.control, { jump: false })
      expect(land.simulate(body)).toBe(true)
      return body.onGround
    }
    expect(standing()).toBe(false)
    column.setBlockStateId(floor, stateOf('stone'))
    expect(standing()).toBe(true)
    column.setBlockStateId(floor, 0)
    expect(standing()).toBe(false)
    const next = createColumn()
    next.setBlockStateId(floor, stateOf('stone'))
    column = next
    bot.emit('chunkColumnLoad')
    expect(standing()).toBe(true)
  })

  /** How many ticks of the body have been taken over. */
  function compare(body: LandBody, ticks: number): number {
    const { Vec3 } = require('vec3')
    const world = {
      getBlock({ x, y, z }: Place) {
        const position = new Vec3(Math.floor(x), Math.floor(y), Math.floor(z))
        const block = column.getBlock({ x: position.x & 15, y: position.y, z: position.z & 15 })
        block.position = position
        return block
      },
    }
    let taken = 0
    for (let tick = 0; tick < ticks; tick++) {
      const other = { ...structuredClone(body), pos: new Vec3(body.pos.x, body.pos.y, body.pos.z) }
      physics.simulatePlayer(other, world)
      if (land.simulate(body)) {
        expect(body).toEqual({ ...other, pos: { ...other.pos } })
        taken++
      } else body = { ...other, pos: { ...other.pos } }
    }
    return taken
  }

  /** In the small part of the column in which the blocks are. */
  function createBody(): LandBody {
    return {
      pos: { x: 5 + spread(), y: maybe() ? 70 : 70 + spread(), z: 5 + spread() },
      vel: { x: spread() / 2, y: spread(), z: maybe() ? 0 : spread() / 4 },
      control: {
        forward: random.below(4) > 0,
        back: random.below(4) === 0,
        left: random.below(4) === 0,
        right: random.below(4) === 0,
        jump: maybe(),
        sprint: maybe(),
        sneak: false,
      },
      yaw: 4 * spread(),
      onGround: maybe(),
      isInWater: false,
      isInLava: false,
      isInWeb: false,
      isCollidedHorizontally: false,
      isCollidedVertically: false,
      elytraFlying: false,
      jumpTicks: random.below(3),
      jumpQueued: random.below(4) === 0,
      fireworkRocketDuration: 0,
      attributes: maybe() ? undefined : { [physics.movementSpeedAttribute]: speed() },
      jumpBoost: 0,
      levitation: 0,
      slowFalling: 0,
    }
  }

  function speed() {
    const modifiers = ['other', physics.sprintingUUID].flatMap((uuid) =>
      [0, 1, 2].filter(maybe).map((operation) => ({ uuid, amount: spread() / 3, operation })),
    )
    return { value: 0.1, modifiers }
  }

  function place(): Place {
    return { x: 3 + random.below(5), y: 67 + random.below(6), z: 3 + random.below(5) }
  }

  function stateOf(name: string): number {
    return registry.blocksByName[name]?.defaultState ?? 0
  }
})
