import { compostChance } from '../../data/composting.ts'
import type { Game } from '../../game/game.ts'
import { dropFromBlock } from '../../game/item-entities.ts'
import type { Player } from '../../game/player.ts'
import { itemStack, withCount } from '../../inventory/item-stack.ts'
import type { WorldBlock } from '../../world/world.ts'
import { neighbor } from '../faces.ts'
import type { HandUse } from './hand-use.ts'

const FULL = 7
const READY = 8
/** Ticks that a full composter takes. Source: Minecraft Wiki, "Composter". */
const RIPENING = 20

/** Adds to a composter, or takes the bone meal out of it. Says whether it did. */
export function useComposter(game: Game, player: Player, { block, slot, stack }: HandUse): boolean {
  if (block.name !== 'composter') return false
  const level = Number(block.properties.level)
  if (emptyComposter(game, block)) {
    dropFromBlock(game, neighbor(block.position, 'up'), itemStack('bone_meal'))
    return true
  }
  if (stack === null || compostChance(stack.name) === null) return false
  if (level < FULL) {
    addCompost(game, block, stack.name)
    if (player.gameMode !== 'creative') player.inventory.storage.put(slot, withCount(stack, stack.count - 1))
  }
  return true
}

/** A hopper puts one of the item into the composter from above. Says whether it went in. */
export function feedComposter(game: Game, block: WorldBlock, item: string): boolean {
  if (compostChance(item) === null || Number(block.properties.level) >= FULL) return false
  addCompost(game, block, item)
  return true
}

/** Takes the bone meal out of a composter that has it ready. Says whether it had. */
export function emptyComposter(game: Game, { position, name, properties }: WorldBlock): boolean {
  if (name !== 'composter' || properties.level !== String(READY)) return false
  game.world.setBlock(position, name, { level: '0' })
  return true
}

/** Lets the composter rot one of the item: the first always raises the level, later ones by chance. */
function addCompost(game: Game, { position, name, properties }: WorldBlock, item: string): void {
  const level = Number(properties.level)
  const chance = compostChance(item) ?? 0
  if (level > 0 && game.stream('composters').float() >= chance) return
  game.world.setBlock(position, name, { level: String(level + 1) })
  if (level + 1 === FULL) game.redstone.ticks.schedule(position, game.tick + RIPENING)
}

/** A full composter has bone meal ready. */
export function ripenCompost(game: Game, { position, name, properties }: WorldBlock): void {
  if (properties.level === String(FULL)) game.world.setBlock(position, name, { level: String(READY) })
}
