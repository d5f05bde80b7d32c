import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { neighbor } from './faces.ts'
import type { BlockUse } from './placing.ts'
import { wearHeldItem } from './tool-wear.ts'

const tillable: Readonly<Record<string, string>> = {
  dirt: 'farmland',
  grass_block: 'farmland',
  dirt_path: 'farmland',
  coarse_dirt: 'dirt',
}
const pathable = new Set(['grass_block', 'dirt', 'coarse_dirt', 'podzol', 'mycelium', 'rooted_dirt'])

/** Tills soil with a hoe, flattens it with a shovel, strips logs with an axe. Says whether it did. */
export function useToolOnBlock(game: Game, player: Player, use: BlockUse): boolean {
  const tool = use.offHand ? null : player.held
  const block = game.world.blockAt(use.position)
  const result = tool === null ? null : workedBlock(game, tool.name, block.name)
  if (result === null || game.registry.findBlock(result) === null) return false
  const needsAir = !result.startsWith('stripped_')
  if (needsAir && (use.face === 'down' || game.world.blockStateAt(neighbor(use.position, 'up')) !== 0))
    return false
  const keeps = needsAir ? {} : { axis: block.properties.axis ?? 'y' }
  game.world.setBlock(use.position, result, keeps)
  wearHeldItem(game, player, 'dig')
  return true
}

function workedBlock(game: Game, tool: string, block: string): string | null {
  if (tool.endsWith('_hoe')) return tillable[block] ?? null
  if (tool.endsWith('_shovel')) return pathable.has(block) ? 'dirt_path' : null
  const stripped = `stripped_${block}`
  return tool.endsWith('_axe') && game.registry.findBlock(stripped) !== null ? stripped : null
}
