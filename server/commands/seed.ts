import type { Command } from './command.ts'
import { syntax } from './framework/syntax.ts'

/** Minecraft Wiki: Commands/seed. */
export const seedCommand: Command = {
  name: 'seed',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [syntax([], ({ game }) => `Seed: [${game.options.seed}]`)],
}
