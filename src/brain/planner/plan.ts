import { type ContainsClaim, claimKey, type FuelClaim } from '../../core/claim.ts'
import { CRAFTING_STATION, SMELTING_STATION } from '../../core/stations.ts'
import { chooseKind, ingredientsOf } from './choose-kind.ts'
import { type CostTable, costTable, drained, UNKNOWN_COST } from './cost-table.ts'
import { cheapest, orderedSlots } from './fill-order.ts'
import { type Kind, kindKey, kindOf } from './kind.ts'
import type { Method, Slot } from './method.ts'
import type { Situation } from './situation.ts'

/** Something that has to be got, in the order of doing. */
export interface PlanStep {
  readonly kind: Kind
  /** The member of the kind that was counted with. */
  readonly item: string
  /** How many must be got by this step. */
  readonly missing: number
  /** How often the method is carried out: blocks mined, recipes crafted, items smelted, mobs killed. */
  readonly times: number
  /** `fetch` has it brought by a teammate, `take` takes it out of chests; null where no way is known. */
  readonly method: Method | { readonly type: 'fetch' } | Taking | null
}

/** `stores` is what is believed to lie in the chests, and `relies` holds its keys. */
interface Taking {
  readonly type: 'take'
  readonly stores: readonly ContainsClaim[]
  readonly relies: readonly string[]
}

/** How many of a kind the whole plan needs, counting those that are owned. */
export interface Demand {
  readonly kind: Kind
  readonly count: number
}

export interface Plan {
  readonly goal: Kind
  readonly count: number
  /** What to do, first things first. Carrying it out in this order uses nothing that is not there. */
  readonly steps: readonly PlanStep[]
  /** All that the steps make, each kind once, what comes first first. */
  readonly demands: readonly Demand[]
  /** All that the plan uses, made or owned. */
  readonly needs: readonly Demand[]
  /** What no way is known to get. */
  readonly unknown: readonly string[]
  /** Items of which some are owned, but not enough, and no more can be had. */
  readonly scarce: ReadonlySet<string>
  readonly costs: CostTable
}

/** How close a placed crafting table or furnace must be to count as at hand, in blocks. */
export const STATION_REACH = 32

/** A plan in which each thing is got in the way that costs least for one of it. */
export function cheapestPlan(goal: Kind, count: number, situation: Situation): Plan {
  const scarce = new Set<string>()
  for (;;) {
    const costs = costTable(goal.items, situation, scarce)
    const planning = new Planning(costs, situation)
    planning.obtain(goal, count)
    const [shortfall] = [...planning.unknown, ...planning.circled].flatMap((item) => [
      ...((situation.owned[item] ?? 0) > 0 && !scarce.has(item) ? [item] : []),
      ...(isReady(item, situation) && !scarce.has(drained(item)) ? [drained(item)] : []),
    ])
    if (shortfall === undefined) {
      return { goal, count, ...planning.result(), scarce, costs }
    }
    scarce.add(shortfall)
  }
}

/** Whether teammates or chests have any. */
function isReady(item: string, { stock, chests }: Situation): boolean {
  return stock.count(item) > 0 || chests.count(item) > 0
}

/** Plans on a copy of the inventory. */
class Planning {
  readonly steps: PlanStep[] = []
  readonly unknown: string[] = []
  /** What was on the way to something that leads back to itself: not enough of it is owned. */
  readonly circled: string[] = []
  readonly #costs: CostTable
  readonly #situation: Situation
  readonly #owned: Map<string, number>
  /** How many of each item teammates are to bring so far. */
  readonly #fetched = new Map<string, number>()
  /** How many of each item come out of chests so far. */
  readonly #taken = new Map<string, number>()
  readonly #stations = new Set<string>()
  readonly #path = new Set<string>()
  readonly #demands = new Map<string, Demand>()

  constructor(costs: CostTable, situation: Situation) {
    this.#costs = costs
    this.#situation = situation
    this.#owned = new Map(Object.entries(situation.owned))
  }

  result(): Pick<Plan, 'steps' | 'demands' | 'needs' | 'unknown'> {
    const keys = new Set(this.steps.map((step) => kindKey(step.kind)))
    const demands = [...keys].flatMap((key) => this.#demands.get(key) ?? [])
    const needs = [...this.#demands.values()]
    return { steps: this.steps, demands, needs, unknown: [...new Set(this.unknown)] }
  }

  /** Plans until `count` of the member are owned; returns the member. */
  obtain(kind: Kind, count: number, item = this.#member(kind), instead: readonly string[] = []): string {
    const key = kindKey(kind)
    this.#demands.set(key, { kind, count: (this.#demands.get(key)?.count ?? 0) + count })
    this.#take(kind, item, count - this.#have(item))
    this.#fetch(kind, item, count - this.#have(item))
    const missing = count - this.#have(item)
    if (missing <= 0) return item
    const method = this.#path.has(item) ? null : this.#costs.method(item)
    if (this.#path.has(item)) this.circled.push(...this.#path)
    if (method === null || (method.type === 'mine' && method.tools === null)) {
      this.#giveUp(kind, { item, missing, method, instead })
      return item
    }
    this.#path.add(item)
    const times = timesFor(method, missing)
    this.#prepare(kind, method, times)
    this.#path.delete(item)
    this.steps.push({ kind, item, missing, times, method })
    this.#add(item, times * (method.type === 'craft' ? method.makes : 1))
    return item
  }

  /** Plans to take out of chests what lies ready there, as far as that is the better way. */
  #take(kind: Kind, item: string, missing: number): void {
    const { chests } = this.#situation
    const taken = this.#taken.get(item) ?? 0
    const count = Math.min(missing, chests.count(item) - taken)
    if (count <= 0 || !this.#costs.isTaken(item, missing)) return
    this.#taken.set(item, taken + count)
    const stores = chests.stores(item)
    const method: Taking = { type: 'take', stores, relies: stores.map(claimKey) }
    this.steps.push({ kind, item, missing: count, times: 1, method })
    this.#add(item, count)
  }

  /** Plans to have brought what teammates have, as far as that is the better way. */
  #fetch(kind: Kind, item: string, missing: number): void {
    const fetched = this.#fetched.get(item) ?? 0
    const count = Math.min(missing, this.#situation.stock.count(item) - fetched)
    if (count <= 0 || !this.#costs.isFetched(item, missing)) return
    this.#fetched.set(item, fetched + count)
    this.steps.push({ kind, item, missing: count, times: 1, method: { type: 'fetch' } })
    this.#add(item, count)
  }

  /** Where several things would do and no way to any of them is known, all are worth asking for. */
  #giveUp(kind: Kind, { item, missing, method, instead }: Shortfall): void {
    if (method?.type === 'mine') this.unknown.push(...method.blocks.slice(0, 1))
    else this.unknown.push(item, ...instead.filter((other) => this.#costs.method(other) === null))
    this.steps.push({ kind, item, missing, times: missing, method: null })
    this.#add(item, missing)
  }

  #prepare(kind: Kind, method: Method, times: number): void {
    switch (method.type) {
      case 'mine':
        this.#tool(method.tools ?? [])
        break
      case 'craft':
        if (method.table) this.#station(CRAFTING_STATION)
        if (kind.items.length > 1) this.#useOneOf(kind, method.slots, times)
        else for (const slot of orderedSlots(method.slots, this.#costs)) this.#use(slot, times)
        break
      case 'smelt':
        this.#station(SMELTING_STATION)
        this.#use({ items: method.from, count: 1 }, times)
        this.#fuel(this.#kind(method.from), times)
        break
      case 'hunt':
        break
    }
  }

  #use(slot: Slot, times: number): void {
    const count = slot.count * times
    const kind = this.#kind(slot.items)
    const member = this.#member(kind)
    const instead = slot.items.filter((item) => item !== member).slice(0, MOST_ALTERNATIVES)
    this.#add(this.obtain(kind, count, member, instead), -count)
  }

  /** The ingredient of a kind's member is planned as a kind too: any log for any planks. */
  #useOneOf(kind: Kind, slots: readonly Slot[], times: number): void {
    for (const { items, count } of slots) {
      const item = this.#member(this.#kind(items))
      const family = this.#kind(ingredientsOf(kind, this.#costs))
      const whole = family.items.includes(item) ? family : kindOf(item)
      this.#add(this.obtain(whole, count * times, item), -count * times)
    }
  }

  #tool(tools: readonly string[]): void {
    if (tools.length === 0 || tools.some((tool) => this.#have(tool) > 0)) return
    const ahead = tools.filter((tool) => !this.#path.has(tool))
    this.obtain(kindOf(this.#bestTool(ahead.length === 0 ? tools : ahead)), 1)
  }

  /** Where no tool is within reach, the first: tools are listed from the simplest to the best. */
  #bestTool(tools: readonly string[]): string {
    const best = cheapest(tools, this.#costs)
    if (this.#costs.cost(best) < UNKNOWN_COST) return best
    return tools[0] ?? best
  }

  #station(station: string): void {
    const distance = this.#situation.distanceTo(station)
    if (this.#stations.has(station) || (distance !== null && distance <= STATION_REACH)) return
    this.#stations.add(station)
    this.#add(this.obtain(kindOf(station), 1), -1)
  }

  #fuel(source: Kind, times: number): void {
    const fuel = chooseFuel(this.#costs, this.#situation, source.items)
    if (fuel === null) this.unknown.push(SMELTING_STATION)
    else this.#use({ items: fuel.items, count: Math.ceil(times / fuel.smelts) }, 1)
  }

  #kind(items: readonly string[]): Kind {
    return chooseKind(items, this.#costs)
  }

  /** The member of which most is owned, or else the preferred one. */
  #member(kind: Kind): string {
    const [first] = [...kind.items].sort((a, b) => this.#reach(b) - this.#reach(a))
    if (first === undefined) throw new Error('A kind needs at least one item.')
    return first
  }

  /** How many are owned or can be had from teammates and out of chests. */
  #reach(item: string): number {
    const { stock, chests } = this.#situation
    const brought = this.#costs.isFetched(item, 1) ? stock.count(item) - (this.#fetched.get(item) ?? 0) : 0
    const taken = this.#costs.isTaken(item, 1) ? chests.count(item) - (this.#taken.get(item) ?? 0) : 0
    return this.#have(item) + brought + taken
  }

  #have(item: string): number {
    return this.#owned.get(item) ?? 0
  }

  #add(item: string, count: number): void {
    this.#owned.set(item, this.#have(item) + count)
  }
}

interface Shortfall {
  readonly item: string
  readonly missing: number
  readonly method: Method | null
  /** Other items that would serve. */
  readonly instead: readonly string[]
}

/** So many alternatives to an unknown thing are asked for as well. */
const MOST_ALTERNATIVES = 3

function timesFor(method: Method, missing: number): number {
  return method.type === 'craft' ? Math.ceil(missing / method.makes) : missing
}

/**
 * The fuel that costs least per item smelted, with its family.
 *
 * @param apartFrom what is to be smelted, which must not be burnt
 */
export function chooseFuel(
  costs: CostTable,
  { knowledge }: Situation,
  apartFrom: readonly string[],
): { readonly items: readonly string[]; readonly smelts: number } | null {
  const price = (fuel: FuelClaim) => costs.cost(fuel.item) / fuel.smelts
  const fuels = knowledge
    .fuels()
    .filter((fuel) => !apartFrom.includes(fuel.item))
    .sort((a, b) => price(a) - price(b) || (a.item < b.item ? -1 : 1))
  const [best] = fuels
  if (best === undefined) return null
  const alike = fuels.filter((fuel) => fuel.smelts === best.smelts).map((fuel) => fuel.item)
  return { items: chooseKind(alike, costs).items, smelts: best.smelts }
}
