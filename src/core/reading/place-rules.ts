import type { Claim } from '../claim.ts'
import { type GameNames, readCounted, readName } from './read-name.ts'
import type { SentenceRule } from './sentence-rule.ts'

type Groups = Readonly<Record<string, string>>

const NUMBER = String.raw`-?\d+(?:\.\d+)?`
const AT = String.raw`at \(?(?<x>${NUMBER}),? (?<y>${NUMBER}),? (?<z>${NUMBER})\)?`
const CONTAINER = '(?:chest|trapped chest|barrel|shulker box|container)'

/** Where things stand, and what lies in chests. */
export const PLACE_RULES: readonly SentenceRule[] = [
  {
    pattern: new RegExp(
      `^(?:the|an?|my|our) ${CONTAINER} ${AT} (?:holds|contains|has) (?<what>.+?)(?: in it)?$`,
      'i',
    ),
    read: contents,
  },
  {
    pattern: new RegExp(
      `^there (?:is|are) (?<what>.+?) (?:in|inside) (?:the|an?|my|our) ${CONTAINER} ${AT}$`,
      'i',
    ),
    read: contents,
  },
  {
    pattern: new RegExp(
      `^i (?:have )?(?:put|left|stored) (?<what>.+?)(?: for you)? (?:in|into|inside) (?:the|an?|my|our) ${CONTAINER} ${AT}(?: for you)?$`,
      'i',
    ),
    read: contents,
  },
  { pattern: new RegExp(`^there (?:is|are|stands|stand) (?<what>.+?) ${AT}$`, 'i'), read: place },
]

function contents(groups: Groups, names: GameNames): Claim | null {
  const counted = readCounted(groups.what ?? '', names)
  if (counted === null || !Number.isInteger(counted.count)) return null
  return { type: 'contains', position: positionIn(groups), item: counted.name, count: counted.count }
}

function place(groups: Groups, names: GameNames): Claim | null {
  const what = readName(groups.what ?? '', names)
  return what === null ? null : { type: 'place', what, position: positionIn(groups) }
}

function positionIn({ x, y, z }: Groups) {
  return { x: Number(x), y: Number(y), z: Number(z) }
}
