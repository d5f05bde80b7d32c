import type { ItemStack } from './item-stack.ts'
import { withCount } from './item-stack.ts'
import { ItemStorage } from './item-storage.ts'
import { belongings, type PlayerInventory } from './player-inventory.ts'
import { type Slot, storageSlot } from './slot.ts'
import { range, type WindowLayout } from './window.ts'

const RESULT = 2
const START = 3
const HOTBAR = 30
const END = 39

/** A trade as the counter sees it. */
export interface CounterOffer {
  readonly cost: ItemStack
  readonly also: ItemStack | null
  readonly gives: ItemStack
  readonly maxUses: number
  readonly uses: number
}

/** What lies on a merchant's counter: what the customer gives, and which of the trades it has picked. */
export class Counter<Deal extends CounterOffer> {
  readonly given = new ItemStorage(2)
  readonly #offers: () => readonly Deal[]
  /** The trade that the customer picked; the first that fits is made where it picked the first or none. */
  picked = 0

  constructor(offers: () => readonly Deal[]) {
    this.#offers = offers
  }

  offer(index: number): Deal | null {
    return this.#offers()[index] ?? null
  }

  /** The trade that what lies on the counter pays for; null for none. */
  get deal(): Deal | null {
    const picked = this.picked > 0 ? this.offer(this.picked) : null
    const candidates = picked === null ? this.#offers() : [picked]
    const [first, second] = [this.given.at(0), this.given.at(1)]
    return (
      candidates.find((offer) => pays(offer, first, second)) ??
      candidates.find((offer) => pays(offer, second, first)) ??
      null
    )
  }

  /** Takes the price of a trade off the counter. */
  pay({ cost, also }: CounterOffer): void {
    const first = this.given.at(0)
    const straight = first?.name === cost.name
    this.#take(straight ? 0 : 1, cost.count)
    if (also !== null) this.#take(straight ? 1 : 0, also.count)
  }

  #take(place: number, count: number): void {
    const stack = this.given.at(place)
    if (stack !== null) this.given.put(place, withCount(stack, stack.count - count))
  }
}

/** The window of a merchant: 0 and 1 what the customer gives, 2 what it gets, 3 to 38 the player's belongings. */
export function merchantLayout<Deal extends CounterOffer>(
  title: string,
  counter: Counter<Deal>,
  inventory: PlayerInventory,
  traded: (deal: Deal) => void,
): WindowLayout {
  return {
    kind: 'merchant',
    title,
    slots: [
      storageSlot(counter.given, 0),
      storageSlot(counter.given, 1),
      resultSlot(counter, traded),
      ...belongings(inventory),
    ],
    gridSlots: [],
    hotbarStart: HOTBAR,
    offHandSlot: null,
    shiftTargets: (slot) => {
      if (slot === RESULT) return [range(START, END).toReversed()]
      if (slot < START) return [range(START, END)]
      return [slot < HOTBAR ? range(HOTBAR, END) : range(START, HOTBAR)]
    },
    release: () => counter.given.takeAll(),
    properties: () => [],
  }
}

function resultSlot<Deal extends CounterOffer>(counter: Counter<Deal>, traded: (deal: Deal) => void): Slot {
  const available = () => {
    const { deal } = counter
    return deal !== null && deal.uses < deal.maxUses ? deal : null
  }
  return {
    read: () => available()?.gives ?? null,
    write: () => {},
    accepts: () => false,
    limit: 64,
    consume: () => {
      const deal = available()
      if (deal === null) return []
      counter.pay(deal)
      traded(deal)
      return []
    },
  }
}

function pays({ cost, also }: CounterOffer, first: ItemStack | null, second: ItemStack | null): boolean {
  return isEnough(first, cost) && (also === null ? second === null : isEnough(second, also))
}

function isEnough(stack: ItemStack | null, price: ItemStack): boolean {
  return stack !== null && stack.name === price.name && stack.count >= price.count
}
