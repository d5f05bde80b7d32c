/** One kind of block, such as `oak_log`, with the facts that hold for all its states. */
export interface BlockKind {
  readonly id: number
  readonly name: string
  readonly displayName: string
  /** Dig resistance; null where the block cannot be broken (bedrock). */
  readonly hardness: number | null
  /** How well it withstands explosions. */
  readonly blastResistance: number
  readonly diggable: boolean
  /** minecraft-data's name of the tool class, for example `mineable/pickaxe`. */
  readonly material: string
  readonly transparent: boolean
  /** Light that the default state gives, 0 to 15. */
  readonly emitLight: number
  /** Light that is lost in it: 15 for opaque blocks, 1 for water and leaves, 0 for air. */
  readonly filterLight: number
  /** `empty` for blocks that one walks through, such as air, water and flowers. */
  readonly boundingBox: 'block' | 'empty'
  readonly defaultState: number
  readonly minState: number
  readonly maxState: number
  /** In the order in which states are numbered: the last property changes fastest. */
  readonly properties: readonly BlockProperty[]
  /** Names of the items that make it drop something; null where any hand will do. */
  readonly harvestTools: readonly string[] | null
  /** Names of the items in minecraft-data's plain drop list. Prefer `dropsOf()`. */
  readonly drops: readonly string[]
}

/** A property that tells a block's states apart, such as `facing` with `north`, `south`, `west`, `east`. */
export interface BlockProperty {
  readonly name: string
  readonly values: readonly string[]
}

/** Values of all properties of one block state. */
export type BlockProperties = Readonly<Record<string, string>>

/** The state of the block with these properties; properties that are not given keep the default state's value. */
export function stateOf(kind: BlockKind, properties: BlockProperties): number {
  const values = { ...propertiesOf(kind, kind.defaultState), ...properties }
  let offset = 0
  for (const property of kind.properties) {
    const index = property.values.indexOf(values[property.name] ?? '')
    if (index < 0) throw new Error(unknownValue(kind, property, values[property.name]))
    offset = offset * property.values.length + index
  }
  const unknown = Object.keys(properties).find(
    (name) => !kind.properties.some((known) => known.name === name),
  )
  if (unknown !== undefined) throw new Error(unknownProperty(kind, unknown))
  return kind.minState + offset
}

/** The properties of one of the block's states. */
export function propertiesOf(kind: BlockKind, state: number): BlockProperties {
  const properties: Record<string, string> = {}
  let rest = state - kind.minState
  for (const property of kind.properties.toReversed()) {
    properties[property.name] = property.values[rest % property.values.length] ?? ''
    rest = Math.floor(rest / property.values.length)
  }
  return properties
}

function unknownValue(kind: BlockKind, property: BlockProperty, value: string | undefined): string {
  return `Block "${kind.name}" has no "${property.name}" of "${value}": use one of ${property.values.join(', ')}.`
}

function unknownProperty(kind: BlockKind, name: string): string {
  const known = kind.properties.map((property) => property.name).join(', ')
  return `Block "${kind.name}" has no property "${name}": ${known === '' ? 'it has none' : `use one of ${known}`}.`
}
