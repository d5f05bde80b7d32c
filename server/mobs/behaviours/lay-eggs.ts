import type { MobEntity } from '../../game/entity.ts'
import type { Game } from '../../game/game.ts'
import { dropFromBlock } from '../../game/item-entities.ts'
import { playSound } from '../../game/sounds.ts'
import { itemStack } from '../../inventory/item-stack.ts'

const LEAST_TICKS = 6000
const MORE_TICKS = 6000

/** A grown chicken lays an egg every five to ten minutes (Minecraft Wiki: Chicken). Never takes the tick. */
export function layEggs(game: Game, mob: MobEntity): boolean {
  const { mind, position } = mob
  if (mind.childhood > 0) return false
  const random = game.stream('eggs')
  if (mind.nextEgg === null) mind.nextEgg = game.tick + LEAST_TICKS + random.below(MORE_TICKS)
  if (mind.nextEgg > game.tick) return false
  mind.nextEgg = game.tick + LEAST_TICKS + random.below(MORE_TICKS)
  playSound(game, { name: 'entity.chicken.egg', category: 'neutral', position, volume: 1, pitch: 1 })
  const { x, y, z } = position
  dropFromBlock(game, { x: x - 0.5, y, z: z - 0.5 }, itemStack('egg'))
  return false
}
