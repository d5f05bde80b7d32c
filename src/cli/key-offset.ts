import { isMap } from 'yaml'
import type { KeyPath } from './document-issues.ts'

/**
 * Where in the text of a YAML document the path's last key stands; the nearest key above it where that one is missing,
 * null where not even the first is there.
 */
export function keyOffset(root: unknown, path: KeyPath): number | null {
  let node = root
  let offset: number | null = null
  for (const key of path) {
    const step = stepInto(node, key)
    if (step === null) return offset
    node = step.value
    offset = step.offset ?? offset
  }
  return offset
}

function stepInto(node: unknown, key: PropertyKey): { value: unknown; offset: number | null } | null {
  if (isMap(node)) {
    const pair = node.items.find((item) => nodeText(item.key) === String(key))
    return pair === undefined ? null : { value: pair.value, offset: nodeOffset(pair.key) }
  }
  const items = typeof node === 'object' && node !== null && 'items' in node ? node.items : null
  const item: unknown = Array.isArray(items) ? items[Number(key)] : undefined
  return item === undefined ? null : { value: item, offset: nodeOffset(item) }
}

function nodeText(node: unknown): string {
  return typeof node === 'object' && node !== null && 'value' in node ? String(node.value) : String(node)
}

function nodeOffset(node: unknown): number | null {
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : null
  const start: unknown = Array.isArray(range) ? range[0] : null
  return typeof start === 'number' ? start : null
}
