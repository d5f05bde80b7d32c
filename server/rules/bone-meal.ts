import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { dropFromBlock } from '../game/item-entities.ts'
import type { Player } from '../game/player.ts'
import { itemStack, withCount } from '../inventory/item-stack.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import type { WorldBlock } from '../world/world.ts'
import { ripeAges, ripen } from './crops.ts'
import { neighbor } from './faces.ts'
import type { BlockUse } from './placing.ts'
import { advanceSapling } from './saplings.ts'
import { isSupported } from './support.ts'

/** Share of the tries that bring a sapling on. */
const SAPLING_CHANCE = 0.45
const GRASS_TRIES = 128
/** One in so many plants that bone meal raises on grass is a flower. */
const FLOWERS = 8
const PARTICLES_EVENT = 1505

/**
 * Feeds the block with the bone meal in the player's hand: plants grow on, grass sprouts. Says whether it had an effect.
 * Source: Minecraft Wiki, "Bone Meal" (fertilizer).
 */
export function fertilize(game: Game, player: Player, use: BlockUse): boolean {
  const index = use.offHand ? OFF_HAND : player.heldSlot
  const stack = player.inventory.storage.at(index)
  if (stack?.name !== 'bone_meal' || player.gameMode === 'adventure') return false
  if (!feedBlock(game, use.position)) return false
  if (player.gameMode !== 'creative') player.inventory.storage.put(index, withCount(stack, stack.count - 1))
  return true
}

/** Works bone meal into the block at the position. Says whether it had an effect. */
export function feedBlock(game: Game, position: Position): boolean {
  if (!feed(game, game.world.blockAt(position))) return false
  game.sendNear(position, {
    name: 'world_event',
    params: { effectId: PARTICLES_EVENT, location: position, data: 15, global: false },
  })
  return true
}

function feed(game: Game, block: WorldBlock): boolean {
  const { random } = game.growth
  const ripe = ripeAges[block.name]
  if (ripe !== undefined && block.name !== 'nether_wart') {
    if (Number(block.properties.age) >= ripe) return false
    if (block.name !== 'beetroots' || random.below(3) > 0) ripen(game, block, stepOf(game, block.name))
    return true
  }
  if (block.name.endsWith('_sapling')) {
    if (random.float() < SAPLING_CHANCE) advanceSapling(game, block)
    return true
  }
  if (block.name === 'grass_block') return sproutGrass(game, block)
  if (!/^(sunflower|lilac|rose_bush|peony)$/.test(block.name)) return false
  dropFromBlock(game, block.position, itemStack(block.name))
  return true
}

function stepOf(game: Game, name: string): number {
  const single = name === 'beetroots' || name === 'sweet_berry_bush' || name === 'cocoa'
  return single ? 1 : 2 + game.growth.random.below(4)
}

/** Walks at random over the grass around and plants grass and flowers where it comes by. */
function sproutGrass(game: Game, { position }: WorldBlock): boolean {
  if (game.world.blockStateAt(neighbor(position, 'up')) !== 0) return false
  const { random } = game.growth
  for (let time = 0; time < GRASS_TRIES; time++) {
    let place = neighbor(position, 'up')
    for (let step = 0; step < Math.floor(time / 16); step++) {
      place = {
        x: place.x + random.below(3) - 1,
        y: place.y + Math.trunc(((random.below(3) - 1) * random.below(3)) / 2),
        z: place.z + random.below(3) - 1,
      }
    }
    if (game.world.blockAt(neighbor(place, 'down')).name === 'grass_block') sprout(game, place)
  }
  return true
}

function sprout(game: Game, place: WorldBlock['position']): void {
  if (game.world.blockStateAt(place) !== 0) return
  const { random } = game.growth
  const grass = game.registry.findBlock('short_grass') === null ? 'grass' : 'short_grass'
  const flower = random.below(FLOWERS) === 0
  const name = flower ? random.pick(['dandelion', 'poppy']) : grass
  const state = game.registry.state(name)
  if (isSupported(game, place, state)) game.world.setBlockState(place, state)
}
