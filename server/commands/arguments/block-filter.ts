import type { BlockKind } from '../../data/block-kind.ts'
import { blockTags } from '../../data/block-tags.ts'
import type { Argument } from '../framework/argument.ts'
import { block, matchesBlock } from './block.ts'
import { readName } from './names.ts'

/** Says whether a block of the world is meant. */
export type BlockFilter = (found: {
  readonly kind: BlockKind
  readonly properties: Readonly<Record<string, string>>
}) => boolean

/** A block with properties, or a tag such as `#minecraft:logs`. */
export function blockFilter(name: string): Argument<BlockFilter> {
  const one = block(name)
  return {
    name,
    parser: { name: 'minecraft:block_predicate' },
    read: (reader, call) => {
      const start = reader.cursor
      if (!reader.skip('#')) {
        const wanted = one.read(reader, call)
        return (found) => matchesBlock(wanted, found)
      }
      const tag = readName(reader)
      const members = Object.hasOwn(blockTags, tag) ? blockTags[tag] : undefined
      if (members === undefined) return reader.fail(`Unknown block tag 'minecraft:${tag}'`, start)
      return ({ kind }) => members.test(kind.name)
    },
    suggest: (call) => [...one.suggest(call), ...Object.keys(blockTags).map((tag) => `#minecraft:${tag}`)],
  }
}
