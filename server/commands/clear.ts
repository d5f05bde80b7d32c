import type { ItemKind } from '../data/item-kind.ts'
import type { Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { withCount } from '../inventory/item-stack.ts'
import { ownPlayer, players, playersOf } from './arguments/entities.ts'
import { item } from './arguments/names.ts'
import { integer } from './arguments/numbers.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'
import { describeTargets } from './targets.ts'

/** Minecraft Wiki: Commands/clear. */
export const clearCommand: Command = {
  name: 'clear',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([], (call) => clear(call, [ownPlayer(call)], null, Number.POSITIVE_INFINITY)),
    syntax([players('targets')], (call, [targets]) =>
      clear(call, playersOf(call, targets), null, Number.POSITIVE_INFINITY),
    ),
    syntax([players('targets'), item('item')], (call, [targets, kind]) =>
      clear(call, playersOf(call, targets), kind, Number.POSITIVE_INFINITY),
    ),
    syntax(
      [players('targets'), item('item'), integer('maxCount', { least: 0 })],
      (call, [targets, kind, most]) => clear(call, playersOf(call, targets), kind, most),
    ),
  ],
}

/** @param most items taken at most; 0 only counts them */
function clear(call: CommandCall, targets: readonly Player[], kind: ItemKind | null, most: number): string {
  const counts = targets.map((player) => take(player, kind, most))
  for (const player of targets) syncWindow(call.game, player)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const who = targets.length === 1 ? `player ${targets[0]?.name}` : describeTargets(targets, 'players')
  if (total === 0) throw new CommandError(`No items were found on ${who}`)
  if (most === 0) return `Found ${total} matching item(s) on ${who}`
  return `Removed ${total} item(s) from ${who}`
}

/** Takes items out of everything that the player carries; returns how many. */
function take(player: Player, kind: ItemKind | null, most: number): number {
  const storages = [player.inventory.storage, player.inventory.grid.ingredients]
  let taken = 0
  for (const storage of storages) {
    for (let place = 0; place < storage.size; place++) {
      const stack = storage.at(place)
      if (stack === null || (kind !== null && stack.name !== kind.name)) continue
      const count = most === 0 ? stack.count : Math.min(stack.count, most - taken)
      taken += count
      if (most > 0) storage.put(place, withCount(stack, stack.count - count))
    }
  }
  const held = player.cursor.stack
  if (held === null || (kind !== null && held.name !== kind.name)) return taken
  const count = most === 0 ? held.count : Math.min(held.count, most - taken)
  if (most > 0) player.cursor.stack = withCount(held, held.count - count)
  return taken + count
}
