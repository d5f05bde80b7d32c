import { CRAFTING_STATION, SMELTING_STATION } from '../../core/stations.ts'
import { type Method, methodsFor, type Slot } from './method.ts'
import type { Situation } from './situation.ts'

/** Cost of one item that no way is known to get. Everything that needs it costs more than everything that does not. */
export const UNKNOWN_COST = 1_000_000

/** Cost of what is hardly ever come across, also by the block of nine: whoever knows of another way had better ask about that. */
const LAST_RESORT_COST = 100 * UNKNOWN_COST

/** An item is as good as had when some of it is owned. */
const OWNED_COST = 0.1

/** A block nearby is mined in about so many ticks, with the way there. */
const TICKS_OF_A_BLOCK = 60

/** What took very long once may be quicker another time. */
const MOST_EXPERIENCED = 60

/** Stop refining after so many rounds: chains of recipes are shorter. */
const MOST_ROUNDS = 40

/** Stands among the scarce items for what teammates and chests have of the item, where that is not enough either. */
export function drained(item: string): string {
  return `${item} of others`
}

/** The cheapest believed way to each item, in rough units of one block mined nearby. */
export interface CostTable {
  /** Of one item, counting what is owned as nearly free. */
  cost(item: string): number
  /** The cheapest way to get more of the item; null where none is known. */
  method(item: string): Method | null
  /** Of getting one more by that way; infinite where all ways lead in a circle. */
  methodCost(item: string): number
  /** Whether so many of the item are rather had from a teammate than got oneself. */
  isFetched(item: string, count: number): boolean
  /** Whether so many of the item are rather taken out of chests than got in another way. */
  isTaken(item: string, count: number): boolean
}

/**
 * Costs of everything that the items can be made from: an AND-OR search by value iteration, which circular recipes
 * (ingots from blocks from ingots) cannot trap, since a way round a circle costs more than it starts with.
 *
 * @param scarce items whose owned number is known not to be enough
 */
export function costTable(
  items: readonly string[],
  situation: Situation,
  scarce: ReadonlySet<string>,
): CostTable {
  const table = new Costs(situation, scarce)
  table.discover(items)
  table.settle()
  return table
}

/** Where things lie ready. */
type Source = Pick<Situation['chests'], 'count' | 'price'>

class Costs implements CostTable {
  readonly #situation: Situation
  readonly #scarce: ReadonlySet<string>
  readonly #methods = new Map<string, readonly Method[]>()
  readonly #best = new Map<string, { readonly method: Method; readonly cost: number }>()

  constructor(situation: Situation, scarce: ReadonlySet<string>) {
    this.#situation = situation
    this.#scarce = scarce
  }

  cost(item: string): number {
    const owned = (this.#situation.owned[item] ?? 0) > 0 && !this.#scarce.has(item)
    const own = this.methodCost(item)
    if (owned) return Math.min(OWNED_COST, own)
    if (this.#scarce.has(drained(item))) return own
    const { stock, chests } = this.#situation
    return Math.min(
      own,
      ...[stock, chests].flatMap((source) => {
        const price = source.price(item)
        return price === null ? [] : [OWNED_COST + price / source.count(item)]
      }),
    )
  }

  isFetched(item: string, count: number): boolean {
    return this.#isCheaper(this.#situation.stock, item, count)
  }

  isTaken(item: string, count: number): boolean {
    return this.#isCheaper(this.#situation.chests, item, count)
  }

  #isCheaper(source: Source, item: string, count: number): boolean {
    const price = source.price(item)
    // What there is too little of has to be got all the same.
    const ready = Math.min(count, source.count(item))
    return price !== null && price < this.#batchSize(item, ready) * this.methodCost(item)
  }

  method(item: string): Method | null {
    return this.#best.get(item)?.method ?? null
  }

  methodCost(item: string): number {
    const dead = this.#methods.get(item)?.length === 0 ? UNKNOWN_COST : Number.POSITIVE_INFINITY
    return this.#best.get(item)?.cost ?? dead
  }

  /** How many come of getting them: who needs one plank has to make four. */
  #batchSize(item: string, count: number): number {
    const method = this.method(item)
    const makes = method?.type === 'craft' ? method.makes : 1
    return Math.ceil(count / makes) * makes
  }

  discover(items: readonly string[]): void {
    const { knowledge, bareHandFails } = this.#situation
    const queue = [...items]
    for (let item = queue.pop(); item !== undefined; item = queue.pop()) {
      if (this.#methods.has(item)) continue
      const methods = methodsFor(item, knowledge, bareHandFails)
      this.#methods.set(item, methods)
      queue.push(...methods.flatMap((method) => this.#needed(method)))
    }
  }

  settle(): void {
    for (let round = 0, changed = true; changed && round < MOST_ROUNDS; round++) {
      changed = false
      for (const [item, methods] of this.#methods) {
        for (const method of methods) {
          const cost = this.#costOf(item, method)
          if (cost < this.methodCost(item) - 1e-9) {
            this.#best.set(item, { method, cost })
            changed = true
          }
        }
      }
    }
  }

  #needed(method: Method): readonly string[] {
    switch (method.type) {
      case 'mine':
        return method.tools ?? []
      case 'craft':
        return [...method.slots.flatMap((slot) => slot.items), ...(method.table ? [CRAFTING_STATION] : [])]
      case 'smelt':
        return [
          ...method.from,
          SMELTING_STATION,
          ...this.#situation.knowledge.fuels().map(({ item }) => item),
        ]
      case 'hunt':
        return []
    }
  }

  #costOf(item: string, method: Method): number {
    const penalty = Math.max(0, ...method.relies.map((key) => this.#situation.penalties.get(key) ?? 0))
    return penalty + this.#plainCost(item, method)
  }

  #plainCost(item: string, method: Method): number {
    switch (method.type) {
      case 'mine':
        return this.#miningCost(item, method)
      case 'craft': {
        const station = method.table ? this.#stationCost(CRAFTING_STATION) : 0
        const ingredients = method.slots.reduce((sum, slot) => sum + this.#slotCost(slot), 0)
        if (isUnpacking(method) && ingredients >= UNKNOWN_COST) return LAST_RESORT_COST
        return (0.5 + station + ingredients) / method.makes
      }
      case 'smelt': {
        const fuel = Math.min(
          UNKNOWN_COST,
          ...this.#situation.knowledge.fuels().map((claim) => this.cost(claim.item) / claim.smelts),
        )
        return (
          1 + this.#slotCost({ items: method.from, count: 1 }) + fuel + this.#stationCost(SMELTING_STATION)
        )
      }
      case 'hunt':
        return this.#huntingCost(item, method.mobs)
    }
  }

  #miningCost(item: string, { blocks, tools }: Extract<Method, { type: 'mine' }>): number {
    const { knowledge } = this.#situation
    const choice = Math.min(blocks.length - 1, 5) / 10
    const place = Math.min(...blocks.map((block) => this.#placeCost(block))) - choice
    const sometimes = blocks.every((block) => knowledge.dropsOf(block)?.items[0] !== item) ? 5 : 0
    if (tools === null) return UNKNOWN_COST + place
    const tool = tools.length === 0 ? 0 : Math.min(...tools.map((name) => this.cost(name))) / 2
    return 1 + place + sometimes + tool
  }

  /**
   * What a mob gives comes first in its list; the rest falls now and then, and is no plan for what is dug or smelted: whoever
   * lacks a part of that had better ask. Nor does one set out for what is smelted, such as ingots, after mobs that nobody has seen.
   */
  #huntingCost(item: string, mobs: readonly string[]): number {
    const { knowledge, mobsSeen } = this.#situation
    const usual = knowledge.mobsDropping(item).some(({ items }) => items[0] === item)
    if (!usual && this.#isDugOrSmelted(item)) return LAST_RESORT_COST
    const isSeen = mobs.some((mob) => mobsSeen.has(mob))
    if (!isSeen && knowledge.smeltingsFor(item).length > 0) return LAST_RESORT_COST
    const search = Math.min(...mobs.map((mob) => this.#experienced(`mob-drop:${mob}`) ?? 12))
    return (isSeen ? 4 : search) + (usual ? 0 : 30)
  }

  #isDugOrSmelted(item: string): boolean {
    const { knowledge } = this.#situation
    const isDug = knowledge.blocksDropping(item).some(({ block }) => !this.#isMade(block))
    return isDug || knowledge.smeltingsFor(item).length > 0
  }

  /** What can be crafted is seldom found lying about: no plan either, as long as nobody has seen it. */
  #placeCost(block: string): number {
    const distance = this.#situation.distanceTo(block)
    if (distance !== null) return Math.min(distance / 16, 4)
    return this.#experienced(`drop:${block}`) ?? (this.#isMade(block) ? LAST_RESORT_COST : 4)
  }

  /** What it cost before to get one; null where that does not come to mind. */
  #experienced(key: string): number | null {
    const ticks = this.#situation.experience.get(key)
    return ticks === undefined ? null : Math.min(MOST_EXPERIENCED, Math.max(1, ticks / TICKS_OF_A_BLOCK))
  }

  /** Unpacking does not count: wheat comes out of hay bales, but it grows. */
  #isMade(block: string): boolean {
    const { knowledge } = this.#situation
    const isPackedFrom = (item: string) =>
      knowledge.recipesFor(item).some((packing) => Object.keys(packing.ingredients).join() === block)
    return knowledge.recipesFor(block).some(({ ingredients, makes }) => {
      const [source, ...others] = Object.entries(ingredients)
      const isUnpacking = makes > 1 && others.length === 0 && source?.[1] === 1 && isPackedFrom(source[0])
      return !isUnpacking
    })
  }

  #slotCost({ items, count }: Slot): number {
    return count * Math.min(...items.map((item) => this.cost(item)))
  }

  #stationCost(station: string): number {
    const distance = this.#situation.distanceTo(station)
    return distance !== null && distance <= 32 ? 0 : this.cost(station) / 4
  }
}

/** Blocks of nine are made of what they give: who does not know how to get the one had better ask about the other. */
function isUnpacking({ makes, slots }: Extract<Method, { type: 'craft' }>): boolean {
  return makes === 9 && slots.length === 1 && slots[0]?.count === 1
}
