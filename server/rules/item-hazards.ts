import { blockPosition, type Position } from '../../src/core/position.ts'
import { perState } from '../data/per-state.ts'
import type { ItemEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { fireDamageOf } from './burning.ts'

const LAVA_DAMAGE = 4
/** Items touch a cactus beside them when their middle is this near to it, in blocks. */
const CACTUS_REACH = 0.19
const fireproof = /^netherite_|^ancient_debris$/
/** A star of the Nether survives every blast. */
const blastproof = /^nether_star$/

/** Lava, fire and cacti wear an item on the ground out; says whether nothing is left. Source: Minecraft Wiki, Item (entity). */
export function isRuined(game: Game, item: ItemEntity): boolean {
  const block = blockPosition(item.position)
  const heat = heatOf(game.registry, game.world.blockStateAt(block))
  if (heat > 0 && !fireproof.test(item.stack.name)) item.health -= heat
  if (touchesCactus(game, item, block)) item.health -= 1
  return item.health <= 0
}

/** A blast takes more from an item than it has. */
export function isBlownUp(item: ItemEntity, damage: number): boolean {
  if (!blastproof.test(item.stack.name)) item.health -= damage
  return item.health <= 0
}

/** What a block in the state takes from an item in it by its heat. */
const heatOf = perState((registry, state) => {
  const { name } = registry.blockOfState(state)
  if (name === 'lava') return LAVA_DAMAGE
  // Campfires hurt only what lives.
  if (name.endsWith('campfire')) return 0
  return fireDamageOf({ name, properties: registry.propertiesOfState(state) })
})

const isCactus = perState((registry, state) => registry.blockOfState(state).name === 'cactus')

function touchesCactus({ registry, world }: Game, { position }: ItemEntity, block: Position): boolean {
  const isCactusAt = (place: Position) => isCactus(registry, world.blockStateAt(place))
  const { x, y, z } = block
  const [east, above, south] = [position.x - x, position.y - y, position.z - z]
  return (
    isCactusAt(block) ||
    (above <= 1e-3 && isCactusAt({ x, y: y - 1, z })) ||
    (east < CACTUS_REACH && isCactusAt({ x: x - 1, y, z })) ||
    (1 - east < CACTUS_REACH && isCactusAt({ x: x + 1, y, z })) ||
    (south < CACTUS_REACH && isCactusAt({ x, y, z: z - 1 })) ||
    (1 - south < CACTUS_REACH && isCactusAt({ x, y, z: z + 1 }))
  )
}
