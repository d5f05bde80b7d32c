import type { Game } from '../game/game.ts'
import { sendTime } from '../game/join.ts'
import { duration } from './arguments/time.ts'
import { literal } from './arguments/words.ts'
import type { Command } from './command.ts'
import { syntax } from './framework/syntax.ts'

const DAY = 24_000
const named: Readonly<Record<string, number>> = { day: 1000, noon: 6000, night: 13_000, midnight: 18_000 }

/** Minecraft Wiki: Commands/time. */
export const timeCommand: Command = {
  name: 'time',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    ...Object.entries(named).map(([word, ticks]) =>
      syntax([literal('set'), literal(word)], ({ game }) => change(game, ticks)),
    ),
    syntax([literal('set'), duration('time')], ({ game }, [, ticks]) => change(game, ticks)),
    syntax([literal('add'), duration('time')], ({ game }, [, ticks]) => change(game, game.time + ticks)),
    syntax([literal('query'), literal('daytime')], ({ game }) => `The time is ${game.time % DAY}`),
    syntax([literal('query'), literal('gametime')], ({ game }) => `The time is ${game.tick}`),
    syntax([literal('query'), literal('day')], ({ game }) => `The time is ${Math.floor(game.time / DAY)}`),
  ],
}

function change(game: Game, ticks: number): string {
  game.time = ticks
  sendTime(game, game.players.values())
  return `Set the time to ${ticks % DAY}`
}
