import { difficulties, setDifficulty } from '../game/difficulty.ts'
import type { Game } from '../game/game.ts'
import { type Command, CommandError, type CommandSource } from './command.ts'

export const difficultyCommand: Command = {
  name: 'difficulty',
  aliases: [],
  usage: '/difficulty [peaceful|easy|normal|hard]',
  operatorsOnly: true,
  run: changeDifficulty,
}

/** Minecraft Wiki: Commands/difficulty. */
function changeDifficulty(game: Game, _source: CommandSource, words: readonly string[]): string {
  const wanted = words[0]
  if (wanted === undefined) return `The difficulty is ${titleOf(game.difficulty)}`
  const difficulty = difficulties.find((name) => name === wanted)
  if (difficulty === undefined) throw new CommandError(`Unknown difficulty "${wanted}"`)
  if (difficulty === game.difficulty)
    throw new CommandError(`The difficulty did not change; it is already set to ${difficulty}`)
  setDifficulty(game, difficulty)
  return `The difficulty has been set to ${titleOf(difficulty)}`
}

function titleOf(difficulty: string): string {
  return difficulty.charAt(0).toUpperCase() + difficulty.slice(1)
}
