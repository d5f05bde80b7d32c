import type { Goal } from '../../core/goal.ts'
import { type GameData, gameData } from '../../mind/game-data.ts'
import type { GuessGoal } from './read-voyager-library.ts'

/**
 * Reads what a skill promises out of a name such as `mineThreeIronOres` or `craftWoodenPickaxe`: a verb, maybe a number,
 * and something that the game knows. What is mined counts as what it drops. Null where the name says anything else.
 */
export function goalGuesser(version: string): GuessGoal {
  const data = gameData(version)
  const names = {
    items: new Set(Object.values(data.items).map(({ name }) => name)),
    mobs: new Set(Object.values(data.entityLoot).map(({ entity }) => entity)),
    drops: dropsByBlock(data),
  }
  return (name) => {
    const [verb = '', ...rest] = wordsOf(name)
    const { count, words } = takeNumber(rest)
    return goalFor(verb, count, words, names)
  }
}

interface GameNames {
  readonly items: ReadonlySet<string>
  readonly mobs: ReadonlySet<string>
  readonly drops: ReadonlyMap<string, string>
}

function goalFor(verb: string, count: number, words: readonly string[], names: GameNames): Goal | null {
  if (MINING.has(verb)) {
    const block = findName(words, (name) => names.drops.has(name))
    const item = block === null ? null : (names.drops.get(block) ?? null)
    return item === null ? have(words, count, names) : { type: 'have', item, count }
  }
  if (GETTING.has(verb)) return have(words, count, names)
  if (verb === 'smelt' || verb === 'cook') return have(smelted(words, verb, names), count, names)
  if (verb === 'kill' || verb === 'hunt') {
    const mob = findName(words, (name) => names.mobs.has(name))
    return mob === null ? null : { type: 'killed', mob, count }
  }
  const item = findName(words, (name) => names.items.has(name))
  if (item === null) return null
  if (verb === 'eat' || verb === 'drink' || verb === 'consume') return { type: 'consumed', item, count }
  return verb === 'equip' || verb === 'wear' ? { type: 'equipped', item } : null
}

const MINING: ReadonlySet<string> = new Set(['mine', 'dig', 'chop'])
const GETTING: ReadonlySet<string> = new Set(['craft', 'make', 'collect', 'gather', 'obtain', 'get', 'catch'])

function have(words: readonly string[], count: number, { items }: GameNames): Goal | null {
  const item = findName(words, (name) => items.has(name))
  return item === null ? null : { type: 'have', item, count }
}

/** `smeltRawIron` gives ingots, `cookBeef` gives cooked beef. */
function smelted(words: readonly string[], verb: string, { items }: GameNames): readonly string[] {
  const [first, ...rest] = words
  const raw = first === 'raw' ? rest : words
  const results =
    verb === 'cook'
      ? [['cooked', ...raw]]
      : [
          [...raw, 'ingot'],
          ['cooked', ...raw],
        ]
  return results.find((result) => findName(result, (name) => items.has(name)) !== null) ?? words
}

/** The longest beginning of the words that is a name of the game, in the singular where it must be. */
function findName(words: readonly string[], isName: (name: string) => boolean): string | null {
  for (let length = words.length; length > 0; length--) {
    const name = words.slice(0, length).join('_')
    const match = [name, ...singulars(name)].find(isName)
    if (match !== undefined) return isWhole(words.slice(length)) ? match : null
  }
  return null
}

/** Nothing follows the thing, or only how it is done: `craftChestWithPlanks`. */
function isWhole(rest: readonly string[]): boolean {
  return rest.length === 0 || ['with', 'using', 'from', 'in', 'at', 'by', 'near'].includes(rest[0] ?? '')
}

function singulars(name: string): readonly string[] {
  return [
    name.replace(/s$/, ''),
    name.replace(/es$/, ''),
    name.replace(/ves$/, 'f'),
    name.replace(/ies$/, 'y'),
  ]
}

const NUMBERS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
]

function takeNumber(words: readonly string[]): { count: number; words: readonly string[] } {
  const [first = '', ...rest] = words
  const spelled = NUMBERS.indexOf(first)
  const number = /^\d+$/.test(first) ? Number(first) : spelled
  if (number >= 1) return { count: number, words: rest }
  return { count: 1, words: first === 'a' || first === 'an' ? rest : words }
}

/** `mineThreeIronOres` → mine, three, iron, ores; `mine5Logs` → mine, 5, logs. */
function wordsOf(name: string): readonly string[] {
  return name
    .split(/(?<=[a-z])(?=[A-Z0-9])|(?<=\d)(?=[A-Za-z])|_/)
    .map((word) => word.toLowerCase())
    .filter(Boolean)
}

/** What the block gives when it is mined as one mines it: the first of its drops. */
function dropsByBlock(data: GameData): ReadonlyMap<string, string> {
  const drops = new Map<string, string>()
  for (const block of data.blocksArray) {
    const first = block.drops.find((drop) => typeof drop === 'number')
    const item = first === undefined ? undefined : data.items[first]?.name
    if (item !== undefined) drops.set(block.name, item)
  }
  return drops
}
