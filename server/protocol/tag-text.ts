import type { Tag } from './tags.ts'

/** A tag in the notation in which commands show it (https://minecraft.wiki/w/NBT_format#SNBT_format). */
export function tagText({ type, value }: Tag): string {
  switch (type) {
    case 'compound':
      return compoundText(value as Readonly<Record<string, Tag>>)
    case 'list': {
      const { type: itemType, value: items } = value as { type: string; value: readonly unknown[] }
      return `[${items.map((item) => tagText({ type: itemType, value: item })).join(', ')}]`
    }
    case 'string':
      return quoted(String(value))
    case 'float':
    case 'double':
      return `${decimal(Number(value))}${suffixes[type]}`
    case 'intArray':
      return `[I; ${(value as readonly number[]).join(', ')}]`
    default:
      return `${value}${suffixes[type] ?? ''}`
  }
}

const suffixes: Readonly<Record<string, string>> = { byte: 'b', short: 's', float: 'f', double: 'd' }

function compoundText(entries: Readonly<Record<string, Tag>>): string {
  const pairs = Object.entries(entries).map(([name, tag]) => `${keyText(name)}: ${tagText(tag)}`)
  return `{${pairs.join(', ')}}`
}

function keyText(name: string): string {
  return /^[\w.+-]+$/.test(name) ? name : quoted(name)
}

/** Words with double quotes in them stand in single ones. */
function quoted(words: string): string {
  const quote = words.includes('"') && !words.includes("'") ? "'" : '"'
  return `${quote}${words.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`
}

/** Whole numbers keep one digit behind the point. */
function decimal(value: number): string {
  return Number.isInteger(value) ? `${value}.0` : `${value}`
}
