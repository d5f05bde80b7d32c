import type { MindView } from '../../../core/brain.ts'
import { timeOfDay } from '../../../core/circumstances.ts'
import type { ItemCounts } from '../../../core/item-counts.ts'
import { type Percept, UNKNOWN_BIOME } from '../../../core/percept.ts'
import { lines, listed, type Slots } from './assemble-prompt.ts'
import { nameOrQuote } from './quote.ts'
import { byRelevance, wordsOf } from './relevance.ts'
import { EVERYTHING, isCoreItem, type Shown } from './warm-up.ts'

/** What the agent senses, as slots: what has to do with the wanted words first. Read back by `read-observation.ts`. */
export function observationSlots(
  { percept }: Pick<MindView, 'percept'>,
  wanted: ReadonlySet<string>,
  shown: Shown = EVERYTHING,
): Slots {
  const near = [...percept.blocks].sort((a, b) => a.distance - b.distance)
  const notable = new Set([...wanted, ...NOTABLE])
  const blocks = byRelevance(near, ({ name }) => name, notable).slice(0, MOST_BLOCKS)
  const entities = (shown.entities ? [...percept.entities] : []).sort((a, b) => a.distance - b.distance)
  return {
    state: { ...lines(stateLines(percept, shown), 0) },
    blocks: listed(
      blocks.map(({ name, distance }) => `${nameOrQuote(name)} ${Math.round(distance)}`),
      2,
    ),
    entities: listed(distinct(entities.map(entityEntry)).slice(0, MOST_ENTITIES), 3),
  }
}

const MOST_BLOCKS = 24
const MOST_ENTITIES = 8

/** Blocks that matter whatever is wanted. */
const NOTABLE = wordsOf('log ore table furnace chest stone water lava sand gravel crop wheat')

function stateLines(percept: Percept, shown: Shown): readonly string[] {
  const { position, biome, dimension, health, food, inventory, freeSlots, equipment } = percept
  const place = [position.x, position.y, position.z].map(Math.floor).join(' ')
  const where = [
    ...(shown.biome && biome !== UNKNOWN_BIOME ? [nameOrQuote(biome)] : []),
    nameOrQuote(dimension),
    ...(shown.vitals ? [timeAndWeather(percept)] : []),
  ].join(', ')
  const vitals = shown.vitals ? ` Health ${Math.round(health)}/20, food ${Math.round(food)}/20.` : ''
  const worn = Object.entries(equipment).flatMap(([slot, item]) =>
    item === null ? [] : [`${slot} ${nameOrQuote(item)}`],
  )
  return [
    `At ${place} in ${where}.${vitals}`,
    `Inventory (${freeSlots} slots free): ${countedItems(shown.inventory ? inventory : coreOf(inventory))}`,
    ...(worn.length === 0 ? [] : [`Equipped: ${worn.join(', ')}`]),
  ]
}

function coreOf(inventory: ItemCounts): ItemCounts {
  return Object.fromEntries(Object.entries(inventory).filter(([item]) => isCoreItem(item)))
}

/** `3 oak_log, 1 stick`, or `nothing`. */
export function countedItems(items: ItemCounts): string {
  const entries = Object.entries(items).filter(([, count]) => count > 0)
  if (entries.length === 0) return 'nothing'
  return entries.map(([item, count]) => `${count} ${nameOrQuote(item)}`).join(', ')
}

function timeAndWeather(percept: Percept): string {
  const time = timeOfDay(percept)
  return percept.raining ? `${time}, rain` : time
}

function entityEntry({ kind, name, distance }: Percept['entities'][number]): string {
  const what = kind === 'mob' ? '' : `${kind} `
  return `${what}${nameOrQuote(name)} ${Math.round(distance)}`
}

function distinct(entries: readonly string[]): readonly string[] {
  return [...new Set(entries)]
}
