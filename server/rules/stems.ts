import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { WorldBlock } from '../world/world.ts'
import { growsNow, ripeAges, ripen } from './crops.ts'
import { type HorizontalFace, neighbor, opposite } from './faces.ts'

const sides: readonly HorizontalFace[] = ['north', 'south', 'west', 'east']
const soil = /^(farmland|dirt|grass_block|coarse_dirt|podzol|rooted_dirt|moss_block|mud|mycelium)$/

/** A stem ripens, then bears a pumpkin or melon on free soil beside it. Source: Minecraft Wiki, "Pumpkin Seeds". */
export function growStem(game: Game, block: WorldBlock): void {
  if (!growsNow(game, block)) return
  if (Number(block.properties.age) < (ripeAges[block.name] ?? 0)) {
    ripen(game, block, 1)
    return
  }
  const side = game.growth.random.pick(sides)
  const place = neighbor(block.position, side)
  const ground = game.world.blockAt(neighbor(place, 'down')).name
  if (game.world.blockStateAt(place) !== 0 || !soil.test(ground)) return
  game.world.setBlock(place, block.name.replace('_stem', ''))
  game.world.setBlock(block.position, `attached_${block.name}`, { facing: side })
}

/** Stems beside a fruit that was taken away can bear another one. */
export function detachStems(game: Game, changed: Position, before: number): void {
  const fruit = game.registry.blockOfState(before).name
  if (fruit !== 'pumpkin' && fruit !== 'melon') return
  for (const side of sides) {
    const place = neighbor(changed, side)
    const { name, properties } = game.world.blockAt(place)
    if (name === `attached_${fruit}_stem` && properties.facing === opposite(side)) {
      game.world.setBlock(place, `${fruit}_stem`, { age: '7' })
    }
  }
}
