/** A line of text for a player, with at most one colour, or with all that a text component can say. */
export interface Text {
  /** The words, as replies and logs show them. */
  readonly text: string
  readonly color?: string
  /** The whole text component as plain values, where it says more than words and one colour. */
  readonly component?: unknown
}

/** The text as a JSON chat component. */
export function textAsJson({ component, ...plain }: Text): string {
  return JSON.stringify(component ?? plain)
}

/** The text as a chat component in binary tags, as the protocol wants it since 1.20.3. */
export function textAsTags({ component, ...plain }: Text): unknown {
  const { type, value } = tagOf(component ?? plain)
  return type === 'compound'
    ? { type, name: '', value }
    : { type: 'compound', name: '', value: { text: { type, value } } }
}

/** Text components nest in one another this deep at most; what lies deeper is left out. */
const MOST_NESTED = 16

/** Reads a text component as plain values: its words, its first colour, and the whole where that is more. */
export function readText(component: unknown): Text {
  const flat = flatten(component, 0)
  const isPlain = typeof component !== 'object' || component === null
  const keys = isPlain ? [] : Object.keys(component)
  return isPlain || keys.every((key) => key === 'text' || key === 'color')
    ? flat
    : { ...flat, component: wholeOf(component) }
}

/** A list stands for its first part with the others as extras. */
function wholeOf(component: unknown): unknown {
  return Array.isArray(component) ? { text: '', extra: component } : component
}

function flatten(component: unknown, depth: number): Text {
  if (depth > MOST_NESTED) return { text: '' }
  if (Array.isArray(component)) return joined(component, depth)
  if (typeof component !== 'object' || component === null) return { text: String(component) }
  const { text, translate, selector, color, extra } = component as Record<string, unknown>
  const own: Text = {
    text: String(text ?? translate ?? selector ?? ''),
    ...(typeof color === 'string' ? { color } : {}),
  }
  return Array.isArray(extra) ? joined([own, ...extra], depth) : own
}

function joined(components: readonly unknown[], depth: number): Text {
  const texts = components.map((component) => flatten(component, depth + 1))
  const color = texts.find((one) => one.color !== undefined)?.color
  return { text: texts.map((one) => one.text).join(''), ...(color === undefined ? {} : { color }) }
}

interface PlainTag {
  readonly type: string
  readonly value: unknown
}

/** Plain values as tags. Lists hold components, so words in them become components of their own. */
function tagOf(value: unknown, depth = 0): PlainTag {
  if (typeof value === 'boolean') return { type: 'byte', value: value ? 1 : 0 }
  if (typeof value === 'number') return { type: Number.isInteger(value) ? 'int' : 'double', value }
  if (typeof value !== 'object' || value === null || depth > MOST_NESTED * 2) {
    return { type: 'string', value: String(value ?? '') }
  }
  if (Array.isArray(value)) {
    const items = value.map((item) =>
      tagOf(typeof item === 'object' ? wholeOf(item) : { text: String(item) }, depth + 1),
    )
    return { type: 'list', value: { type: 'compound', value: items.map((item) => item.value) } }
  }
  const entries = Object.entries(value).map(([name, part]) => [name, tagOf(part, depth + 1)] as const)
  return { type: 'compound', value: Object.fromEntries(entries) }
}
