import { type Bot, Movements, Vec3 } from '../mineflayer-library.ts'
import { type LoadedWorld, loadedWorld } from '../sight/loaded-world.ts'

type PathBlock = ReturnType<Movements['getBlock']>
type PathPlace = Parameters<Movements['getBlock']>[0]

/** What all blocks of a state share, and how far they reach above their floor, in blocks. */
interface StateTemplate {
  readonly block: PathBlock
  readonly top: number
}

/**
 * Mineflayer's movements, several times faster: blocks of one state share what their state says, where the original
 * makes a new block with biome and block entity at each look. Its sets of blocks must not change after the first search.
 */
export class QuickMovements extends Movements {
  readonly #world: LoadedWorld
  readonly #templates = new Map<number, StateTemplate>()

  constructor(bot: Bot) {
    super(bot)
    this.#world = loadedWorld(bot)
  }

  override getBlock(place: PathPlace, dx: number, dy: number, dz: number): PathBlock {
    if (!place) return super.getBlock(place, dx, dy, dz)
    const x = Math.floor(place.x + dx)
    const y = Math.floor(place.y + dy)
    const z = Math.floor(place.z + dz)
    const column = this.#world.column(x >> 4, z >> 4)
    const { minY, height } = this.#world
    if (column === null || y < minY || y >= minY + height) return super.getBlock(place, dx, dy, dz)
    const stateId = column.getBlockStateId({ x: x & 15, y, z: z & 15 })
    const template = this.#templates.get(stateId) ?? this.#learn(stateId, x, y, z)
    const block = Object.create(template.block) as PathBlock
    block.position = new Vec3(x, y, z)
    block.height = place.y + dy + template.top
    return block
  }

  override getNumEntitiesAt(place: PathPlace, dx: number, dy: number, dz: number): number {
    if (!place || this.allowEntityDetection === false) return 0
    const intersections = this.entityIntersections as unknown as Record<string, number>
    return intersections[`${place.x + dx},${place.y + dy},${place.z + dz}`] ?? 0
  }

  #learn(stateId: number, x: number, y: number, z: number): StateTemplate {
    const block = super.getBlock(new Vec3(x, y, z), 0, 0, 0)
    const template = { block, top: block.height - y }
    this.#templates.set(stateId, template)
    return template
  }
}
