import type { ItemKind } from '../data/item-kind.ts'
import { gain } from '../game/gain.ts'
import { syncWindow } from '../game/window-sync.ts'
import { players, playersOf } from './arguments/entities.ts'
import { item } from './arguments/names.ts'
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
    syntax([players('targets'), item('item')], (call, [targets, kind]) => give(call, targets, kind, 1)),
    syntax(
      [players('targets'), item('item'), integer('count', { least: 1 })],
      (call, [targets, kind, count]) => give(call, targets, kind, count),
    ),
  ],
}

function give(call: CommandCall, selector: Selector, kind: ItemKind, count: number): string {
  const targets = playersOf(call, selector)
  const most = kind.stackSize * MOST_STACKS
  if (count > most) throw new CommandError(`Can't give more than ${most} of [${kind.displayName}]`)
  for (const player of targets) {
    for (let left = count; left > 0; left -= kind.stackSize) {
      gain(call.game, player, { name: kind.name, count: Math.min(left, kind.stackSize), damage: 0 })
    }
    syncWindow(call.game, player)
  }
  return `Gave ${count} [${kind.displayName}] to ${describeTargets(targets, 'players')}`
}
