/** What a chat component says, with the translation keys that it is made of. */
export interface ChatText {
  readonly text: string
  readonly keys: readonly string[]
}

/**
 * Reads a chat component in any form in which servers send one: plain text, JSON text, JSON, or NBT.
 * Translations keep their key, since the words are in the game's language files.
 */
export function readChatText(component: unknown): ChatText {
  const keys: string[] = []
  const text = componentText(plainValue(parsed(component)), keys)
  return { text: text.replace(/§./g, '').trim(), keys }
}

function parsed(component: unknown): unknown {
  if (typeof component !== 'string' || !/^\s*[{["]/.test(component)) return component
  try {
    return JSON.parse(component)
  } catch {
    return component
  }
}

/** NBT nests every value in `{type, value}`, and lists once more. */
function plainValue(value: unknown): unknown {
  if (!isRecord(value)) return Array.isArray(value) ? value.map(plainValue) : value
  if (typeof value.type === 'string' && 'value' in value) {
    return value.type === 'list' ? listValue(value.value) : plainValue(value.value)
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plainValue(inner)]))
}

function listValue(value: unknown): unknown {
  return plainValue(isRecord(value) && 'value' in value ? value.value : value)
}

function componentText(component: unknown, keys: string[]): string {
  if (Array.isArray(component)) return component.map((part) => componentText(part, keys)).join('')
  if (!isRecord(component)) return component === undefined || component === null ? '' : String(component)
  const { text, translate, extra } = component
  const words = [componentText(text ?? component[''], keys), componentText(extra, keys)].join('')
  if (typeof translate !== 'string') return words
  keys.push(translate)
  const inserted = Array.isArray(component.with)
    ? component.with.map((part) => componentText(part, keys)).join(' ')
    : ''
  return [translate, inserted, words].filter((part) => part !== '').join(' ')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
