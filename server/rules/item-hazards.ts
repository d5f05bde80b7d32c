import { blockPosition } from '../../src/core/position.ts'
import type { ItemEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { fireDamageOf } from './burning.ts'
import { faces, neighbor } from './faces.ts'

const LAVA_DAMAGE = 4
/** Items touch a cactus beside them when their middle is this near to it, in blocks. */
const CACTUS_REACH = 0.19
const fireproof = /^netherite_|^ancient_debris$/
/** A star of the Nether survives every blast. */
const blastproof = /^nether_star$/

/** Lava, fire and cacti wear an item on the ground out; says whether nothing is left. Source: Minecraft Wiki, Item (entity). */
export function isRuined(game: Game, item: ItemEntity): boolean {
  const block = game.world.blockAt(blockPosition(item.position))
  if (!fireproof.test(item.stack.name)) {
    // Campfires hurt only what lives.
    const fireDamage = block.name.endsWith('campfire') ? 0 : fireDamageOf(block)
    item.health -= block.name === 'lava' ? LAVA_DAMAGE : fireDamage
  }
  if (touchesCactus(game, item)) item.health -= 1
  return item.health <= 0
}

/** A blast takes more from an item than it has. */
export function isBlownUp(item: ItemEntity, damage: number): boolean {
  if (!blastproof.test(item.stack.name)) item.health -= damage
  return item.health <= 0
}

function touchesCactus(game: Game, { position }: ItemEntity): boolean {
  const block = blockPosition(position)
  if (game.world.blockAt(block).name === 'cactus') return true
  return faces.some((face) => {
    const place = neighbor(block, face)
    const isNear =
      Math.abs(position.x - (place.x + 0.5)) < 0.5 + CACTUS_REACH &&
      Math.abs(position.z - (place.z + 0.5)) < 0.5 + CACTUS_REACH &&
      Math.abs(position.y - (place.y + 0.5)) <= 0.5 + 1e-3
    return isNear && face !== 'up' && game.world.blockAt(place).name === 'cactus'
  })
}
