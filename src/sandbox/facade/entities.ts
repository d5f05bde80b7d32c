import type { EntityValue, PlayerValue, StateValue } from '../../core/skill-values.ts'
import type { Gate } from './gate.ts'
import { toItem } from './items.ts'
import { vectorOf } from './vectors.ts'

/** Entities read live: a handle shows the entity as it is now, and as it last was once it is gone. */
export function createEntities(gate: Gate) {
  const handles = new Map<number, Entity>()

  const seen = (): readonly EntityValue[] => gate.read<EntityValue[]>('entities')
  const own = (): EntityValue => gate.read<StateValue>('state').entity
  const lookFor = (id: number): EntityValue | null =>
    own().id === id ? own() : (seen().find((entity) => entity.id === id) ?? null)
  const handleOf = (value: EntityValue): Entity => {
    const known = handles.get(value.id)
    if (known !== undefined) return known
    const handle = createEntity(value, () => lookFor(value.id))
    handles.set(value.id, handle)
    return handle
  }
  const byId = (id: number): Entity | null => {
    const value = lookFor(id)
    return value === null ? null : handleOf(value)
  }
  return {
    all: (): Entity[] => seen().map(handleOf),
    byId,
    handleOf,
    self: (): Entity => handleOf(own()),
    players: () => {
      const entries = gate.read<PlayerValue[]>('players').map(({ entity, ...player }) => {
        return [player.username, { ...player, entity: entity === null ? null : byId(entity) }]
      })
      return Object.fromEntries(entries)
    },
  }
}

export type Entities = ReturnType<typeof createEntities>
export type Entity = ReturnType<typeof createEntity>

function createEntity(first: EntityValue, look: () => EntityValue | null) {
  let last = first
  const now = (): EntityValue => {
    const current = look()
    last = current ?? { ...last, isValid: false }
    return last
  }
  const handle = {
    id: first.id,
    uuid: first.uuid,
    type: first.type,
    name: first.name,
    displayName: first.displayName,
    username: first.username ?? undefined,
    kind: first.kind,
    mobType: first.displayName,
    objectType: first.displayName,
    height: first.height,
    width: first.width,
    eyeHeight: first.height * 0.9,
    metadata: [],
    getDroppedItem: () => toItem(now().droppedItem),
  }
  return Object.defineProperties(handle, liveMembers(now)) as typeof handle & LiveEntity
}

export interface LiveEntity {
  readonly position: ReturnType<typeof vectorOf>
  readonly velocity: ReturnType<typeof vectorOf>
  readonly isValid: boolean
}

function liveMembers(now: () => EntityValue): PropertyDescriptorMap {
  const live = (get: () => unknown): PropertyDescriptor => ({ get, enumerable: true })
  return {
    position: live(() => vectorOf(now().position)),
    velocity: live(() => vectorOf(now().velocity)),
    yaw: live(() => now().yaw),
    pitch: live(() => now().pitch),
    onGround: live(() => now().onGround),
    health: live(() => now().health ?? undefined),
    isValid: live(() => now().isValid),
    heldItem: live(() => toItem(now().heldItem)),
    equipment: live(() => now().equipment.map(toItem)),
  }
}
