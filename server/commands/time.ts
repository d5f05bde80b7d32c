import type { Game } from '../game/game.ts'
import { sendTime } from '../game/join.ts'
import { wholeNumber, wordAt } from './arguments.ts'
import { type Command, CommandError, type CommandSource } from './command.ts'

const DAY = 24_000
const named: Readonly<Record<string, number>> = { day: 1000, noon: 6000, night: 13_000, midnight: 18_000 }

export const timeCommand: Command = {
  name: 'time',
  aliases: [],
  usage: '/time set|add|query <time>',
  operatorsOnly: true,
  run: time,
}

function time(game: Game, _source: CommandSource, words: readonly string[]): string {
  const action = wordAt(timeCommand, words, 0)
  const value = wordAt(timeCommand, words, 1)
  switch (action) {
    case 'set':
      return change(game, named[value] ?? duration(value))
    case 'add':
      return change(game, game.time + duration(value))
    case 'query':
      return query(game, value)
    default:
      throw new CommandError(`Unknown or incomplete command. Usage: ${timeCommand.usage}`)
  }
}

function change(game: Game, ticks: number): string {
  game.time = ticks
  sendTime(game, game.players.values())
  return `Set the time to ${ticks % DAY}`
}

function query(game: Game, what: string): string {
  const answers: Readonly<Record<string, number>> = {
    daytime: game.time % DAY,
    gametime: game.tick,
    day: Math.floor(game.time / DAY),
  }
  const answer = answers[what]
  if (answer === undefined) throw new CommandError('Expected daytime, gametime or day')
  return `The time is ${answer}`
}

/** A number of ticks, or with `s` or `d` of seconds or days. */
function duration(word: string): number {
  const unit = { s: 20, d: DAY }[word.at(-1) ?? ''] ?? 1
  const digits = word.replace(/[sdt]$/, '')
  return wholeNumber(digits, 0, 2_147_483_647) * unit
}
