import { type Block, type Bot, untyped, Vec3 } from '../mineflayer-library.ts'
import { RecentColumn } from './recent-column.ts'

interface Place {
  readonly x: number
  readonly y: number
  readonly z: number
}

/** A column as the library's world looks at it. */
interface BlockColumn {
  readonly changes?: number
  getBlock(place: Place): Block
  getBlockStateId(place: Place): number
  getBlockLight(place: Place): number
  getSkyLight(place: Place): number
}

/**
 * Has `bot.blockAt` find the column of the last look again, look for paintings where there are some, and make no new block
 * for the bot's own place while all there is as it was: Mineflayer looks there in each tick, and makes texts of places to
 * do so.
 */
export function quickenLooks(bot: Bot): void {
  const original = bot.blockAt
  const columns = new RecentColumn(bot)
  let own: OwnBlock | null = null
  bot.blockAt = (point, extraInfos = true) => {
    const [x, y, z] = [Math.floor(point.x), Math.floor(point.y), Math.floor(point.z)]
    if (!Number.isFinite(x + y + z)) return original(point, extraInfos)
    const column = columns.at(x >> 4, z >> 4) as unknown as BlockColumn | null
    if (column === null) return null
    const isOwn = extraInfos && point === bot.entity?.position
    if (isOwn && own?.isAt(x, y, z) && own.isSame(column)) return own.block
    const place = { x: x & 15, y, z: z & 15 }
    const block = column.getBlock(place)
    block.position = new Vec3(x, y, z)
    if (extraInfos) block.painting = undefined as never
    if (isOwn) own = new OwnBlock(block, place, column)
    return block
  }
  // Paintings are hung up in old versions alone, and are known to the original.
  untyped(bot)._client.on('spawn_entity_painting', () => {
    bot.blockAt = original
  })
}

/** The block in which the bot's feet are. */
class OwnBlock {
  readonly block: Block
  readonly #place: Place
  readonly #position: Vec3
  readonly #state: number
  readonly #light: number
  readonly #skyLight: number
  #column: BlockColumn
  /** Of the column, when the block was the same last. */
  #changes: number | undefined

  constructor(block: Block, place: Place, column: BlockColumn) {
    this.block = block
    this.#column = column
    this.#changes = column.changes
    this.#place = place
    this.#position = block.position
    this.#state = block.stateId
    this.#light = block.light
    this.#skyLight = block.skyLight
  }

  isAt(x: number, y: number, z: number): boolean {
    const position = this.#position
    return position.x === x && position.y === y && position.z === z
  }

  isSame(column: BlockColumn): boolean {
    const { changes } = column
    if (changes !== undefined && changes === this.#changes && column === this.#column) return true
    const place = this.#place
    const isSame =
      column.getBlockStateId(place) === this.#state &&
      column.getSkyLight(place) === this.#skyLight &&
      column.getBlockLight(place) === this.#light
    this.#column = column
    this.#changes = isSame ? changes : undefined
    return isSame
  }
}
