import type { Position } from '../../src/core/position.ts'
import { blockExperience } from '../data/experience-amounts.ts'
import { canHarvest } from '../data/harvest.ts'
import { dropsOf } from '../data/loot/block-loot.ts'
import { showBreaking } from '../game/block-events.ts'
import type { Game } from '../game/game.ts'
import { dropFromBlock } from '../game/item-entities.ts'
import { dropExperience } from '../game/orbs.ts'
import type { Player } from '../game/player.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import type { WorldBlock } from '../world/world.ts'
import { type Face, neighbor, opposite } from './faces.ts'
import { meltBrokenIce } from './melting.ts'
import { packBox } from './shulker-boxes.ts'

/**
 * Removes the block and lets it drop what the player's tool makes it drop. Doors, beds and tall plants go as a whole.
 *
 * @param player null for blocks that fall apart by themselves
 */
export function breakBlock(game: Game, position: Position, player: Player | null): void {
  const block = game.world.blockAt(position)
  const other = otherHalf(game, block)
  const isMain = block.properties.half !== 'upper' && block.properties.part !== 'foot'
  const dropping = isMain ? block : (other ?? block)
  const box = packBox(game, block)
  const drops = box === null ? dropsFor(game, dropping, player) : [box]
  // The upper half first: it stands on the lower one and would fall apart by itself, with drops of its own.
  const parts = other === null ? [block] : [block, other].toSorted((a, b) => b.position.y - a.position.y)
  showBreaking(game, position, block.state, player)
  for (const part of parts) clear(game, part)
  for (const stack of drops) dropFromBlock(game, position, stack)
  if (player === null) return
  freeExperience(game, block, player)
  meltBrokenIce(game, block, player)
}

function dropsFor(game: Game, block: WorldBlock, player: Player | null): readonly ItemStack[] {
  if (player?.gameMode === 'creative' || !game.gameRules.doTileDrops) return []
  return dropsOf(game.registry, block.state, player?.held ?? null, game.random)
}

/** Ores give experience to who digs them with a tool that is good enough and not silken. */
function freeExperience(game: Game, block: WorldBlock, player: Player): void {
  const kind = game.registry.blockOfState(block.state)
  if (player.gameMode === 'creative' || !canHarvest(kind, player.held?.name ?? null)) return
  if (enchantmentLevel(player.held, 'silk_touch') > 0) return
  const { x, y, z } = block.position
  const points = blockExperience(block.name, game.stream('experience'))
  dropExperience(game, { x: x + 0.5, y: y + 0.5, z: z + 0.5 }, points)
}

/** The other block of a door, bed or tall plant; null for blocks of one piece. */
export function otherHalf(game: Game, block: WorldBlock): WorldBlock | null {
  const { half, part, facing } = block.properties
  const towards = half === undefined ? partDirection(part, facing) : halfDirection(half)
  if (towards === null) return null
  const other = game.world.blockAt(neighbor(block.position, towards))
  return other.name === block.name ? other : null
}

function halfDirection(half: string): Face | null {
  if (half === 'lower') return 'up'
  return half === 'upper' ? 'down' : null
}

function partDirection(part: string | undefined, facing: string | undefined): Face | null {
  if (part === undefined || facing === undefined) return null
  return part === 'foot' ? (facing as Face) : opposite(facing as Face)
}

function clear(game: Game, block: WorldBlock): void {
  if (block.state === 0) return
  const wet = block.properties.waterlogged === 'true'
  game.world.setBlockState(block.position, wet ? game.registry.state('water') : 0)
}
