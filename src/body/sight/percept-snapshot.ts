import { type Percept, UNKNOWN_BIOME } from '../../core/percept.ts'
import { countItems } from '../acting/held-items.ts'
import type { Bot, Item } from '../mineflayer-library.ts'
import { positionValue } from '../values/position-value.ts'
import type { ActivityWatch } from './activity-watch.ts'
import type { BlockSurvey } from './block-survey.ts'
import { seenEntities } from './seen-entities.ts'
import type { TallyCounter } from './tally-counter.ts'

export interface PerceptSources {
  readonly agent: string
  readonly bot: Bot
  readonly tick: number
  readonly survey: BlockSurvey
  readonly activities: ActivityWatch
  readonly tally: TallyCounter
}

/** What the agent senses at this tick. */
export function perceptSnapshot({ agent, bot, tick, survey, activities, tally }: PerceptSources): Percept {
  return {
    agent,
    tick,
    position: positionValue(bot.entity.position),
    dimension: String(bot.game.dimension),
    biome: biomeName(bot),
    timeOfDay: Math.trunc(bot.time?.timeOfDay ?? 0),
    raining: bot.isRaining === true,
    gameMode: String(bot.game.gameMode),
    health: bot.health ?? 0,
    food: bot.food ?? 0,
    inventory: countItems(bot.inventory.items()),
    freeSlots: bot.inventory.emptySlotCount(),
    equipment: equipment(bot),
    blocks: [...survey.seen()],
    entities: [...seenEntities(bot, activities)],
    players: Object.keys(bot.players)
      .filter((name) => name !== bot.username)
      .sort(),
    tally: tally.snapshot(),
  }
}

/** Blocks carry the number of their biome alone: Mineflayer looks for its name before the server has told the names. */
function biomeName(bot: Bot): string {
  const id = bot.blockAt(bot.entity.position)?.biome.id ?? -1
  return bot.registry.biomes[id]?.name ?? UNKNOWN_BIOME
}

function equipment(bot: Bot): Percept['equipment'] {
  const worn = (destination: string): string | null => {
    const item: Item | null | undefined = bot.inventory.slots[bot.getEquipmentDestSlot(destination)]
    return item?.name ?? null
  }
  return {
    hand: bot.heldItem?.name ?? null,
    offHand: bot.supportFeature('doesntHaveOffHandSlot') ? null : worn('off-hand'),
    head: worn('head'),
    torso: worn('torso'),
    legs: worn('legs'),
    feet: worn('feet'),
  }
}
