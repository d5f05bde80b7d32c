import { gain } from '../../game/gain.ts'
import type { Game } from '../../game/game.ts'
import type { Player } from '../../game/player.ts'
import { itemStack, withCount } from '../../inventory/item-stack.ts'
import type { HandUse } from './hand-use.ts'

/** Plants a flower into a pot, or takes it out again. Says whether it did. Source: Minecraft Wiki, "Flower Pot". */
export function useFlowerPot(game: Game, player: Player, { block, slot, stack }: HandUse): boolean {
  if (block.name !== 'flower_pot' && !block.name.startsWith('potted_')) return false
  const planted = stack === null ? null : pottedName(game, stack.name)
  if (block.name === 'flower_pot') {
    if (stack === null || planted === null) return false
    game.world.setBlock(block.position, planted)
    if (player.gameMode !== 'creative') player.inventory.storage.put(slot, withCount(stack, stack.count - 1))
    return true
  }
  if (planted !== null) return true
  game.world.setBlock(block.position, 'flower_pot')
  gain(game, player, itemStack(block.name.replace('potted_', '').replace(/azalea_bush$/, 'azalea')))
  return true
}

function pottedName(game: Game, item: string): string | null {
  const name = `potted_${item.endsWith('azalea') ? `${item}_bush` : item}`
  return game.registry.findBlock(name) === null ? null : name
}
