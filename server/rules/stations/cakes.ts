import type { Game } from '../../game/game.ts'
import type { Player } from '../../game/player.ts'
import { sendHealth } from '../damage.ts'
import type { HandUse } from './hand-use.ts'

const SLICES = 7
/** What a slice gives. Source: Minecraft Wiki, "Cake". */
const FOOD = 2
const SATURATION = 0.4
const FULL = 20

/** The player eats a slice of the cake if it is hungry. Says whether it did. */
export function eatCake(game: Game, player: Player, { block }: HandUse): boolean {
  if (block.name !== 'cake' || (player.food >= FULL && player.gameMode !== 'creative')) return false
  player.food = Math.min(FULL, player.food + FOOD)
  player.saturation = Math.min(player.food, player.saturation + SATURATION)
  sendHealth(player)
  const bites = Number(block.properties.bites) + 1
  if (bites === SLICES) game.world.setBlock(block.position, 'air')
  else game.world.setBlock(block.position, 'cake', { bites: String(bites) })
  return true
}
