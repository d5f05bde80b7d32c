import type { Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import { players, playersOf } from './arguments/entities.ts'
import { type DescribedItem, describedItem } from './arguments/item.ts'
import { integer } from './arguments/numbers.ts'
import type { Selector } from './arguments/selector.ts'
import { literal, word } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'
import { describeTargets } from './targets.ts'

/** Vanilla's names of a player's places that are not numbered, by place of the inventory. */
const named: Readonly<Record<string, number>> = {
  'armor.head': 5,
  'armor.chest': 6,
  'armor.legs': 7,
  'armor.feet': 8,
  'weapon.offhand': OFF_HAND,
}

const start = [
  literal('replace'),
  literal('entity'),
  players('targets'),
  word('slot', () => Object.keys(named)),
  literal('with'),
  describedItem('item'),
] as const

/** Minecraft Wiki: Commands/item. Only `item replace entity … with`, and only players. */
export const itemCommand: Command = {
  name: 'item',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax(start, (call, [, , targets, slot, , one]) => replace(call, { targets, slot }, one, 1)),
    syntax([...start, integer('count', { least: 1, most: 99 })], (call, [, , targets, slot, , one, count]) =>
      replace(call, { targets, slot }, one, count),
    ),
  ],
}

interface Where {
  readonly targets: Selector
  readonly slot: string
}

function replace(call: CommandCall, { targets, slot }: Where, one: DescribedItem, count: number): string {
  const found = playersOf(call, targets)
  const stack = one.kind.name === 'air' ? null : { ...one.stack, count }
  for (const player of found) {
    player.inventory.storage.put(placeNamed(player, slot), stack)
    syncWindow(call.game, player)
  }
  const who = describeTargets(found, 'entities')
  return `Replaced a slot on ${who} with [${stack === null ? 'Air' : one.kind.displayName}]`
}

/** Numbered places: nine of the hotbar, then 27 of the inventory. @throws CommandError on any other name */
function placeNamed(player: Player, slot: string): number {
  if (slot === 'weapon' || slot === 'weapon.mainhand') return player.heldSlot
  const place = Object.hasOwn(named, slot) ? named[slot] : undefined
  if (place !== undefined) return place
  const [, group, digits] = /^(hotbar|inventory|container)\.(\d+)$/.exec(slot) ?? []
  const index = Number(digits)
  if (group === 'hotbar' && index < 9) return 36 + index
  if (group === 'inventory' && index < 27) return 9 + index
  if (group === 'container' && index < 36) return index < 9 ? 36 + index : index
  throw new CommandError(`Unknown slot '${slot}'`)
}
