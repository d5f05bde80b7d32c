import type { ItemKind } from '../../data/item-kind.ts'
import type { Argument, CommandCall } from '../framework/argument.ts'
import type { CommandReader } from '../framework/command-reader.ts'

/** Reads a resource location and gives it without its `minecraft:`. */
export function readName(reader: CommandReader): string {
  const start = reader.cursor
  const name = reader.read(/[\w.:/-]*/)
  if (name === '' || !/^([a-z0-9_.-]+:)?[a-z0-9_./-]+$/.test(name)) reader.fail('Invalid ID', start)
  return name.replace(/^minecraft:/, '')
}

/** Any resource location, such as the name of a boss bar. */
export function resourceName(
  name: string,
  suggest: Argument<string>['suggest'] = () => [],
): Argument<string> {
  return {
    name,
    parser: { name: 'minecraft:resource_location' },
    read: (reader) => readName(reader),
    suggest,
  }
}

/**
 * A resource location that one of the game's registries must hold.
 *
 * @param registry its name in messages, such as `mob_effect`
 * @param names all that it holds, without namespace
 */
export function registered(
  name: string,
  registry: string,
  names: (call: CommandCall) => readonly string[],
): Argument<string> {
  return {
    name,
    parser: { name: 'minecraft:resource_location' },
    read: (reader, call) => {
      const start = reader.cursor
      const found = readName(reader)
      if (names(call).includes(found)) return found
      return reader.fail(`Can't find element 'minecraft:${found}' of type 'minecraft:${registry}'`, start)
    },
    suggest: (call) => names(call).map((one) => `minecraft:${one}`),
  }
}

export function item(name: string): Argument<ItemKind> {
  return {
    name,
    parser: { name: 'minecraft:resource_location' },
    read: (reader, { game }) => {
      const start = reader.cursor
      const found = readName(reader)
      return game.registry.findItem(found) ?? reader.fail(`Unknown item 'minecraft:${found}'`, start)
    },
    suggest: ({ game }) => game.registry.items.map((kind) => `minecraft:${kind.name}`),
  }
}
