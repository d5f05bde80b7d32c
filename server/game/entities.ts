import type { Entity } from './entity.ts'

type Type = Entity['type']

/** All that moves but players, by id, in the order in which it came. Those of a type can be had without a look at the others. */
export class Entities extends Map<number, Entity> {
  readonly #byType = new Map<Type, Map<number, Entity>>()

  override set(id: number, entity: Entity): this {
    this.#forget(id)
    const known = this.#byType.get(entity.type)
    if (known === undefined) this.#byType.set(entity.type, new Map([[id, entity]]))
    else known.set(id, entity)
    return super.set(id, entity)
  }

  override delete(id: number): boolean {
    this.#forget(id)
    return super.delete(id)
  }

  override clear(): void {
    for (const entities of this.#byType.values()) entities.clear()
    super.clear()
  }

  /** Those of a type, in the order in which they came: live, like `values()`. */
  ofType<Name extends Type>(type: Name): Iterable<Extract<Entity, { readonly type: Name }>>
  ofType(type: Type): Iterable<Entity> {
    return this.#byType.get(type)?.values() ?? []
  }

  #forget(id: number): void {
    const before = this.get(id)
    if (before !== undefined) this.#byType.get(before.type)?.delete(id)
  }
}
