import { type Bot, blockClass } from '../mineflayer-library.ts'
import type { LoadedColumn } from '../sight/loaded-world.ts'
import { RecentColumn } from '../sight/recent-column.ts'
import { Box } from './box.ts'

/** Blocks that do more to a body than to stand in its way, trapdoors aside. */
const UNUSUAL = new Set(
  [
    ['water', 'flowing_water', 'bubble_column', 'seagrass', 'tall_seagrass', 'kelp', 'kelp_plant'],
    ['lava', 'flowing_lava', 'cobweb', 'web', 'soul_sand', 'honey_block', 'slime_block', 'slime'],
    ['ice', 'packed_ice', 'frosted_ice', 'blue_ice', 'ladder', 'vine', 'scaffolding'],
  ].flat(),
)
/** What a usual block reaches above the floor of its cell, at most: a fence. In blocks. */
const HIGHEST = 1.5
/** More are not looked at one by one: those around a body that falls for long, or is thrown far. */
const MOST_CELLS = 64
/** Areas that are kept: the pathfinder simulates much of the same way in each tick. A power of two. */
const KEPT_AREAS = 256

type Shape = readonly [number, number, number, number, number, number]

/** What the library knows of a block. */
interface BlockTraits {
  readonly name: string
  readonly shapes: readonly Shape[]
  readonly isWaterlogged: unknown
}

/** The boxes of the blocks around a bot. */
export class Surroundings {
  readonly #bot: Bot
  readonly #columns: RecentColumn
  /** By the state of a block, as they stand in the cell at 0, 0, 0; null for unusual blocks. */
  readonly #shapes = new Map<number, readonly Shape[] | null>()
  #kept: (KeptArea | undefined)[] = []

  constructor(bot: Bot) {
    this.#bot = bot
    this.#columns = new RecentColumn(bot)
    const forget = () => {
      this.#kept = []
    }
    bot.on('chunkColumnLoad', forget)
    bot.on('chunkColumnUnload', forget)
    bot.on('game', forget)
  }

  /**
   * The boxes of all blocks that a body within the area touches, and perhaps of some beside them.
   *
   * @returns null where a block does more to a body than to stand in its way, where nothing is loaded and in large areas
   */
  boxesIn(area: Box): readonly Box[] | null {
    const cells = cellsOf(area)
    const slot = slotOf(cells)
    const kept = this.#kept[slot]
    if (kept?.isOf(cells) && kept.isUnchanged()) return kept.boxes
    // What is not a number is not less than one, either.
    if (!(cellCount(cells) <= MOST_CELLS)) return null
    const found = new KeptArea(cells, this.#columnsOf(cells), this.#find(cells))
    this.#kept[slot] = found
    return found.boxes
  }

  #columnsOf({ minX, minZ, maxX, maxZ }: Box): (LoadedColumn | null)[] {
    const columns = []
    for (let x = minX >> 4; x <= maxX >> 4; x++) {
      for (let z = minZ >> 4; z <= maxZ >> 4; z++) columns.push(this.#columns.at(x, z))
    }
    return columns
  }

  #find({ minX, minY, minZ, maxX, maxY, maxZ }: Box): readonly Box[] | null {
    const boxes: Box[] = []
    for (let x = minX; x <= maxX; x++) {
      for (let z = minZ; z <= maxZ; z++) {
        const column = this.#columns.at(x >> 4, z >> 4)
        if (column === null) return null
        for (let y = minY; y <= maxY; y++) {
          const shapes = this.#shapesOf(column.getBlockStateId({ x: x & 15, y, z: z & 15 }))
          if (shapes === null) return null
          for (const shape of shapes) boxes.push(placed(shape, x, y, z))
        }
      }
    }
    return boxes
  }

  #shapesOf(state: number): readonly Shape[] | null {
    const known = this.#shapes.get(state)
    if (known !== undefined) return known
    const traits = blockClass(this.#bot).fromStateId(state, 0) as unknown as BlockTraits
    const shapes = isUsual(traits) ? traits.shapes : null
    this.#shapes.set(state, shapes)
    return shapes
  }
}

/** What stands in an area, for as long as its columns stay as they are. */
class KeptArea {
  readonly boxes: readonly Box[] | null
  readonly #cells: Box
  readonly #columns: readonly (LoadedColumn | null)[]
  readonly #changes: readonly (number | undefined)[]

  constructor(cells: Box, columns: readonly (LoadedColumn | null)[], boxes: readonly Box[] | null) {
    this.boxes = boxes
    this.#cells = cells
    this.#columns = columns
    this.#changes = columns.map((column) => column?.changes)
  }

  isOf(cells: Box): boolean {
    const own = this.#cells
    return (
      own.minX === cells.minX &&
      own.minY === cells.minY &&
      own.minZ === cells.minZ &&
      own.maxX === cells.maxX &&
      own.maxY === cells.maxY &&
      own.maxZ === cells.maxZ
    )
  }

  isUnchanged(): boolean {
    for (let index = 0; index < this.#columns.length; index++) {
      const changes = this.#columns[index]?.changes
      if (changes === undefined || changes !== this.#changes[index]) return false
    }
    return true
  }
}

/** The cells that the area touches, from the first to the last, and those below: fences reach up from there. */
function cellsOf(area: Box): Box {
  return new Box(
    { x: Math.floor(area.minX), y: Math.floor(area.minY) - 1, z: Math.floor(area.minZ) },
    { x: Math.floor(area.maxX), y: Math.floor(area.maxY), z: Math.floor(area.maxZ) },
  )
}

function cellCount({ minX, minY, minZ, maxX, maxY, maxZ }: Box): number {
  return (maxX - minX + 1) * (maxY - minY + 1) * (maxZ - minZ + 1)
}

function slotOf({ minX, minY, minZ, maxX, maxY, maxZ }: Box): number {
  return (31 * minX + 17 * minZ + 7 * maxX + 5 * maxZ + 3 * minY + maxY) & (KEPT_AREAS - 1)
}

function isUsual({ name, shapes, isWaterlogged }: BlockTraits): boolean {
  if (UNUSUAL.has(name) || name.endsWith('trapdoor') || isWaterlogged) return false
  return shapes.every(
    ([minX, minY, minZ, maxX, maxY, maxZ]) =>
      Math.min(minX, minY, minZ) >= 0 && Math.max(maxX, maxZ) <= 1 && maxY <= HIGHEST,
  )
}

function placed([minX, minY, minZ, maxX, maxY, maxZ]: Shape, x: number, y: number, z: number): Box {
  return new Box({ x: minX + x, y: minY + y, z: minZ + z }, { x: maxX + x, y: maxY + y, z: maxZ + z })
}
