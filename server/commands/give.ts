import { gain } from '../game/gain.ts'
import { syncWindow } from '../game/window-sync.ts'
import { players, playersOf } from './arguments/entities.ts'
import { type DescribedItem, describedItem } from './arguments/item.ts'
import { integer } from './arguments/numbers.ts'
import type { Selector } from './arguments/selector.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'
import { describeTargets } from './targets.ts'

/** Stacks that one command may give at most, as in vanilla. */
const MOST_STACKS = 100

/** Minecraft Wiki: Commands/give. */
export const giveCommand: Command = {
  name: 'give',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([players('targets'), describedItem('item')], (call, [targets, one]) =>
      give(call, targets, one, 1),
    ),
    syntax(
      [players('targets'), describedItem('item'), integer('count', { least: 1 })],
      (call, [targets, one, count]) => give(call, targets, one, count),
    ),
  ],
}

function give(call: CommandCall, selector: Selector, { kind, stack }: DescribedItem, count: number): string {
  const targets = playersOf(call, selector)
  const most = kind.stackSize * MOST_STACKS
  if (count > most) throw new CommandError(`Can't give more than ${most} of [${kind.displayName}]`)
  for (const player of targets) {
    for (let left = count; left > 0; left -= kind.stackSize) {
      gain(call.game, player, { ...stack, count: Math.min(left, kind.stackSize) })
    }
    syncWindow(call.game, player)
  }
  return `Gave ${count} [${stack.data?.customName ?? kind.displayName}] to ${describeTargets(targets, 'players')}`
}
