import { InputError } from '../../src/core/errors.ts'
import { itemStack } from '../inventory/item-stack.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

/**
 * Puts into the inventory of a player who has never been here what the server's options say.
 *
 * @throws InputError for a name that is no item, and for more than fits
 */
export function giveBelongings(game: Game, player: Player): void {
  const given = Object.entries(game.options.belongings).find(
    ([name]) => name.toLowerCase() === player.name.toLowerCase(),
  )
  for (const [item, count] of Object.entries(given?.[1] ?? {})) {
    const kind = game.registry.findItem(item)
    if (kind === null) throw new InputError(`${player.name} cannot carry "${item}": there is no such item.`)
    for (let left = count; left > 0; left -= kind.stackSize) {
      const rest = player.inventory.add(itemStack(item, Math.min(left, kind.stackSize)))
      if (rest !== null)
        throw new InputError(`${player.name} cannot carry ${count} ${item}: no slot is left.`)
    }
  }
}
