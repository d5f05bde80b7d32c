import { InputError } from './errors.ts'
import type { Goal } from './goal.ts'
import { suggestion } from './nearest-name.ts'

type Words = readonly string[]

/** Ends the goal of putting something into a chest for somebody. */
export const BY_CHEST = 'by chest'

/** One line per form, for help texts and error messages. */
export const GOAL_FORMS: Readonly<Record<string, string>> = {
  have: 'have 1 stone_pickaxe',
  killed: 'killed 2 zombie',
  consumed: 'consumed 1 bread',
  given: 'given 3 oak_log to Ada',
  equipped: 'equipped iron_helmet',
  at: 'at 10 64 -3 within 2',
  'block-at': 'block-at 10 64 -3 crafting_table',
}

/**
 * Reads a goal such as `have 1 stone_pickaxe`. Several goals joined by `and` must all hold, joined by `or` one of them;
 * `and` binds closer.
 *
 * Throws an InputError that quotes the part that could not be read and shows the form that was meant.
 */
export function parseGoalText(text: string): Goal {
  const words = text.trim().split(/\s+/).filter(Boolean)
  if (words.length === 0)
    throw new InputError(`The goal "${text}" is empty. Write, for example, "have 1 stick".`)
  return combined('any-of', splitAt(words, 'or'), (part) =>
    combined('all-of', splitAt(part, 'and'), parseSingleGoal),
  )
}

function combined(type: 'all-of' | 'any-of', parts: readonly Words[], parse: (words: Words) => Goal): Goal {
  const goals = parts.map(parse)
  const [only] = goals
  return goals.length === 1 && only !== undefined ? only : { type, goals }
}

function splitAt(words: Words, separator: string): readonly Words[] {
  const parts: string[][] = [[]]
  for (const word of words) {
    if (word === separator) parts.push([])
    else parts.at(-1)?.push(word)
  }
  return parts
}

function parseSingleGoal(words: Words): Goal {
  const [kind = '', ...rest] = words
  switch (kind) {
    case 'have':
    case 'consumed':
      return { type: kind, ...countedItem(words, rest) }
    case 'killed': {
      const { item, count } = countedItem(words, rest)
      return { type: 'killed', mob: item, count }
    }
    case 'given':
      return parseGiven(words, rest)
    case 'equipped':
      return { type: 'equipped', item: onlyName(words, rest) }
    case 'at':
      return parseAt(words, rest)
    case 'block-at':
      return { type: 'block-at', position: position(words, rest), block: onlyName(words, rest.slice(3)) }
    default:
      throw unreadable(words, suggestion(kind, Object.keys(GOAL_FORMS), 'goals'))
  }
}

/** `1 stick`, or `stick` for one. */
function countedItem(words: Words, rest: Words): { item: string; count: number } {
  const [first = ''] = rest
  const counted = /^[\d.+-]/.test(first)
  const count = counted ? Number(first) : 1
  if (!Number.isSafeInteger(count) || count < 1) {
    throw unreadable(words, `"${first}" is not a whole number above 0.`)
  }
  return { item: onlyName(words, counted ? rest.slice(1) : rest), count }
}

function parseGiven(words: Words, rest: Words): Goal {
  const isByChest = rest.slice(-2).join(' ') === BY_CHEST
  const handed = isByChest ? rest.slice(0, -2) : rest
  const [to = '', word] = handed.toReversed()
  if (word !== 'to')
    throw unreadable(
      words,
      `It ends with "to" and the name of who gets the items, or "${BY_CHEST}" after that.`,
    )
  const given = { type: 'given', to, ...countedItem(words, handed.slice(0, -2)) } as const
  return isByChest ? { ...given, by: 'chest' } : given
}

function parseAt(words: Words, rest: Words): Goal {
  const [word, radiusText, ...more] = rest.slice(3)
  const radius = word === undefined ? 1 : Number(radiusText)
  const understood =
    word === undefined || (word === 'within' && radiusText !== undefined && more.length === 0)
  if (!understood || !Number.isFinite(radius) || radius < 0) {
    throw unreadable(words, 'After the three coordinates only "within" and a number of blocks may follow.')
  }
  return { type: 'at', position: position(words, rest), radius }
}

function position(words: Words, rest: Words): { x: number; y: number; z: number } {
  const [x, y, z] = rest.slice(0, 3).map(Number)
  if (x === undefined || y === undefined || z === undefined || ![x, y, z].every(Number.isFinite)) {
    throw unreadable(words, 'Three coordinates are needed: x, y and z.')
  }
  return { x, y, z }
}

function onlyName(words: Words, rest: Words): string {
  const [name, ...more] = rest
  if (name === undefined) throw unreadable(words, 'A Minecraft name is missing.')
  const bare = name.replace(/^minecraft:/, '')
  if (!/^[a-z][a-z0-9_]*$/.test(bare)) {
    throw unreadable(words, `"${name}" is no Minecraft name: those look like oak_log.`)
  }
  if (more.length > 0) {
    throw unreadable(words, `"${more.join(' ')}" is too much. Join several goals with "and" or "or".`)
  }
  return bare
}

function unreadable(words: Words, reason: string): InputError {
  const example = GOAL_FORMS[words[0] ?? ''] ?? Object.values(GOAL_FORMS).join('", "')
  return new InputError(`Cannot read the goal "${words.join(' ')}": ${reason} Write it like "${example}".`)
}
