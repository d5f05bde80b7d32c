import { broadcastChat } from '../game/chat.ts'
import { greedy } from './arguments/words.ts'
import type { Command } from './command.ts'
import { syntax } from './framework/syntax.ts'

/** Minecraft Wiki: Commands/say. */
export const sayCommand: Command = {
  name: 'say',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([greedy('message')], ({ game, source }, [message]) => {
      broadcastChat(game, { text: `[${source.name}] ${message}` })
      return ''
    }),
  ],
}
