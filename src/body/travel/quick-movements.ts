import { type Bot, Movements, Vec3 } from '../mineflayer-library.ts'
import { type LoadedWorld, loadedWorld } from '../sight/loaded-world.ts'
import { placeIndex, Sections } from './sections.ts'

type PathBlock = ReturnType<Movements['getBlock']>
type PathPlace = Parameters<Movements['getBlock']>[0]

/** What all blocks of a state share, and how far they reach above their floor, in blocks. */
interface StateTemplate {
  readonly block: PathBlock
  readonly top: number
}

/** A block that the present search has looked at. Searches change its height and must find the true one again. */
interface KnownBlock {
  readonly block: PathBlock
  readonly height: number
}

/**
 * Mineflayer's movements, many times faster: the blocks, bodies and costs of digging that a search has looked at are looked
 * up, where the original makes a new block with biome and block entity at each look, and weighs all tools against each
 * other for each of them. What is known is forgotten when a search begins. The sets of blocks must not change after the
 * first search.
 */
export class QuickMovements extends Movements {
  readonly #world: LoadedWorld
  readonly #templates = new Map<number, StateTemplate>()
  readonly #known = new Sections<KnownBlock>()
  /** What digging a block of the state costs, entities and areas aside. */
  readonly #labor = new Map<number, number>()
  /** Where there are bodies at any height. */
  readonly #bodyColumns = new Set<number>()

  constructor(bot: Bot) {
    super(bot)
    this.#world = loadedWorld(bot)
  }

  override getBlock(place: PathPlace, dx: number, dy: number, dz: number): PathBlock {
    if (!place) return super.getBlock(place, dx, dy, dz)
    const x = Math.floor(place.x + dx)
    const y = Math.floor(place.y + dy)
    const z = Math.floor(place.z + dz)
    const section = this.#known.section(x, y, z)
    const index = placeIndex(x, y, z)
    const known = section[index]
    if (known !== undefined) {
      known.block.height = known.height
      return known.block
    }
    const block = this.#look(x, y, z)
    if (block === null) return super.getBlock(place, dx, dy, dz)
    section[index] = { block, height: block.height }
    return block
  }

  override getNumEntitiesAt(place: PathPlace, dx: number, dy: number, dz: number): number {
    if (!place || !this.#bodyColumns.has(columnNumber(place.x + dx, place.z + dz))) return 0
    return super.getNumEntitiesAt(place, dx, dy, dz)
  }

  override safeOrBreak(block: PathBlock, toBreak: PathPlace[] = []): number {
    const state = block.stateId
    const labor = state === undefined || block.safe ? undefined : this.#labor.get(state)
    if (labor === undefined) return this.#weigh(block, toBreak)
    if (!this.safeToBreak(block)) return this.#originalCost(block, toBreak)
    toBreak.push(block.position)
    return this.#hindrance(block) + labor
  }

  /** The pathfinder calls it when a search begins. */
  override clearCollisionIndex(): void {
    super.clearCollisionIndex()
    this.#known.clear()
    this.#labor.clear()
    this.#bodyColumns.clear()
  }

  override updateCollisionIndex(): void {
    super.updateCollisionIndex()
    for (const place of Object.keys(this.entityIntersections)) {
      const [x = 0, , z = 0] = place.split(',').map(Number)
      this.#bodyColumns.add(columnNumber(x, z))
    }
  }

  /** The original's cost, from which the cost of digging is learned. */
  #weigh(block: PathBlock, toBreak: PathPlace[]): number {
    const before = toBreak.length
    const cost = this.#originalCost(block, toBreak)
    const isDug = toBreak.length > before
    if (isDug && block.stateId !== undefined) this.#labor.set(block.stateId, cost - this.#hindrance(block))
    return cost
  }

  #originalCost(block: PathBlock, toBreak: PathPlace[]): number {
    // The published types leave out the second parameter.
    const original = super.safeOrBreak as (block: PathBlock, toBreak: PathPlace[]) => number
    return original.call(this, block, toBreak)
  }

  /** What areas and bodies add to the cost of digging the block. */
  #hindrance(block: PathBlock): number {
    const { position } = block
    const inside = this.getNumEntitiesAt(position, 0, 0, 0)
    const above = block.physical ? this.getNumEntitiesAt(position, 0, 1, 0) : 0
    return this.exclusionStep(block) + (inside + above) * this.entityCost
  }

  #look(x: number, y: number, z: number): PathBlock | null {
    const column = this.#world.column(x >> 4, z >> 4)
    const { minY, height } = this.#world
    if (column === null || y < minY || y >= minY + height) return null
    const stateId = column.getBlockStateId({ x: x & 15, y, z: z & 15 })
    const template = this.#templates.get(stateId) ?? this.#learn(stateId, x, y, z)
    const block = Object.create(template.block) as PathBlock
    block.position = new Vec3(x, y, z)
    block.height = y + template.top
    return block
  }

  #learn(stateId: number, x: number, y: number, z: number): StateTemplate {
    const block = super.getBlock(new Vec3(x, y, z), 0, 0, 0)
    const template = { block, top: block.height - y }
    this.#templates.set(stateId, template)
    return template
  }
}

/** One small number for a column of blocks. Columns that are 65,536 blocks apart share one: no search reaches so far. */
function columnNumber(x: number, z: number): number {
  return ((x & 0xffff) << 16) | (z & 0xffff)
}
