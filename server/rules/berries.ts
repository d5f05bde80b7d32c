import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { dropFromBlock } from '../game/item-entities.ts'
import type { Player } from '../game/player.ts'
import { itemStack } from '../inventory/item-stack.ts'

const RIPE = 3

/** Picks a bush's sweet berries, which grow again. Says whether there were any. Source: Minecraft Wiki, "Sweet Berries". */
export function pickBerries(game: Game, player: Player, position: Position): boolean {
  const { name, properties } = game.world.blockAt(position)
  if (name !== 'sweet_berry_bush') return false
  const age = Number(properties.age)
  if (age < RIPE - 1 || (age < RIPE && player.held?.name === 'bone_meal')) return false
  const count = 1 + game.random.below(2) + (age === RIPE ? 1 : 0)
  dropFromBlock(game, position, itemStack('sweet_berries', count))
  game.world.setBlock(position, name, { age: '1' })
  return true
}
