import type { Packet } from '../protocol/packet.ts'
import { players, playersOf } from './arguments/entities.ts'
import type { Selector } from './arguments/selector.ts'
import { textComponent } from './arguments/text.ts'
import { duration } from './arguments/time.ts'
import { literal } from './arguments/words.ts'
import type { Command } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'
import { resolveText } from './resolve-text.ts'
import { describeTargets } from './targets.ts'

const shown = [
  { word: 'title', packet: 'set_title_text', reply: 'Showing new title for' },
  { word: 'subtitle', packet: 'set_title_subtitle', reply: 'Showing new subtitle for' },
  { word: 'actionbar', packet: 'action_bar', reply: 'Showing new actionbar title for' },
]
const cleared = [
  { word: 'clear', reset: false, reply: 'Cleared titles for' },
  { word: 'reset', reset: true, reply: 'Reset title options for' },
]
const times = [duration('fadeIn'), duration('stay'), duration('fadeOut')] as const

/** Minecraft Wiki: Commands/title. */
export const titleCommand: Command = {
  name: 'title',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    ...shown.map(({ word, packet, reply }) =>
      syntax([players('targets'), literal(word), textComponent('title')], (call, [targets, , text]) =>
        show(
          call,
          targets,
          { name: packet, params: { text: call.game.protocol.text(resolveText(call, text)) } },
          reply,
        ),
      ),
    ),
    ...cleared.map(({ word, reset, reply }) =>
      syntax([players('targets'), literal(word)], (call, [targets]) =>
        show(call, targets, { name: 'clear_titles', params: { reset } }, reply),
      ),
    ),
    syntax([players('targets'), literal('times'), ...times], (call, [targets, , fadeIn, stay, fadeOut]) => {
      const packet = { name: 'set_title_time', params: { fadeIn, stay, fadeOut } }
      return show(call, targets, packet, 'Changed title display times for')
    }),
  ],
}

function show(call: CommandCall, selector: Selector, packet: Packet, reply: string): string {
  const targets = playersOf(call, selector)
  call.game.sendTo(targets, packet)
  return `${reply} ${describeTargets(targets, 'players')}`
}
