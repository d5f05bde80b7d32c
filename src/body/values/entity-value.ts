import type { EntityValue } from '../../core/skill-values.ts'
import type { Entity, Item } from '../mineflayer-library.ts'
import { itemValue } from './item-value.ts'
import { positionValue } from './position-value.ts'

export function entityValue(entity: Entity): EntityValue {
  return {
    id: entity.id,
    uuid: entity.uuid ?? null,
    type: entity.type,
    name: entity.name ?? null,
    displayName: entity.displayName ?? null,
    username: entity.username ?? null,
    kind: entity.kind ?? null,
    position: positionValue(entity.position),
    velocity: positionValue(entity.velocity),
    yaw: finite(entity.yaw),
    pitch: finite(entity.pitch),
    height: finite(entity.height),
    width: finite(entity.width),
    onGround: entity.onGround === true,
    health: entity.health ?? null,
    isValid: entity.isValid !== false,
    heldItem: itemValue(entity.equipment?.[0]),
    // Mineflayer leaves holes, which map() would pass on.
    equipment: Array.from((entity.equipment ?? []).slice(0, 6), (item) => itemValue(item)),
    droppedItem: itemValue(droppedItem(entity)),
  }
}

/** The item that an item entity is, or null for anything else and while its data has not arrived. */
export function droppedItem(entity: Entity): Item | null {
  if (entity.name !== 'item' && entity.name !== 'item_stack') return null
  try {
    return entity.getDroppedItem()
  } catch {
    // Mineflayer throws until the entity's metadata is there.
    return null
  }
}

function finite(value: number | undefined): number {
  return Number.isFinite(value) ? Number(value) : 0
}
