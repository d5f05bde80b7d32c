import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'

/** How many uses an action costs: swords wear twice as fast on blocks, tools on bodies. */
function costOf(name: string, action: 'dig' | 'hit'): number {
  if (name.endsWith('_sword')) return action === 'dig' ? 2 : 1
  if (/_(pickaxe|axe|shovel)$/.test(name)) return action === 'dig' ? 1 : 2
  if (name.endsWith('_hoe')) return 1
  return name === 'shears' && action === 'dig' ? 1 : 0
}

/** Wears the tool in the player's hand; it is gone after its last use. */
export function wearHeldItem(game: Game, player: Player, action: 'dig' | 'hit'): void {
  const { held } = player
  if (held === null || player.gameMode === 'creative') return
  const durability = game.registry.item(held.name).maxDurability
  const cost = costOf(held.name, action)
  if (durability === null || cost === 0) return
  const damage = held.damage + cost
  player.held = damage >= durability ? null : { ...held, damage }
}
