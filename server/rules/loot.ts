import type { Game } from '../game/game.ts'
import { type ItemStack, itemStack } from '../inventory/item-stack.ts'

export function dropsOfBlock(
  game: Game,
  state: number,
  tool: ItemStack | null,
  _byPlayer: boolean,
): readonly ItemStack[] {
  const kind = game.registry.blockOfState(state)
  if (kind.harvestTools !== null && !kind.harvestTools.includes(tool?.name ?? '')) return []
  const drop = kind.drops[0]
  return drop === undefined ? [] : [itemStack(drop)]
}
