import type { ItemKind } from '../../data/item-kind.ts'
import { type ItemStack, itemStack } from '../../inventory/item-stack.ts'
import type { Argument } from '../framework/argument.ts'
import type { CommandReader } from '../framework/command-reader.ts'
import { item, readName } from './names.ts'
import { readCompound, readParts, readTag } from './tag.ts'

/** An item that a command describes: its kind, and one of it with its data. */
export interface DescribedItem {
  readonly kind: ItemKind
  readonly stack: ItemStack
}

/**
 * An item with its data, in the notation of the version: `iron_sword{Damage:3}` before 1.20.5, `iron_sword[damage=3]`
 * since. Data that the server knows nothing of is read and left out.
 */
export function describedItem(name: string): Argument<DescribedItem> {
  const kinds = item(name)
  return {
    name,
    parser: { name: 'minecraft:item_stack' },
    read: (reader, call) => {
      const kind = kinds.read(reader, call)
      const { protocol } = call.game
      const description = protocol.itemSyntax === 'tags' ? readTags(reader) : readComponents(reader)
      const stack = description === null ? itemStack(kind.name) : protocol.describedItem(kind, 1, description)
      return { kind, stack }
    },
    suggest: kinds.suggest,
  }
}

function readTags(reader: CommandReader): Readonly<Record<string, unknown>> | null {
  return reader.next === '{' ? readCompound(reader) : null
}

function readComponents(reader: CommandReader): Readonly<Record<string, unknown>> | null {
  if (reader.next !== '[') return null
  const entries: [string, unknown][] = []
  readParts(reader, { open: '[', close: ']' }, () => {
    const isTakenAway = reader.skip('!')
    const name = readName(reader)
    if (isTakenAway) return
    reader.skipSpaces()
    if (!reader.skip('=')) reader.fail("Expected '='")
    entries.push([name, readTag(reader)])
  })
  return Object.fromEntries(entries)
}
