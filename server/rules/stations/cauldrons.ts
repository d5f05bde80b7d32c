import type { Game } from '../../game/game.ts'
import type { Player } from '../../game/player.ts'
import { itemData } from '../../inventory/item-data.ts'
import { itemStack } from '../../inventory/item-stack.ts'
import type { WorldBlock } from '../../world/world.ts'
import { exchangeStack } from '../exchanging.ts'
import type { HandUse } from './hand-use.ts'

const FULL = 3

/** What a full bucket makes of a cauldron, and the other way round. */
const fillings: readonly (readonly [bucket: string, cauldron: string])[] = [
  ['water_bucket', 'water_cauldron'],
  ['lava_bucket', 'lava_cauldron'],
  ['powder_snow_bucket', 'powder_snow_cauldron'],
]

const waterBottle = itemStack('potion', 1, 0, itemData({ potion: 'water' }))

/** Fills or empties a cauldron by bucket or bottle. Says whether it did. Source: Minecraft Wiki, "Cauldron". */
export function useCauldron(game: Game, player: Player, { block, slot, stack }: HandUse): boolean {
  if (stack === null || !block.name.endsWith('cauldron')) return false
  const filling = fillings.find(([bucket]) => bucket === stack.name)
  if (filling !== undefined) {
    setLevel(game, block, filling[1], FULL)
    exchangeStack(game, player, slot, itemStack('bucket'))
    return true
  }
  const level = levelOf(block)
  if (stack.name === 'bucket') {
    const content = fillings.find(([, cauldron]) => cauldron === block.name)
    if (content === undefined || level < FULL) return false
    setLevel(game, block, block.name, 0)
    exchangeStack(game, player, slot, itemStack(content[0]))
    return true
  }
  if (stack.name === 'glass_bottle' && block.name === 'water_cauldron') {
    setLevel(game, block, block.name, level - 1)
    exchangeStack(game, player, slot, waterBottle)
    return true
  }
  const isWater = stack.name === 'potion' && stack.data?.potion === 'water'
  if (!isWater || level >= FULL || !/^(water_)?cauldron$/.test(block.name)) return false
  setLevel(game, block, 'water_cauldron', level + 1)
  exchangeStack(game, player, slot, itemStack('glass_bottle'))
  return true
}

function levelOf({ name, properties }: WorldBlock): number {
  return name === 'lava_cauldron' ? FULL : Number(properties.level ?? 0)
}

function setLevel(game: Game, { position }: WorldBlock, cauldron: string, level: number): void {
  if (level === 0) game.world.setBlock(position, 'cauldron')
  else game.world.setBlock(position, cauldron, cauldron === 'lava_cauldron' ? {} : { level: String(level) })
}
