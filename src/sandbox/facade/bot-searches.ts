import type { Vec3 } from 'vec3'
import type { Position } from '../../core/position.ts'
import type { BlockValue, EntityValue, ItemValue, RecipeValue } from '../../core/skill-values.ts'
import { toBlock } from './blocks.ts'
import type { Entities, Entity } from './entities.ts'
import { type FindBlocksOptions, findBlocks } from './find-blocks.ts'
import type { Gate } from './gate.ts'
import { toItem } from './items.ts'
import { positionOf, vectorOf } from './vectors.ts'

/** Questions about the world that are answered at once. */
export function createBotSearches(gate: Gate, entities: Entities) {
  const blockAt = (position: unknown) => {
    const value = gate.read<BlockValue | null>('blockAt', positionOf(position, 'bot.blockAt'))
    return value === null ? null : toBlock(value, gate)
  }
  const place = (block: unknown, caller: string) => positionOf(block, `bot.${caller}`)
  return {
    blockAt,
    findBlocks: (options: FindBlocksOptions): Vec3[] => findBlocks(gate, options),
    findBlock: (options: FindBlocksOptions) => {
      const [first] = findBlocks(gate, { ...options, count: 1 })
      return first === undefined ? null : blockAt(first)
    },
    nearestEntity: (matches: (entity: Entity) => unknown = () => true) => nearestOf(entities, matches),
    canSeeBlock: (block: unknown) => gate.read<boolean>('canSeeBlock', place(block, 'canSeeBlock')),
    canDigBlock: (block: unknown) =>
      block !== null && gate.read<boolean>('canDigBlock', place(block, 'canDigBlock')),
    digTime: (block: unknown) => gate.read<number>('digTime', place(block, 'digTime')),
    isABed: (block: { readonly name?: unknown } | null) => String(block?.name).endsWith('_bed'),
    blockAtCursor: (maxDistance?: number) => {
      const value = gate.read<BlockValue | null>('blockAtCursor', maxDistance)
      return value === null ? null : toBlock(value, gate)
    },
    entityAtCursor: (maxDistance?: number) => {
      const value = gate.read<EntityValue | null>('entityAtCursor', maxDistance)
      return value === null ? null : entities.handleOf(value)
    },
    recipesFor: (item: unknown, _metadata?: unknown, minimum?: number | null, table?: unknown) =>
      gate.read<RecipeValue[]>('recipesFor', item, minimum ?? 1, Boolean(table)),
    recipesAll: (item: unknown, _metadata?: unknown, table?: unknown) =>
      gate.read<RecipeValue[]>('recipesAll', item, Boolean(table)),
    /** Not Mineflayer's: where the agent remembers blocks of these names to be, nearest first. */
    rememberedPlaces: (names: unknown): Vec3[] =>
      gate.read<Position[]>('rememberedPlaces', Array.isArray(names) ? names : [names]).map(vectorOf),
    bestHarvestTool: (block: unknown) =>
      toItem(gate.read<ItemValue | null>('bestHarvestTool', place(block, 'bestHarvestTool'))),
  }
}

function nearestOf(entities: Entities, matches: (entity: Entity) => unknown): Entity | null {
  const all = entities.all()
  const self = entities.self()
  let best: Entity | null = null
  let bestDistance = Number.POSITIVE_INFINITY
  for (const entity of all) {
    if (entity.id === self.id || !matches(entity)) continue
    const distance = self.position.distanceSquared(entity.position)
    if (distance >= bestDistance) continue
    best = entity
    bestDistance = distance
  }
  return best
}
