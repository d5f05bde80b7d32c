import { blockPosition, type Position } from '../../src/core/position.ts'
import type { Body } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { WorldBlock } from '../world/world.ts'
import { neighbor } from './faces.ts'

const WET = '7'
/** Water reaches that far, on the level of the field and one above. */
const WATER_REACH = 4
/** A fall of less than this much never tramples a field, in blocks. */
const HARMLESS_FALL = 0.5
const planted =
  /^(wheat|carrots|potatoes|beetroots|torchflower_crop|pitcher_crop|(attached_)?(pumpkin|melon)_stem)$/

/** A field near water is wet; others dry out step by step and end as dirt when nothing is planted on them. */
export function dryOut(game: Game, block: WorldBlock): void {
  const moisture = Number(block.properties.moisture)
  if (hasWater(game, block.position)) {
    if (block.properties.moisture !== WET) game.world.setBlock(block.position, 'farmland', { moisture: WET })
  } else if (moisture > 0) {
    game.world.setBlock(block.position, 'farmland', { moisture: String(moisture - 1) })
  } else if (!planted.test(game.world.blockAt(neighbor(block.position, 'up')).name)) {
    game.world.setBlock(block.position, 'dirt')
  }
}

/**
 * Whoever lands on a field may turn it into dirt: the longer the fall, the likelier.
 * Source: Minecraft Wiki, "Farmland" (decay).
 *
 * @param fallen length of the fall in blocks
 */
export function trample(game: Game, body: Body, fallen: number): void {
  const { position } = body
  const ground = blockPosition({ ...position, y: position.y - 0.2 })
  if (game.world.blockAt(ground).name !== 'farmland') return
  if (game.growth.random.float() < fallen - HARMLESS_FALL) game.world.setBlock(ground, 'dirt')
}

/** A field under a solid block is dirt again. */
export function smotherFarmland(game: Game, changed: Position, state: number): void {
  const kind = game.registry.blockOfState(state)
  const ground = neighbor(changed, 'down')
  if (kind.boundingBox !== 'block' || /_fence_gate$|^moving_piston$/.test(kind.name)) return
  if (game.world.blockAt(ground).name === 'farmland') game.world.setBlock(ground, 'dirt')
}

function hasWater(game: Game, { x, y, z }: Position): boolean {
  for (let dy = 0; dy <= 1; dy++) {
    for (let dz = -WATER_REACH; dz <= WATER_REACH; dz++) {
      for (let dx = -WATER_REACH; dx <= WATER_REACH; dx++) {
        const block = game.world.blockAt({ x: x + dx, y: y + dy, z: z + dz })
        if (block.name === 'water' || block.properties.waterlogged === 'true') return true
      }
    }
  }
  return false
}
