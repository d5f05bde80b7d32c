import type { SeenEntity } from '../../core/percept.ts'
import { distanceBetween } from '../../core/position.ts'
import type { Bot, Entity } from '../mineflayer-library.ts'
import { droppedItem } from '../values/entity-value.ts'
import { positionValue } from '../values/position-value.ts'
import type { ActivityWatch } from './activity-watch.ts'

/** How far a bot notices entities, in blocks. */
const SIGHT = 48
/** What minecraft-data calls creatures; all else that is no player and no item is an object. */
const MOB_TYPES = new Set(['mob', 'animal', 'hostile', 'passive', 'ambient', 'water_creature', 'living'])

/** Players, mobs, items and things around the bot, nearest first; the bot itself is not among them. */
export function seenEntities(bot: Bot, activities: ActivityWatch): readonly SeenEntity[] {
  return Object.values(bot.entities)
    .filter((entity) => entity !== bot.entity && entity.position)
    .map((entity) => seenEntity(entity, bot, activities))
    .filter((entity) => entity.distance <= SIGHT)
    .sort((a, b) => a.distance - b.distance || a.id - b.id)
}

export function isMob(entity: Entity): boolean {
  return MOB_TYPES.has(entity.type)
}

function seenEntity(entity: Entity, bot: Bot, activities: ActivityWatch): SeenEntity {
  const distance = distanceBetween(entity.position, bot.entity.position)
  return {
    id: entity.id,
    kind: kindOf(entity),
    name: nameOf(entity),
    position: positionValue(entity.position),
    distance: Math.round(distance * 10) / 10,
    heldItem: entity.equipment?.[0]?.name ?? null,
    activity: activities.of(entity),
  }
}

function kindOf(entity: Entity): SeenEntity['kind'] {
  if (entity.type === 'player') return 'player'
  if (entity.name === 'item') return 'item'
  return isMob(entity) ? 'mob' : 'object'
}

function nameOf(entity: Entity): string {
  if (entity.type === 'player') return entity.username ?? 'unknown player'
  return droppedItem(entity)?.name ?? entity.name ?? 'unknown'
}
