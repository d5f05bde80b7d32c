import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { playBlockSound } from '../game/sounds.ts'
import type { WorldBlock } from '../world/world.ts'
import { otherHalf } from './breaking.ts'
import { horizontalDirection, opposite } from './faces.ts'

/** Whether the block opens and closes: a door, trapdoor or gate. */
export function isOpenable({ name }: Pick<WorldBlock, 'name'>): boolean {
  return /_(door|trapdoor|fence_gate)$/.test(name)
}

/**
 * The player opens or closes a door, trapdoor or gate by hand. Those of iron only move by redstone.
 * Source: Minecraft Wiki, "Door", "Trapdoor" and "Fence Gate".
 *
 * @returns false for blocks that a hand does not open
 */
export function openByHand(game: Game, player: Player, position: Position): boolean {
  const block = game.world.blockAt(position)
  if (!isOpenable(block) || block.name.startsWith('iron_')) return false
  const opens = block.properties.open === 'false'
  setParts(game, block, { open: String(opens), ...gateDirection(block, player, opens) })
  soundDoor(game, block, opens, player)
  return true
}

/** Opens a door when redstone power comes and closes it when it goes; both halves of a door move together. */
export function powerDoor(game: Game, block: WorldBlock, powered: boolean): void {
  if (block.properties.powered === String(powered)) return
  setParts(game, block, { powered: String(powered), open: String(powered) })
  if (block.properties.open !== String(powered)) soundDoor(game, block, powered, null)
}

/** Gates open away from the player. */
function gateDirection(block: WorldBlock, player: Player, opens: boolean): { facing?: string } {
  const look = horizontalDirection(player.yaw)
  const isTowards = block.properties.facing === opposite(look)
  return opens && isTowards && block.name.endsWith('_fence_gate') ? { facing: look } : {}
}

/** @param except who moved it by hand, whose client sounds it by itself */
function soundDoor(game: Game, { name, position }: WorldBlock, opens: boolean, except: Player | null): void {
  const wood = /^(bamboo|cherry)_/.exec(name)?.[1]
  const special = /^(crimson|warped)_/.test(name)
    ? 'nether_wood_'
    : wood === undefined
      ? null
      : `${wood}_wood_`
  const metal = name.startsWith('iron_') ? 'iron_' : name.includes('copper_') ? 'copper_' : null
  const kind = /(door|trapdoor|fence_gate)$/.exec(name)?.[0] ?? 'door'
  const material = metal ?? special ?? (kind === 'fence_gate' ? '' : 'wooden_')
  const sound = { name: `block.${material}${kind}.${opens ? 'open' : 'close'}`, pitch: 0.95, spread: 0.1 }
  playBlockSound(game, position, sound, except)
}

function setParts(game: Game, block: WorldBlock, changes: Readonly<Record<string, string>>): void {
  for (const part of [block, otherHalf(game, block)]) {
    if (part !== null) game.world.setBlock(part.position, part.name, { ...part.properties, ...changes })
  }
}
