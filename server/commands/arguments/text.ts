import type { Text } from '../../protocol/text.ts'
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
        return flatten(JSON.parse(line))
      } catch (error) {
        if (error instanceof CommandSyntaxError) throw error
        return reader.fail(`Invalid chat component: ${error instanceof Error ? error.message : error}`, start)
      }
    },
    suggest: () => [],
  }
}

function flatten(component: unknown): Text {
  if (Array.isArray(component)) return component.map(flatten).reduce(joined, { text: '' })
  if (typeof component !== 'object' || component === null) return { text: String(component) }
  const { text, translate, color, extra } = component as Record<string, unknown>
  const own: Text = { text: String(text ?? translate ?? ''), ...(typeof color === 'string' ? { color } : {}) }
  return Array.isArray(extra) ? extra.map(flatten).reduce(joined, own) : own
}

function joined(before: Text, after: Text): Text {
  const color = before.color ?? after.color
  return { text: before.text + after.text, ...(color === undefined ? {} : { color }) }
}
