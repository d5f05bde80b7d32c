import { tell } from '../game/chat.ts'
import { players, playersOf } from './arguments/entities.ts'
import { textComponent } from './arguments/text.ts'
import type { Command } from './command.ts'
import { syntax } from './framework/syntax.ts'
import { resolveText } from './resolve-text.ts'

/** Minecraft Wiki: Commands/tellraw. */
export const tellRawCommand: Command = {
  name: 'tellraw',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([players('targets'), textComponent('message')], (call, [targets, message]) => {
      for (const player of playersOf(call, targets)) tell(call.game, player, resolveText(call, message))
      return ''
    }),
  ],
}
