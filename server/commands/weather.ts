import type { Game } from '../game/game.ts'
import { setWeather, type WeatherKind } from '../rules/weather.ts'
import { duration } from './arguments/time.ts'
import { literal } from './arguments/words.ts'
import type { Command } from './command.ts'
import { syntax } from './framework/syntax.ts'

const answers: Readonly<Record<WeatherKind, string>> = {
  clear: 'Set the weather to clear',
  rain: 'Set the weather to rain',
  thunder: 'Set the weather to rain & thunder',
}

const kinds = ['clear', 'rain', 'thunder'] as const

/** Minecraft Wiki: Commands/weather. */
export const weatherCommand: Command = {
  name: 'weather',
  aliases: [],
  operatorsOnly: true,
  syntaxes: kinds.flatMap((kind) => [
    syntax([literal(kind)], ({ game }) => change(game, kind, null)),
    syntax([literal(kind), duration('duration', 1)], ({ game }, [, ticks]) => change(game, kind, ticks)),
  ]),
}

function change(game: Game, kind: WeatherKind, ticks: number | null): string {
  setWeather(game, kind, ticks)
  return answers[kind]
}
