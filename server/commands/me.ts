import { EMOTE_TYPE, sendPlayerLine } from '../game/chat.ts'
import { greedy } from './arguments/words.ts'
import type { Command } from './command.ts'
import { syntax } from './framework/syntax.ts'

/** Minecraft Wiki: Commands/me. */
export const meCommand: Command = {
  name: 'me',
  aliases: [],
  operatorsOnly: false,
  syntaxes: [
    syntax([greedy('action')], ({ game, source }, [text]) => {
      const line = { speaker: source.name, hearer: null, text, type: EMOTE_TYPE }
      sendPlayerLine(game, game.players.values(), line)
      return ''
    }),
  ],
}
