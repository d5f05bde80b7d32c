import { literal, word } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

const anyone = word('targets', ({ game }) => [...game.players.values()].map(({ name }) => name))

/** Minecraft Wiki: Commands/whitelist. The list lasts as long as the server runs. */
export const whitelistCommand: Command = {
  name: 'whitelist',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([literal('on')], (call) => turn(call, true)),
    syntax([literal('off')], (call) => turn(call, false)),
    syntax([literal('list')], ({ game }) => {
      const names = [...game.whitelist.names]
      if (names.length === 0) return 'There are no whitelisted players'
      return `There are ${names.length} whitelisted player(s): ${names.join(', ')}`
    }),
    syntax([literal('add'), anyone], ({ game }, [, name]) => {
      if (game.whitelist.names.has(name.toLowerCase()))
        throw new CommandError('Player is already whitelisted')
      game.whitelist.names.add(name.toLowerCase())
      return `Added ${name} to the whitelist`
    }),
    syntax([literal('remove'), anyone], ({ game }, [, name]) => {
      if (!game.whitelist.names.delete(name.toLowerCase()))
        throw new CommandError('Player is not whitelisted')
      return `Removed ${name} from the whitelist`
    }),
  ],
}

function turn({ game }: CommandCall, isOn: boolean): string {
  if (game.whitelist.isOn === isOn) {
    throw new CommandError(`Whitelist is already turned ${isOn ? 'on' : 'off'}`)
  }
  game.whitelist.isOn = isOn
  return `Whitelist is now turned ${isOn ? 'on' : 'off'}`
}
