import { createHash } from 'node:crypto'
import { ItemStorage } from '../inventory/item-storage.ts'
import type { Entity } from './entity.ts'
import type { Game } from './game.ts'
import { ageOf, pickUpDelayOf } from './item-entities.ts'
import type { Player } from './player.ts'
import { savePlayer } from './saved-player.ts'

/**
 * SHA-256 over the blocks, what blocks hold, entities, players here and gone, time and weather: equal for two games in
 * the same state, on any machine.
 */
export function stateHash(game: Game): string {
  const { tick, time, weather, difficulty, world } = game
  const blockEntities = [...world.blockEntities()].sort(
    ({ position: a }, { position: b }) => a.x - b.x || a.z - b.z || a.y - b.y,
  )
  return createHash('sha256')
    .update(world.hash())
    .update(canonical({ tick, time, weather, difficulty, spawn: world.spawn }))
    .update(canonical(blockEntities))
    .update(canonical([...game.entities.values()].map((entity) => stateOfEntity(game, entity))))
    .update(canonical([...game.players.values()].map(stateOf)))
    .update(canonical(game.departed))
    .digest('hex')
}

function stateOf(player: Player): unknown {
  const { id, name, health, velocity, onGround, exhaustion, fallDistance, hurtDelay, digging } = player
  return {
    id,
    name,
    health,
    velocity,
    onGround,
    exhaustion,
    fallDistance,
    hurtDelay,
    digging,
    saved: savePlayer(player),
  }
}

/** How old an item is counts, not since when the game has counted. */
function stateOfEntity(game: Game, entity: Entity): unknown {
  if (entity.type !== 'item') return entity
  const { appeared, collectableFrom, ...item } = entity
  return { ...item, age: ageOf(game, entity), pickUpDelay: pickUpDelayOf(game, entity) }
}

/** What clients were told of an entity is not its state. */
const told = 'toldYaw'

/** The value as text that does not depend on the order of keys. Functions and what stands for shared data are left out. */
function canonical(value: unknown): string {
  if (value === undefined || typeof value === 'function') return ''
  if (typeof value !== 'object' || value === null) return `${typeof value} ${String(value)};`
  if (value instanceof ItemStorage) return canonical(value.all())
  if (value instanceof Map) return canonical(Object.fromEntries(value))
  if (value instanceof Set) return canonical([...value].map(String).sort())
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  const fields = Object.entries(value)
    .filter(([name]) => name !== told)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, field]) => `${name}:${canonical(isShared(name, field) ? field.name : field)}`).join('')}}`
}

/** What many things have in common, such as the data of all cows, goes by its name. */
function isShared(field: string, value: unknown): value is { readonly name: string } {
  return (field === 'kind' || field === 'traits') && typeof value === 'object' && value !== null
}
