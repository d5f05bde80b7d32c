import type { BlockKind } from '../../data/block-kind.ts'
import { stateOf } from '../../data/block-kind.ts'
import type { Argument } from '../framework/argument.ts'
import type { CommandReader } from '../framework/command-reader.ts'
import { readName } from './names.ts'

/** A block that a command names. */
export interface NamedBlock {
  readonly kind: BlockKind
  readonly state: number
  /** Properties that were written out; the others have their default value. */
  readonly properties: Readonly<Record<string, string>>
}

/** A block with properties, such as `oak_log[axis=x]`. */
export function block(name: string): Argument<NamedBlock> {
  return {
    name,
    parser: { name: 'minecraft:block_state' },
    read: (reader, { game }) => {
      const start = reader.cursor
      const found = readName(reader)
      const kind = game.registry.findBlock(found)
      if (kind === null) return reader.fail(`Unknown block type 'minecraft:${found}'`, start)
      const properties = readProperties(reader, kind)
      return { kind, properties, state: stateOf(kind, properties) }
    },
    suggest: ({ game }) => game.registry.blocks.map((kind) => `minecraft:${kind.name}`),
  }
}

/** Whether a block of the world is what the command names: the kind, and the properties that it lists. */
export function matchesBlock(
  wanted: NamedBlock,
  found: { readonly kind: BlockKind; readonly properties: Readonly<Record<string, string>> },
): boolean {
  if (found.kind.name !== wanted.kind.name) return false
  return Object.entries(wanted.properties).every(([name, value]) => found.properties[name] === value)
}

function readProperties(reader: CommandReader, kind: BlockKind): Record<string, string> {
  const properties: Record<string, string> = {}
  if (!reader.skip('[')) return properties
  reader.skipSpaces()
  while (!reader.skip(']')) {
    const [name, value] = readProperty(reader, kind)
    properties[name] = value
    reader.skipSpaces()
    if (reader.next !== ']' && !reader.skip(',')) {
      reader.fail('Expected closing ] for block state properties')
    }
    reader.skipSpaces()
  }
  return properties
}

function readProperty(reader: CommandReader, kind: BlockKind): readonly [string, string] {
  const start = reader.cursor
  const name = reader.read(/\w*/)
  const property = kind.properties.find((known) => known.name === name)
  if (property === undefined) {
    return reader.fail(`Block minecraft:${kind.name} does not have property '${name}'`, start)
  }
  reader.skipSpaces()
  if (!reader.skip('=')) {
    reader.fail(`Expected value for property '${name}' on block minecraft:${kind.name}`)
  }
  reader.skipSpaces()
  const valueStart = reader.cursor
  const value = reader.read(/\w*/)
  if (property.values.includes(value)) return [name, value]
  return reader.fail(
    `Block minecraft:${kind.name} does not accept '${value}' for ${name} property`,
    valueStart,
  )
}
