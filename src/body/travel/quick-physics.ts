import { type Bot, blockClass, Vec3 } from '../mineflayer-library.ts'
import type { LoadedColumn } from '../sight/loaded-world.ts'
import { RecentColumn } from '../sight/recent-column.ts'
import { keepOffFaces } from './keep-off-faces.ts'
import { PLACES, placeIndex } from './sections.ts'
import { type SimulatedBody, Stillness } from './stillness.ts'

/** A place as the simulation asks for it: any numbers, not only whole ones. */
interface Place {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** What the simulation looks at in a block, and all blocks of a state have in common. */
interface BlockTraits {
  readonly stateId: number
  readonly type: number
  readonly metadata: number
  readonly shapes: readonly (readonly number[])[]
  readonly boundingBox: string
  readonly isWaterlogged: unknown
  readonly _properties: Readonly<Record<string, unknown>>
}

/** The part of Mineflayer's physics that lets a tick pass for a body. */
interface BodyPhysics {
  simulatePlayer(body: SimulatedBody, world: { getBlock(place: Place): unknown }): SimulatedBody
}

/**
 * Has the bot's physics look at blocks that are made once for each place, with what the simulation looks at and nothing
 * else. Mineflayer makes a whole block with biome, light and block entity at each look, and its pathfinder simulates ten
 * ticks for each one that passes: a third of a simulated run (measured). What comes out is the same, but for a body that
 * rounding has put into a wall.
 */
export function quickenPhysics(bot: Bot): void {
  const { physics } = bot as unknown as { readonly physics: BodyPhysics }
  const original = physics.simulatePlayer
  const world = new QuickWorld(bot)
  const stillness = new Stillness()
  physics.simulatePlayer = (body) => {
    if (stillness.lasts(body)) return body
    stillness.before(body)
    original(body, world)
    keepOffFaces(body.pos)
    stillness.after(body)
    return body
  }
}

class QuickWorld {
  readonly #bot: Bot
  /** By `placeIndex`: of places 16 blocks apart, the one that was looked at last. */
  readonly #blocks = new Array<PlacedBlock | undefined>(PLACES)
  readonly #traits = new Map<number, BlockTraits>()
  readonly #columns: RecentColumn
  /** One for all looks. */
  readonly #place = { x: 0, y: 0, z: 0 }

  constructor(bot: Bot) {
    this.#bot = bot
    this.#columns = new RecentColumn(bot)
    const forget = () => {
      this.#blocks.fill(undefined)
    }
    bot.on('chunkColumnLoad', forget)
    bot.on('chunkColumnUnload', forget)
    bot.on('game', forget)
  }

  /** Null where nothing is loaded. */
  getBlock(place: Place): PlacedBlock | null {
    const x = Math.floor(place.x)
    const y = Math.floor(place.y)
    const z = Math.floor(place.z)
    const index = placeIndex(x, y, z)
    const known = this.#blocks[index]
    if (known !== undefined && known.x === x && known.y === y && known.z === z && known.isUnchanged())
      return known
    const column = this.#columns.at(x >> 4, z >> 4)
    if (column === null || Number.isNaN(x + y + z)) return null
    const state = this.#stateAt(column, x, y, z)
    const block = new PlacedBlock(new Vec3(x, y, z), this.#traitsOf(state), column)
    this.#blocks[index] = block
    return block
  }

  #stateAt(column: LoadedColumn, x: number, y: number, z: number): number {
    const place = this.#place
    place.x = x & 15
    place.y = y
    place.z = z & 15
    return column.getBlockStateId(place)
  }

  #traitsOf(state: number): BlockTraits {
    const known = this.#traits.get(state)
    if (known !== undefined) return known
    const traits = blockClass(this.#bot).fromStateId(state, 0) as unknown as BlockTraits
    this.#traits.set(state, traits)
    return traits
  }
}

/** A block at a place, for the simulation alone. */
class PlacedBlock implements BlockTraits {
  readonly x: number
  readonly y: number
  readonly z: number
  /** As the column was when the block was looked at. */
  readonly #changes: number | undefined
  readonly #column: LoadedColumn
  readonly position: Vec3
  readonly stateId: number
  readonly type: number
  readonly metadata: number
  readonly shapes: readonly (readonly number[])[]
  readonly boundingBox: string
  readonly isWaterlogged: unknown
  readonly _properties: Readonly<Record<string, unknown>>

  constructor(position: Vec3, traits: BlockTraits, column: LoadedColumn) {
    this.x = position.x
    this.y = position.y
    this.z = position.z
    this.#changes = column.changes
    this.#column = column
    this.position = position
    this.stateId = traits.stateId
    this.type = traits.type
    this.metadata = traits.metadata
    this.shapes = traits.shapes
    this.boundingBox = traits.boundingBox
    this.isWaterlogged = traits.isWaterlogged
    this._properties = traits._properties
  }

  /** Whether nothing has changed in its column since the block was looked at. */
  isUnchanged(): boolean {
    return this.#changes !== undefined && this.#changes === this.#column.changes
  }

  getProperties(): Readonly<Record<string, unknown>> {
    return this._properties
  }
}
