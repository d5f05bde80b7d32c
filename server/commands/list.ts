import { literal } from './arguments/words.ts'
import type { Command } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

/** Minecraft Wiki: Commands/list. */
export const listCommand: Command = {
  name: 'list',
  aliases: [],
  operatorsOnly: false,
  syntaxes: [
    syntax([], (call) => list(call, (player) => player.name)),
    syntax([literal('uuids')], (call) => list(call, (player) => `${player.name} (${player.uuid})`)),
  ],
}

type Describe = (player: { readonly name: string; readonly uuid: string }) => string

function list({ game }: CommandCall, describe: Describe): string {
  const names = [...game.players.values()].map(describe)
  return `There are ${names.length} of a max of ${game.options.maxPlayers} players online: ${names.join(', ')}`
}
