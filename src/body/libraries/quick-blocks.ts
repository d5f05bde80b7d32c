import { replaceExports } from './replace-exports.ts'

/** The members of a block that all blocks of its state and biome have in common, in the library's order. */
interface BlockMembers {
  readonly type: unknown
  readonly metadata: unknown
  readonly light: unknown
  readonly skyLight: unknown
  readonly biome: unknown
  readonly position: unknown
  readonly stateId: unknown
  readonly computedStates: object
  readonly name: unknown
  readonly hardness: unknown
  readonly displayName: unknown
  readonly shapes: unknown
  readonly boundingBox: unknown
  readonly transparent: unknown
  readonly diggable: unknown
  readonly material: unknown
  readonly harvestTools: unknown
  readonly drops: unknown
  readonly _properties: object
  readonly isWaterlogged: unknown
}

interface BlockClass {
  readonly prototype: object
  fromStateId(stateId: number, biomeId: number): object
}

type BlockLibrary = (registry: object | string) => BlockClass

/** Above every number of a state. */
const MOST_STATES = 2 ** 20

/**
 * Has the libraries make blocks by copying one of the same state and biome, where the original looks up and works out
 * every member for each of them, and share one class of blocks per registry.
 */
export function quickenBlocks(): void {
  replaceExports<BlockLibrary>('prismarine-block', (original) => {
    const known = new Map<object | string, BlockClass>()
    const quick: BlockLibrary = (registry) => {
      const existing = known.get(registry)
      if (existing !== undefined) return existing
      const Block = original(registry)
      Block.fromStateId = copiesByState(Block)
      known.set(registry, Block)
      return Block
    }
    return Object.assign(quick, original)
  })
}

function copiesByState(Block: BlockClass): BlockClass['fromStateId'] {
  const make = Block.fromStateId.bind(Block)
  const Copy = copyClass(Block.prototype)
  const members = Object.keys(new Copy(make(0, 0) as BlockMembers)).join()
  /** Null for blocks that have members of their own, as signs. */
  const templates = new Map<number, BlockMembers | null>()
  return (stateId, biomeId) => {
    const key = biomeId * MOST_STATES + stateId
    let template = templates.get(key)
    if (template === undefined) {
      const block = make(stateId, biomeId)
      const isPlain = Number.isSafeInteger(key) && Object.keys(block).join() === members
      template = isPlain ? (block as BlockMembers) : null
      if (Number.isSafeInteger(key)) templates.set(key, template)
    }
    return template === null ? make(stateId, biomeId) : new Copy(template)
  }
}

function copyClass(prototype: object): new (template: BlockMembers) => object {
  class BlockCopy implements BlockMembers {
    declare readonly type: unknown
    declare readonly metadata: unknown
    declare readonly light: unknown
    declare readonly skyLight: unknown
    declare readonly biome: unknown
    declare readonly position: unknown
    declare readonly stateId: unknown
    declare readonly computedStates: object
    declare readonly name: unknown
    declare readonly hardness: unknown
    declare readonly displayName: unknown
    declare readonly shapes: unknown
    declare readonly boundingBox: unknown
    declare readonly transparent: unknown
    declare readonly diggable: unknown
    declare readonly material: unknown
    declare readonly harvestTools: unknown
    declare readonly drops: unknown
    declare readonly _properties: object
    declare readonly isWaterlogged: unknown

    constructor(template: BlockMembers) {
      this.type = template.type
      this.metadata = template.metadata
      this.light = 0
      this.skyLight = 0
      this.biome = template.biome
      this.position = null
      this.stateId = template.stateId
      this.computedStates = {}
      this.name = template.name
      this.hardness = template.hardness
      this.displayName = template.displayName
      this.shapes = template.shapes
      this.boundingBox = template.boundingBox
      this.transparent = template.transparent
      this.diggable = template.diggable
      this.material = template.material
      this.harvestTools = template.harvestTools
      this.drops = template.drops
      this._properties = { ...template._properties }
      this.isWaterlogged = template.isWaterlogged
    }
  }
  // A block of the library's class in all but the way in which it is made.
  Reflect.deleteProperty(BlockCopy.prototype, 'constructor')
  Object.setPrototypeOf(BlockCopy.prototype, prototype)
  return BlockCopy
}
