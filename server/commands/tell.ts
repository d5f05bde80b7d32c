import { INCOMING_WHISPER_TYPE, OUTGOING_WHISPER_TYPE, sendPlayerLine } from '../game/chat.ts'
import type { Player } from '../game/player.ts'
import { players, playersOf } from './arguments/entities.ts'
import { greedy } from './arguments/words.ts'
import type { Command } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

/** Minecraft Wiki: Commands/msg. */
export const tellCommand: Command = {
  name: 'tell',
  aliases: ['msg', 'w'],
  operatorsOnly: false,
  syntaxes: [
    syntax([players('targets'), greedy('message')], (call, [targets, message]) =>
      whisper(call, playersOf(call, targets), message),
    ),
  ],
}

function whisper({ game, source }: CommandCall, hearers: readonly Player[], text: string): string {
  for (const player of hearers) {
    const line = { speaker: source.name, hearer: player.name, text }
    sendPlayerLine(game, [player], { ...line, type: INCOMING_WHISPER_TYPE })
    if (source.player !== null)
      sendPlayerLine(game, [source.player], { ...line, type: OUTGOING_WHISPER_TYPE })
  }
  return ''
}
