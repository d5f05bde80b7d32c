import { players, playersOf } from './arguments/entities.ts'
import type { Selector } from './arguments/selector.ts'
import { greedy } from './arguments/words.ts'
import type { Command } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

/** Minecraft Wiki: Commands/kick. */
export const kickCommand: Command = {
  name: 'kick',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([players('targets')], (call, [targets]) => kick(call, targets, 'Kicked by an operator')),
    syntax([players('targets'), greedy('reason')], (call, [targets, reason]) => kick(call, targets, reason)),
  ],
}

function kick(call: CommandCall, selector: Selector, reason: string): string {
  const targets = playersOf(call, selector)
  for (const player of targets) player.connection.close(reason)
  return targets.map((player) => `Kicked ${player.name}: ${reason}`).join('\n')
}
