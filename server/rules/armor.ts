import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { afterUses } from './wear.ts'
import { ARMOR_PLACES, wornItems } from './worn-enchantments.ts'

/** What protects a body: points, of which 20 fill the bar, and toughness against heavy blows. */
export interface Armor {
  readonly points: number
  readonly toughness: number
}

const pieces = ['helmet', 'chestplate', 'leggings', 'boots'] as const

interface Material {
  /** Points from helmet to boots. */
  readonly points: readonly [number, number, number, number]
  /** Of each piece. */
  readonly toughness: number
}

/** Minecraft Wiki: Armor, table of materials. */
const materials: Readonly<Record<string, Material>> = {
  leather: { points: [1, 3, 2, 1], toughness: 0 },
  golden: { points: [2, 5, 3, 1], toughness: 0 },
  chainmail: { points: [2, 5, 4, 1], toughness: 0 },
  iron: { points: [2, 6, 5, 2], toughness: 0 },
  turtle: { points: [2, 0, 0, 0], toughness: 0 },
  diamond: { points: [3, 8, 6, 3], toughness: 2 },
  netherite: { points: [3, 8, 6, 3], toughness: 3 },
}

/** Half hearts that are left of a blow (Minecraft Wiki: Armor, damage formula). */
export function damageAfterArmor(damage: number, { points, toughness }: Armor): number {
  const worn = points - (4 * damage) / (toughness + 8)
  return damage * (1 - Math.min(20, Math.max(points / 5, worn)) / 25)
}

/** What one item adds when it is worn; nothing for items that do not protect. */
export function armorOf(item: string): Armor {
  const [material = '', piece = ''] = item.split('_')
  const index = pieces.indexOf(piece as (typeof pieces)[number])
  const facts = materials[material]
  const points = facts?.points[index] ?? 0
  return { points, toughness: points === 0 ? 0 : (facts?.toughness ?? 0) }
}

/** All that the player wears. */
export function wornArmor(player: Player): Armor {
  const worn = wornItems(player).map((stack) => armorOf(stack.name))
  return {
    points: worn.reduce((sum, { points }) => sum + points, 0),
    toughness: worn.reduce((sum, { toughness }) => sum + toughness, 0),
  }
}

/** How many of the four places of the body something is worn on. */
export function wornPieces(player: Player): number {
  return ARMOR_PLACES.filter((place) => player.inventory.storage.at(place) !== null).length
}

/** Wears every piece by a quarter of the damage, one use at least; a piece is gone after its last use. */
export function wearArmor(game: Game, player: Player, damage: number): void {
  if (player.gameMode === 'creative') return
  const uses = Math.max(1, Math.floor(damage / 4))
  for (const place of ARMOR_PLACES) {
    const stack = player.inventory.storage.at(place)
    if (stack === null || armorOf(stack.name).points === 0) continue
    player.inventory.storage.put(place, afterUses(game, stack, uses))
  }
}
