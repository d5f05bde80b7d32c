import type { BlockValue } from '../../core/skill-values.ts'
import type { BookKnowledge } from '../knowledge/book-knowledge.ts'
import type { Block, Bot } from '../mineflayer-library.ts'
import { positionValue } from './position-value.ts'

/** The block as skill code may see it: tools and drops come from the agent's book, never from the game's data. */
export function blockValue(block: Block, bot: Bot, knowledge: BookKnowledge): BlockValue {
  return {
    type: block.type,
    name: block.name,
    displayName: block.displayName,
    stateId: block.stateId,
    metadata: block.metadata ?? 0,
    position: block.position ? positionValue(block.position) : null,
    boundingBox: block.boundingBox,
    diggable: block.diggable,
    hardness: Number.isFinite(block.hardness) ? block.hardness : null,
    // The game's data names the kind of tool here, so the book decides.
    material: knowledge.toolsFor(block.name) ? (block.material ?? null) : null,
    transparent: block.transparent,
    light: block.light ?? 0,
    skyLight: block.skyLight ?? 0,
    biome: block.biome?.name ?? '',
    properties: block.getProperties(),
    shapes: block.shapes.map((shape) => [...shape]),
    harvestTools: knownHarvestTools(block.name, bot, knowledge),
    drops: itemIds(bot, knowledge.dropsOf(block.name) ?? []),
  }
}

function knownHarvestTools(name: string, bot: Bot, knowledge: BookKnowledge): Record<string, boolean> | null {
  const tools = knowledge.toolsFor(name) ?? []
  return tools.length === 0 ? null : Object.fromEntries(itemIds(bot, tools).map((id) => [String(id), true]))
}

function itemIds(bot: Bot, names: readonly string[]): number[] {
  return names.flatMap((name) => bot.registry.itemsByName[name]?.id ?? [])
}
