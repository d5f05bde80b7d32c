/** A line of text for a player, with at most one colour. */
export interface Text {
  readonly text: string
  readonly color?: string
}

/** The text as a JSON chat component. */
export function textAsJson(text: Text): string {
  return JSON.stringify(text)
}

/** The text as a chat component in binary tags, as the protocol wants it since 1.20.3. */
export function textAsTags(text: Text): unknown {
  const value: Record<string, unknown> = { text: { type: 'string', value: text.text } }
  if (text.color !== undefined) value.color = { type: 'string', value: text.color }
  return { type: 'compound', name: '', value }
}

/** Text components nest in one another this deep at most; what lies deeper is left out. */
const MOST_NESTED = 16

/** Reads a text component as plain values; of its parts only the words and the first colour are kept. */
export function readText(component: unknown, depth = 0): Text {
  if (depth > MOST_NESTED) return { text: '' }
  if (Array.isArray(component)) return joined(component, depth)
  if (typeof component !== 'object' || component === null) return { text: String(component) }
  const { text, translate, color, extra } = component as Record<string, unknown>
  const own: Text = { text: String(text ?? translate ?? ''), ...(typeof color === 'string' ? { color } : {}) }
  return Array.isArray(extra) ? joined([own, ...extra], depth) : own
}

function joined(components: readonly unknown[], depth: number): Text {
  const texts = components.map((component) => readText(component, depth + 1))
  const color = texts.find((one) => one.color !== undefined)?.color
  return { text: texts.map((one) => one.text).join(''), ...(color === undefined ? {} : { color }) }
}
