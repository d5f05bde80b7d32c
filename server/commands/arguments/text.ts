import { readText, type Text } from '../../protocol/text.ts'
import type { Argument } from '../framework/argument.ts'
import { CommandSyntaxError } from '../framework/command-reader.ts'

/** A JSON text component; of its parts only the texts and the first colour are kept. Takes the rest of the line. */
export function textComponent(name: string): Argument<Text> {
  return {
    name,
    parser: { name: 'minecraft:component' },
    read: (reader) => {
      const start = reader.cursor
      const line = reader.read(/.*/)
      try {
        return readText(JSON.parse(line))
      } catch (error) {
        if (error instanceof CommandSyntaxError) throw error
        return reader.fail(`Invalid chat component: ${error instanceof Error ? error.message : error}`, start)
      }
    },
    suggest: () => [],
  }
}
