import type { Bot, Vec3 } from '../../../src/body/mineflayer-library.ts'

/** What a block is to one who digs. What is `fixed` is neither dug nor entered: bedrock, crops, cacti, the unknown. */
export type Rock = 'free' | 'rock' | 'falling' | 'water' | 'lava' | 'fixed'

const FALLING = /^(sand|red_sand|gravel)$/
const WATER = /^(water|bubble_column|kelp|kelp_plant|seagrass|tall_seagrass)$/
const FIXED =
  /^(farmland|wheat|cactus|sweet_berry_bush|powder_snow|magma_block|obsidian|crying_obsidian|fire|cobweb|chest|spawner)$/
/** Blocks as hard as this take too long to dig. */
const HARDEST = 20

/** Tells what the blocks around a bot are to one who digs, by what the bot was told of them. */
export class RockMap {
  readonly #bot: Bot
  readonly #kinds = new Map<number, Rock>()

  constructor(bot: Bot) {
    this.#bot = bot
  }

  at(place: Vec3): Rock {
    const { world } = this.#bot
    if (world.getColumn(place.x >> 4, place.z >> 4) === undefined) return 'fixed'
    const state = world.getBlockStateId(place as never)
    const known = this.#kinds.get(state)
    if (known !== undefined) return known
    const kind = this.#kindAt(place)
    this.#kinds.set(state, kind)
    return kind
  }

  #kindAt(place: Vec3): Rock {
    const block = this.#bot.blockAt(place as never)
    if (block === null || FIXED.test(block.name)) return 'fixed'
    if (block.name === 'lava') return 'lava'
    if (WATER.test(block.name) || block.getProperties().waterlogged === true) return 'water'
    if (FALLING.test(block.name)) return 'falling'
    if (block.boundingBox === 'empty') return 'free'
    return block.diggable && (block.hardness ?? HARDEST) < HARDEST ? 'rock' : 'fixed'
  }
}
