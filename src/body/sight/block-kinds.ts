import type { Bot } from '../mineflayer-library.ts'

type Registry = Bot['registry']

/** What can be told about a block from its state alone. */
export class BlockKinds {
  readonly #registry: Registry
  readonly #seeThrough: boolean[] = []
  readonly #air: boolean[] = []

  constructor(registry: Registry) {
    this.#registry = registry
  }

  nameOf(stateId: number): string {
    return this.#registry.blocksByStateId[stateId]?.name ?? 'unknown'
  }

  isAir(stateId: number): boolean {
    if (stateId === 0) return true
    const isAir = this.#air[stateId] ?? /^(cave_|void_)?air$/.test(this.nameOf(stateId))
    this.#air[stateId] = isAir
    return isAir
  }

  /** Whether a block behind it can be seen: air, water, glass, plants. */
  isSeeThrough(stateId: number): boolean {
    const known = this.#seeThrough[stateId]
    if (known !== undefined) return known
    const block = this.#registry.blocksByStateId[stateId]
    const seeThrough = block === undefined || block.transparent || block.boundingBox === 'empty'
    this.#seeThrough[stateId] = seeThrough
    return seeThrough
  }
}
