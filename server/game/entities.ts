import type { Position } from '../../src/core/position.ts'
import type { Entity, ItemEntity } from './entity.ts'
import { StillItems } from './still-items.ts'

type Type = Entity['type']

/**
 * All that moves but players, by id, in the order in which it came. Those of a type, and those that are not known to lie still, can
 * be had without a look at the others.
 */
export class Entities extends Map<number, Entity> {
  readonly #byType = new Map<Type, Map<number, Entity>>()
  readonly #awake = new Map<number, Entity>()
  readonly #still = new StillItems()
  #removed: Entity[] = []

  override set(id: number, entity: Entity): this {
    this.#forget(id)
    const known = this.#byType.get(entity.type)
    if (known === undefined) this.#byType.set(entity.type, new Map([[id, entity]]))
    else known.set(id, entity)
    this.#awake.set(id, entity)
    return super.set(id, entity)
  }

  override delete(id: number): boolean {
    this.#forget(id)
    return super.delete(id)
  }

  override clear(): void {
    this.#removed.push(...this.values())
    for (const entities of this.#byType.values()) entities.clear()
    this.#awake.clear()
    this.#still.clear()
    super.clear()
  }

  /** Those of a type, in the order in which they came: live, like `values()`. */
  ofType<Name extends Type>(type: Name): Iterable<Extract<Entity, { readonly type: Name }>>
  ofType(type: Type): Iterable<Entity> {
    return this.#byType.get(type)?.values() ?? []
  }

  /** All but the items that lie still: live, like `values()`. */
  awake(): Iterable<Entity> {
    return this.#awake.values()
  }

  /** Takes note that an item lies still and that all have been told of it. Whoever changes that has to wake it. */
  settle(item: ItemEntity): void {
    if (this.#awake.delete(item.id)) this.#still.add(item)
  }

  /** Counts an item among those awake again. To be called before it is moved. */
  wake(item: ItemEntity): void {
    if (this.#still.delete(item)) this.#awake.set(item.id, item)
  }

  /** The items that lie still within so many blocks along x and z, and some that do not. */
  stillAround(position: Position, reach: number): readonly ItemEntity[] {
    return this.#still.around(position, reach)
  }

  /** The items that lie still and appeared in an item tick or before. */
  stillSince(tick: number): readonly ItemEntity[] {
    return this.#still.appearedUntil(tick)
  }

  /** Those that have been taken out of the game since the last call. */
  takeRemoved(): readonly Entity[] {
    const removed = this.#removed
    this.#removed = []
    return removed
  }

  #forget(id: number): void {
    const before = this.get(id)
    if (before === undefined) return
    this.#removed.push(before)
    this.#byType.get(before.type)?.delete(id)
    if (!this.#awake.delete(id) && before.type === 'item') this.#still.delete(before)
  }
}
