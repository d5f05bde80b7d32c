import type { Goal } from '../goal.ts'
import type { Position } from '../position.ts'
import { type GameNames, readCounted } from './read-name.ts'

/** Something that somebody wants done. */
export interface Order {
  readonly goal: Goal
  /** The goal in words: never those of who spoke, which are data. */
  readonly text: string
}

/**
 * Reads what a sentence such as "please bring me 3 oak logs" or "kill two zombies" wants done; null for all else. Whether it
 * is done is another matter: that depends on who says it.
 *
 * @param speaker who "me" is
 */
export function readOrder(sentence: string, speaker: string, names: GameNames): Order | null {
  const match = ORDER.exec(sentence.trim())
  if (match?.groups === undefined) return null
  const { asked, before, verb = '', rest = '', after } = match.groups
  const isForSpeaker = FOR_SPEAKER.test(rest)
  const chest = INTO_CHEST.exec(rest)
  // "Can you mine iron?" is a question.
  if (asked !== undefined && !isForSpeaker && before === undefined && after === undefined) return null
  if (LAYING.has(verb.toLowerCase()) !== (chest !== null)) return null
  const counted = readCounted(rest.replace(FOR_SPEAKER, ' ').replace(INTO_CHEST, ' '), names)
  if (counted === null || counted.count < 1 || !Number.isInteger(counted.count)) return null
  if (chest !== null) return layingOrder(counted, speaker, placeIn(chest.groups))
  return orderOf(verb.toLowerCase(), counted, isForSpeaker ? speaker : null)
}

function orderOf(
  verb: string,
  { count, name }: { readonly count: number; readonly name: string },
  receiver: string | null,
): Order | null {
  const amount = `${count} ${name.replaceAll('_', ' ')}`
  if (HUNTING.has(verb)) return { goal: { type: 'killed', mob: name, count }, text: `Kill ${amount}` }
  if (receiver !== null)
    return { goal: { type: 'given', to: receiver, item: name, count }, text: `Bring ${receiver} ${amount}` }
  if (GIVING.has(verb)) return null
  return { goal: { type: 'have', item: name, count }, text: `Obtain ${amount}` }
}

function layingOrder(
  { count, name }: { readonly count: number; readonly name: string },
  speaker: string,
  at: Position | null,
): Order {
  return {
    goal: { type: 'given', to: speaker, item: name, count, ...(at !== null && { at }), by: 'chest' },
    text: `Put ${count} ${name.replaceAll('_', ' ')} into a chest for ${speaker}`,
  }
}

function placeIn({ x, y, z }: Readonly<Record<string, string | undefined>> = {}): Position | null {
  return x === undefined ? null : { x: Number(x), y: Number(y), z: Number(z) }
}

const HUNTING: ReadonlySet<string> = new Set(['kill', 'hunt', 'slay'])
const LAYING: ReadonlySet<string> = new Set(['put', 'leave', 'store', 'lay'])
const GIVING: ReadonlySet<string> = new Set(['bring', 'give', 'hand'])

const ORDER = new RegExp(
  [
    String.raw`^(?<asked>(?:can|could|would|will) you\s+)?(?<before>please,?\s+)?`,
    '(?<verb>get|craft|make|mine|dig|collect|gather|obtain|fetch|smelt|bring|give|hand|put|leave|store|lay|kill|hunt|slay)',
    String.raw`\s+(?<rest>.+?)(?<after>,?\s+please)?[\s.!?]*$`,
  ].join(''),
  'i',
)

const FOR_SPEAKER = /^me\s+|\s+(?:to|for) me$/i
const INTO_CHEST = new RegExp(
  [
    String.raw`\s+(?:in|into|inside)\s+(?:the|an?|your|my|our|that)\s+(?:chest|barrel)(?=\s|$)`,
    String.raw`(?:\s+at\s+\(?(?<x>-?\d+),?\s+(?<y>-?\d+),?\s+(?<z>-?\d+)\)?)?`,
  ].join(''),
  'i',
)
