import { type Difficulty, difficulties, setDifficulty } from '../game/difficulty.ts'
import type { Game } from '../game/game.ts'
import { literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import { syntax } from './framework/syntax.ts'

/** Minecraft Wiki: Commands/difficulty. */
export const difficultyCommand: Command = {
  name: 'difficulty',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([], ({ game }) => `The difficulty is ${titleOf(game.difficulty)}`),
    ...difficulties.map((difficulty) =>
      syntax([literal(difficulty)], ({ game }) => change(game, difficulty)),
    ),
  ],
}

function change(game: Game, difficulty: Difficulty): string {
  if (difficulty === game.difficulty) {
    throw new CommandError(`The difficulty did not change; it is already set to ${difficulty}`)
  }
  setDifficulty(game, difficulty)
  return `The difficulty has been set to ${titleOf(difficulty)}`
}

function titleOf(difficulty: string): string {
  return difficulty.charAt(0).toUpperCase() + difficulty.slice(1)
}
