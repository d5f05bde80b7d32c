import type { Position } from '../../src/core/position.ts'
import { chosenEnchantments, type EnchantingOffer, enchantingOffers } from '../data/enchanting.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { playBlockSound } from '../game/sounds.ts'
import { ENCHANTED_PLACE, enchantingLayout, LAPIS_PLACE } from '../inventory/enchanting-window.ts'
import { withData } from '../inventory/item-data.ts'
import { type ItemStack, withCount } from '../inventory/item-stack.ts'
import { ItemStorage } from '../inventory/item-storage.ts'
import type { WindowLayout } from '../inventory/window.ts'
import type { WorldBlock } from '../world/world.ts'
import { addLevels } from './experience.ts'
import { replaceable } from './placement.ts'

const SEEDS = 2 ** 31
const nothing = [null, null, null]

/** The window of an enchanting table (Minecraft Wiki: Enchanting Table). */
export function enchantingTableLayout(game: Game, player: Player, block: WorldBlock): WindowLayout {
  const contents = new ItemStorage(2)
  let shown: { stack: ItemStack; seed: number; offers: readonly (EnchantingOffer | null)[] } | null = null
  const offers = () => {
    const stack = contents.at(ENCHANTED_PLACE)
    if (stack === null || !isPlain(stack)) return nothing
    if (shown?.stack === stack && shown.seed === player.enchantmentSeed) return shown.offers
    const situation = situationOf(game, player, block.position, stack)
    shown = { stack, seed: situation.seed, offers: enchantingOffers(game.registry, situation) }
    return shown.offers
  }
  const press = (button: number) => {
    const offer = offers()[button] ?? null
    if (offer !== null) enchant(game, player, { position: block.position, contents, button, offer })
  }
  const title = 'Enchant'
  return enchantingLayout(
    { title, contents, seed: () => player.enchantmentSeed, offers, press },
    player.inventory,
  )
}

interface Choice {
  readonly position: Position
  readonly contents: ItemStorage
  /** From 0 to 2; it costs as many levels and pieces of lapis, counted from 1. */
  readonly button: number
  readonly offer: EnchantingOffer
}

function enchant(game: Game, player: Player, { position, contents, button, offer }: Choice): void {
  const stack = contents.at(ENCHANTED_PLACE)
  const lapis = contents.at(LAPIS_PLACE)
  const price = button + 1
  const isFree = player.gameMode === 'creative'
  const canPay = (lapis?.count ?? 0) >= price && player.experienceLevel >= Math.max(price, offer.cost)
  if (stack === null || (!isFree && !canPay)) return
  const situation = situationOf(game, player, position, stack)
  const chosen = chosenEnchantments(game.registry, situation, { button, cost: offer.cost })
  if (chosen.length === 0) return
  const levels = Object.fromEntries(chosen.map(({ kind, level }) => [kind.name, level]))
  const isBook = stack.name === 'book'
  const base = isBook ? { ...stack, name: 'enchanted_book' } : stack
  contents.put(
    ENCHANTED_PLACE,
    withData(base, isBook ? { storedEnchantments: levels } : { enchantments: levels }),
  )
  if (!isFree && lapis !== null) contents.put(LAPIS_PLACE, withCount(lapis, lapis.count - price))
  if (!isFree) addLevels(player, -price)
  playBlockSound(game, position, { name: 'block.enchantment_table.use', spread: 0.1 })
  player.enchantmentSeed = game.stream('enchanting').below(SEEDS)
}

/** What has enchantments already is not enchanted again. */
function isPlain(stack: ItemStack): boolean {
  return Object.keys(stack.data?.enchantments ?? {}).length === 0
}

function situationOf(game: Game, player: Player, position: Position, stack: ItemStack) {
  return {
    item: game.registry.item(stack.name),
    seed: player.enchantmentSeed,
    bookshelves: bookshelvesAround(game, position),
  }
}

/** Bookshelves two blocks away from the table, level with it or one higher, with nothing in between. */
export function bookshelvesAround(game: Game, { x, y, z }: Position): number {
  let count = 0
  for (let dx = -2; dx <= 2; dx++) {
    for (let dz = -2; dz <= 2; dz++) {
      if (Math.max(Math.abs(dx), Math.abs(dz)) !== 2) continue
      for (let dy = 0; dy <= 1; dy++) {
        const between = { x: x + Math.trunc(dx / 2), y: y + dy, z: z + Math.trunc(dz / 2) }
        if (game.world.blockAt({ x: x + dx, y: y + dy, z: z + dz }).name !== 'bookshelf') continue
        if (replaceable.has(game.world.blockAt(between).name)) count += 1
      }
    }
  }
  return count
}
