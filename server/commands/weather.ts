import type { Game } from '../game/game.ts'
import { setWeather, type WeatherKind } from '../rules/weather.ts'
import { wholeNumber, wordAt } from './arguments.ts'
import { type Command, CommandError, type CommandSource } from './command.ts'

const answers: Readonly<Record<WeatherKind, string>> = {
  clear: 'Set the weather to clear',
  rain: 'Set the weather to rain',
  thunder: 'Set the weather to rain & thunder',
}

/** Minecraft Wiki: Commands/weather. */
export const weatherCommand: Command = {
  name: 'weather',
  aliases: [],
  usage: '/weather clear|rain|thunder [<duration>]',
  operatorsOnly: true,
  run: weather,
}

function weather(game: Game, _source: CommandSource, words: readonly string[]): string {
  const kind = wordAt(weatherCommand, words, 0)
  if (kind !== 'clear' && kind !== 'rain' && kind !== 'thunder')
    throw new CommandError(`Incorrect argument for command. Usage: ${weatherCommand.usage}`)
  setWeather(game, kind, words[1] === undefined ? null : duration(words[1]))
  return answers[kind]
}

/** Ticks; with `s` or `d` seconds or days. */
function duration(word: string): number {
  const unit = { s: 20, d: 24_000 }[word.at(-1) ?? ''] ?? 1
  return wholeNumber(word.replace(/[sdt]$/, ''), 1, 1_000_000) * unit
}
