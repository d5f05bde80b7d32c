import { isCompatible, isSuitable } from '../data/enchantability.ts'
import type { EnchantmentKind } from '../data/enchantment-kind.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { dataOf, withData } from '../inventory/item-data.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import { entities, entitiesOf } from './arguments/entities.ts'
import { registered } from './arguments/names.ts'
import { integer } from './arguments/numbers.ts'
import { type Target, targetName } from './arguments/selector.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

const numerals = ['I', 'II', 'III', 'IV', 'V']
const kind = registered('enchantment', 'enchantment', ({ game }) =>
  game.registry.enchantments.map((one) => one.versionName),
)

/** Minecraft Wiki: Commands/enchant. Only what players hold is enchanted. */
export const enchantCommand: Command = {
  name: 'enchant',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([entities('targets'), kind], (call, [targets, name]) =>
      enchant(call, entitiesOf(call, targets), name, 1),
    ),
    syntax([entities('targets'), kind, integer('level', { least: 0 })], (call, [targets, name, level]) =>
      enchant(call, entitiesOf(call, targets), name, level),
    ),
  ],
}

function enchant({ game }: CommandCall, targets: readonly Target[], name: string, level: number): string {
  const enchantment = game.registry.findEnchantment(name)
  if (enchantment === null) throw new CommandError(`Unknown enchantment: ${name}`)
  if (level > enchantment.maxLevel) {
    throw new CommandError(
      `${level} is higher than the maximum level of ${enchantment.maxLevel} supported by that enchantment`,
    )
  }
  const [only] = targets
  const enchanted = targets.filter(
    (target) => target.type === 'player' && apply(game, target, enchantment, level),
  )
  if (enchanted.length === 0) {
    if (targets.length === 1 && only !== undefined) throw refusal(game, only)
    throw new CommandError(
      'Nothing changed. Targets either have no item in their hands or the enchantment could not be applied',
    )
  }
  const whose =
    targets.length === 1 && only !== undefined ? `${targetName(only)}'s item` : `${targets.length} entities`
  return `Applied enchantment ${fullName(enchantment, level)} to ${whose}`
}

function apply(game: Game, player: Player, enchantment: EnchantmentKind, level: number): boolean {
  const { held } = player
  if (held === null || !mayHave(game, held, enchantment)) return false
  const enchantments = { ...dataOf(held).enchantments, [enchantment.name]: level }
  player.held = withData(held, { enchantments })
  syncWindow(game, player)
  return true
}

function mayHave({ registry }: Game, stack: ItemStack, enchantment: EnchantmentKind): boolean {
  if (!isSuitable(registry.item(stack.name), enchantment)) return false
  const present = Object.keys(dataOf(stack).enchantments)
  return present.every((name) => isCompatible(registry.enchantment(name), enchantment))
}

function refusal(game: Game, target: Target): CommandError {
  if (target.type !== 'player' && target.type !== 'mob') {
    return new CommandError(`${targetName(target)} is not a valid entity for this command`)
  }
  const held = target.type === 'player' ? target.held : null
  if (held === null) return new CommandError(`${targetName(target)} is not holding any item`)
  return new CommandError(`${game.registry.item(held.name).displayName} cannot support that enchantment`)
}

function fullName({ displayName, maxLevel }: EnchantmentKind, level: number): string {
  return level === 1 && maxLevel === 1 ? displayName : `${displayName} ${numerals[level - 1] ?? level}`
}
