import type { Position } from '../../../src/core/position.ts'
import { smeltingOf, smeltingTicks } from '../../data/smelting.ts'
import { CAMPFIRE_PLACES, Campfire } from '../../game/campfire.ts'
import type { Game } from '../../game/game.ts'
import { dropFromBlock } from '../../game/item-entities.ts'
import type { Player } from '../../game/player.ts'
import { itemStack, withCount } from '../../inventory/item-stack.ts'
import { wearHeldItem } from '../tool-wear.ts'
import type { HandUse } from './hand-use.ts'

/** Ticks by which food over a dead fire goes back. */
const COOLING = 2

/**
 * Lays food on a campfire, lights it with flint and steel or a fire charge, or puts it out with a shovel. Says whether it
 * did. Source: Minecraft Wiki, "Campfire".
 */
export function useCampfire(game: Game, player: Player, { block, slot, stack }: HandUse): boolean {
  if (!/^(soul_)?campfire$/.test(block.name) || stack === null) return false
  if (smeltingOf(stack.name, 'campfire') !== null) {
    if (!layFood(game, block.position, stack.name)) return false
    if (player.gameMode !== 'creative') player.inventory.storage.put(slot, withCount(stack, stack.count - 1))
    return true
  }
  const { lit, waterlogged } = block.properties
  const lights =
    lit === 'false' && waterlogged === 'false' && /^(flint_and_steel|fire_charge)$/.test(stack.name)
  const douses = lit === 'true' && stack.name.endsWith('_shovel')
  if (!lights && !douses) return false
  game.world.setBlock(block.position, block.name, { ...block.properties, lit: String(lights) })
  if (stack.name !== 'fire_charge') wearHeldItem(game, player, 'dig')
  else if (player.gameMode !== 'creative')
    player.inventory.storage.put(slot, withCount(stack, stack.count - 1))
  return true
}

/** Cooks what lies on campfires: 600 ticks for each piece, which then falls beside the fire. */
export function tickCampfires(game: Game): void {
  for (const { position, entity } of game.world.blockEntities()) {
    if (!(entity instanceof Campfire)) continue
    const isLit = game.world.blockAt(position).properties.lit === 'true'
    for (let place = 0; place < CAMPFIRE_PLACES; place++) cook(game, position, entity, { place, isLit })
  }
}

function cook(
  game: Game,
  position: Position,
  fire: Campfire,
  { place, isLit }: { place: number; isLit: boolean },
): void {
  const food = fire.storage.at(place)
  if (food === null) return
  const before = fire.progress[place] ?? 0
  fire.progress[place] = isLit ? before + 1 : Math.max(0, before - COOLING)
  if (before + 1 < smeltingTicks('campfire') || !isLit) return
  const cooked = smeltingOf(food.name, 'campfire')
  fire.storage.put(place, null)
  fire.progress[place] = 0
  if (cooked !== null) dropFromBlock(game, position, itemStack(cooked.item))
}

/** Puts one piece onto the first free place. Says whether there was one. */
function layFood(game: Game, position: Position, item: string): boolean {
  const known = game.world.blockEntityAt(position)
  const fire = known instanceof Campfire ? known : new Campfire()
  const place = fire.storage.all().indexOf(null)
  if (place < 0) return false
  game.world.setBlockEntity(position, fire)
  fire.storage.put(place, itemStack(item))
  fire.progress[place] = 0
  return true
}
