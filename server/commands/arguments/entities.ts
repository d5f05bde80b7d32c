import type { Player } from '../../game/player.ts'
import { CommandError } from '../command.ts'
import type { Argument, CommandCall } from '../framework/argument.ts'
import type { CommandReader } from '../framework/command-reader.ts'
import { type Selector, select, type Target } from './selector.ts'
import { readSelectorOptions, type SelectorDraft } from './selector-options.ts'

/** Vanilla's selectors (https://minecraft.wiki/w/Target_selectors). */
const variables: Readonly<Record<string, Partial<Selector>>> = {
  p: { onlyPlayers: true, limit: 1, sort: 'nearest' },
  a: { onlyPlayers: true },
  r: { onlyPlayers: true, limit: 1, sort: 'random' },
  s: { onlySelf: true, limit: 1 },
  e: {},
  n: { limit: 1, sort: 'nearest' },
}

interface Allowed {
  readonly many: boolean
  readonly onlyPlayers: boolean
}

/** Any number of entities. */
export const entities = (name: string) => selectorArgument(name, { many: true, onlyPlayers: false })
/** One entity. */
export const entity = (name: string) => selectorArgument(name, { many: false, onlyPlayers: false })
/** Any number of players. */
export const players = (name: string) => selectorArgument(name, { many: true, onlyPlayers: true })
/** One player. */
export const player = (name: string) => selectorArgument(name, { many: false, onlyPlayers: true })

/** @throws CommandError when there is no such entity now */
export function entitiesOf(call: CommandCall, selector: Selector): readonly Target[] {
  const found = select(call, selector)
  if (found.length > 0) return found
  throw new CommandError(selector.playerName === null ? 'No entity was found' : 'No player was found')
}

/** @throws CommandError when there is no such player now */
export function playersOf(call: CommandCall, selector: Selector): readonly Player[] {
  const found = select(call, selector).filter((target) => target.type === 'player')
  if (found.length === 0) throw new CommandError('No player was found')
  return found
}

/** The player who runs the command. @throws CommandError for the console */
export function ownPlayer({ source }: CommandCall): Player {
  if (source.player === null) throw new CommandError('A player is required to run this command here')
  return source.player
}

function selectorArgument(name: string, { many, onlyPlayers }: Allowed): Argument<Selector> {
  return {
    name,
    parser: {
      name: 'minecraft:entity',
      properties: { unused: 0, onlyAllowPlayers: onlyPlayers ? 1 : 0, onlyAllowEntities: many ? 0 : 1 },
    },
    read: (reader) => {
      const start = reader.cursor
      const selector = readSelector(reader)
      const what = onlyPlayers ? 'player' : 'entity'
      if (!many && selector.limit > 1) {
        reader.fail(`Only one ${what} is allowed, but the provided selector allows more than one`, start)
      }
      if (onlyPlayers && !selector.onlyPlayers && !selector.onlySelf) {
        reader.fail(
          'Only players may be affected by this command, but the provided selector includes entities',
          start,
        )
      }
      return selector
    },
    suggest: ({ game }) => {
      const names = [...game.players.values()].map((one) => one.name)
      return [...names, ...Object.keys(variables).map((letter) => `@${letter}`)]
    },
  }
}

/** Reads a name or a selector. */
export function readSelector(reader: CommandReader): Selector {
  const start = reader.cursor
  if (!reader.skip('@')) return namedSelector(reader)
  const letter = reader.read(/\w?/)
  if (letter === '') reader.fail('Missing selector type', start)
  const variable = variables[letter] ?? reader.fail(`Unknown selector type '@${letter}'`, start)
  const draft: SelectorDraft = { ...anything(), ...variable, conditions: [] }
  readSelectorOptions(reader, draft)
  return draft
}

function namedSelector(reader: CommandReader): Selector {
  const start = reader.cursor
  const name = reader.quotable()
  if (name === '' || name.length > 16) reader.fail('Invalid name or UUID', start)
  return { ...anything(), playerName: name, onlyPlayers: true, limit: 1 }
}

function anything(): Selector {
  return {
    playerName: null,
    onlyPlayers: false,
    onlySelf: false,
    limit: Number.POSITIVE_INFINITY,
    sort: 'arbitrary',
    origin: {},
    distance: null,
    box: null,
    conditions: [],
  }
}
