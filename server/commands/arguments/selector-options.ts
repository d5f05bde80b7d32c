import { gameModes } from '../../protocol/version-protocol.ts'
import type { CommandReader } from '../framework/command-reader.ts'
import { readName } from './names.ts'
import { readNumber } from './numbers.ts'
import { type Condition, isWithin, type NumberBounds, type Selector, targetName } from './selector.ts'

/** A selector while its options are read. */
export type SelectorDraft = { -readonly [Key in keyof Selector]: Selector[Key] } & { conditions: Condition[] }

const sorts = ['arbitrary', 'nearest', 'furthest', 'random'] as const

type ReadOption = (reader: CommandReader, draft: SelectorDraft) => void

const options: Readonly<Record<string, ReadOption>> = {
  type: (reader, draft) => {
    const unwanted = reader.skip('!')
    const type = readName(reader)
    draft.conditions.push((target) => (target.kind.name === type) !== unwanted)
  },
  name: (reader, draft) => {
    const unwanted = reader.skip('!')
    const name = reader.quotable()
    draft.conditions.push((target) => (targetName(target) === name) !== unwanted)
  },
  gamemode: (reader, draft) => {
    const unwanted = reader.skip('!')
    const start = reader.cursor
    const mode = reader.read(/\w*/)
    if (!gameModes.some((known) => known === mode))
      reader.fail(`Invalid or unknown game mode '${mode}'`, start)
    draft.conditions.push((target) => target.type === 'player' && (target.gameMode === mode) !== unwanted)
  },
  limit: (reader, draft) => {
    const start = reader.cursor
    draft.limit = readNumber(reader, 'integer')
    if (draft.limit < 1) reader.fail('Limit must be at least 1', start)
  },
  sort: (reader, draft) => {
    const start = reader.cursor
    const word = reader.read(/\w*/)
    draft.sort =
      sorts.find((known) => known === word) ?? reader.fail(`Invalid or unknown sort type '${word}'`, start)
  },
  distance: (reader, draft) => {
    const start = reader.cursor
    draft.distance = readBounds(reader)
    if (
      draft.distance.most < 0 ||
      (draft.distance.least < 0 && draft.distance.least > Number.NEGATIVE_INFINITY)
    ) {
      reader.fail('Distance cannot be negative', start)
    }
  },
  x: (reader, draft) => {
    draft.origin = { ...draft.origin, x: readNumber(reader, 'double') }
  },
  y: (reader, draft) => {
    draft.origin = { ...draft.origin, y: readNumber(reader, 'double') }
  },
  z: (reader, draft) => {
    draft.origin = { ...draft.origin, z: readNumber(reader, 'double') }
  },
  dx: (reader, draft) => {
    draft.box = { ...draft.box, x: readNumber(reader, 'double') }
  },
  dy: (reader, draft) => {
    draft.box = { ...draft.box, y: readNumber(reader, 'double') }
  },
  dz: (reader, draft) => {
    draft.box = { ...draft.box, z: readNumber(reader, 'double') }
  },
  x_rotation: (reader, draft) => {
    const bounds = readBounds(reader)
    draft.conditions.push(({ pitch }) => isWithin(bounds, pitch))
  },
  y_rotation: (reader, draft) => {
    const bounds = readBounds(reader)
    draft.conditions.push(({ yaw }) => isWithin(bounds, ((((yaw + 180) % 360) + 360) % 360) - 180))
  },
  level: (reader, draft) => {
    const bounds = readBounds(reader)
    draft.conditions.push((target) => target.type === 'player' && isWithin(bounds, target.experienceLevel))
  },
  tag: (reader, draft) => {
    const unwanted = reader.skip('!')
    const tag = reader.read(/[\w.+-]*/)
    draft.conditions.push((target, { game }) => {
      const tags = game.tags.get(target.uuid)
      return (tag === '' ? tags !== undefined : tags?.has(tag) === true) !== unwanted
    })
  },
  team: (reader, draft) => {
    const unwanted = reader.skip('!')
    const team = reader.read(/[\w.+-]*/)
    draft.conditions.push((target, { game }) => {
      const own = target.type === 'player' ? (game.scoreboard.teamOf(target.name)?.name ?? '') : ''
      return (own === team) !== unwanted
    })
  },
  scores: (reader, draft) => {
    reader.skip('{')
    while (!reader.skip('}')) {
      const objective = reader.read(/[\w.+-]*/)
      if (!reader.skip('=')) reader.fail("Expected value for option 'scores'")
      const bounds = readBounds(reader)
      draft.conditions.push((target, { game }) => {
        const score = game.scoreboard.scoreOf(objective, targetName(target))
        return score !== null && isWithin(bounds, score)
      })
      if (reader.next !== '}' && !reader.skip(',')) reader.fail('Expected end of options')
    }
  },
}

/** Reads `[name=value,…]`; the reader stands at the bracket. */
export function readSelectorOptions(reader: CommandReader, draft: SelectorDraft): void {
  if (!reader.skip('[')) return
  reader.skipSpaces()
  while (!reader.skip(']')) {
    const start = reader.cursor
    const name = reader.read(/\w*/)
    const option = Object.hasOwn(options, name) ? options[name] : undefined
    if (option === undefined) reader.fail(`Unknown option '${name}'`, start)
    reader.skipSpaces()
    if (!reader.skip('=')) reader.fail(`Expected value for option '${name}'`)
    reader.skipSpaces()
    option(reader, draft)
    reader.skipSpaces()
    if (reader.next !== ']' && !reader.skip(',')) reader.fail('Expected end of options')
    reader.skipSpaces()
  }
}

/** A number, or a range such as `2..5`, `..5` or `2..`. */
export function readBounds(reader: CommandReader): NumberBounds {
  const start = reader.cursor
  const text = reader.read(/[\d.-]*/)
  const [, least = '', dots = '', most = ''] = /^(-?\d*(?:\.\d+)?)(\.\.)?(-?\d*(?:\.\d+)?)$/.exec(text) ?? []
  if (least === '' && most === '') reader.fail('Expected value or range of values', start)
  if (dots === '') return { least: Number(least), most: Number(least) }
  return {
    least: least === '' ? Number.NEGATIVE_INFINITY : Number(least),
    most: most === '' ? Number.POSITIVE_INFINITY : Number(most),
  }
}
