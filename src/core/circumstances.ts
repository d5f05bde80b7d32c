import * as z from 'zod'
import type { Percept } from './percept.ts'
import { positionSchema } from './position.ts'

const timeOfDaySchema = z.enum(['day', 'dusk', 'night', 'dawn'])

export type TimeOfDay = z.infer<typeof timeOfDaySchema>

/** Where an agent was and what was about it: what makes one situation like another. */
export const circumstancesSchema = z.strictObject({
  dimension: z.string(),
  biome: z.string(),
  position: positionSchema,
  /** Kinds of blocks within sight, nearest first. */
  blocks: z.array(z.string()),
  mobs: z.array(z.string()),
  /** Players within sight. */
  players: z.array(z.string()),
  /** Kinds of items that were owned. */
  items: z.array(z.string()),
  /** Null in what was kept before it was told. */
  time: timeOfDaySchema.nullable().default(null),
})

export type Circumstances = Readonly<z.infer<typeof circumstancesSchema>>

/** What of a percept is worth remembering with what was done there. */
export function circumstancesOf(percept: Percept): Circumstances {
  const { dimension, biome, position, blocks, entities, inventory } = percept
  const nearestFirst = blocks.toSorted((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
  const names = (kind: Percept['entities'][number]['kind']) =>
    [...new Set(entities.filter((entity) => entity.kind === kind).map(({ name }) => name))].sort()
  return {
    dimension,
    biome,
    position,
    blocks: nearestFirst.slice(0, MOST_BLOCKS).map(({ name }) => name),
    mobs: names('mob'),
    players: names('player'),
    items: Object.keys(inventory).sort(),
    time: timeOfDay(percept),
  }
}

/** Monsters appear at night; beds can be used from dusk on (Minecraft Wiki: Daylight cycle). */
export function timeOfDay({ timeOfDay: ticks }: Pick<Percept, 'timeOfDay'>): TimeOfDay {
  return ticks < 12_000 ? 'day' : ticks < 13_800 ? 'dusk' : ticks < 22_200 ? 'night' : 'dawn'
}

/** Kinds of blocks that are kept: the far ones say little. */
const MOST_BLOCKS = 16
