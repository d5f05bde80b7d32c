import type { EnchantingOffer } from '../data/enchanting.ts'
import type { ItemStorage } from './item-storage.ts'
import { belongings, type PlayerInventory } from './player-inventory.ts'
import { storageSlot } from './slot.ts'
import { range, type WindowLayout } from './window.ts'

export const ENCHANTED_PLACE = 0
export const LAPIS_PLACE = 1
const START = 2
const HOTBAR = 29
const END = 38
const NONE = -1

/** What an enchanting table shows a player. */
export interface EnchantingView {
  readonly title: string
  /** The item, and the lapis that pays for it. */
  readonly contents: ItemStorage
  /** The player's; its lower bits make the client's signs. */
  readonly seed: () => number
  readonly offers: () => readonly (EnchantingOffer | null)[]
  readonly press: (button: number) => void
}

/** The window of an enchanting table: 0 the item, 1 lapis lazuli, 2 to 37 the player's belongings. */
export function enchantingLayout(view: EnchantingView, inventory: PlayerInventory): WindowLayout {
  const { contents } = view
  return {
    kind: 'enchantment',
    title: view.title,
    slots: [
      storageSlot(contents, ENCHANTED_PLACE, { limit: 1 }),
      storageSlot(contents, LAPIS_PLACE, { accepts: (stack) => stack.name === 'lapis_lazuli' }),
      ...belongings(inventory),
    ],
    gridSlots: [],
    hotbarStart: HOTBAR,
    offHandSlot: null,
    shiftTargets: (slot, stack) => {
      if (slot < START) return [range(START, END).toReversed()]
      return [[stack.name === 'lapis_lazuli' ? LAPIS_PLACE : ENCHANTED_PLACE]]
    },
    release: () => contents.takeAll(),
    properties: () => propertiesOf(view),
    press: view.press,
  }
}

/** Costs, the seed as far as clients know it, then kinds and levels of the clues. */
function propertiesOf(view: EnchantingView): readonly number[] {
  const offers = view.offers()
  return [
    ...offers.map((offer) => offer?.cost ?? 0),
    ((view.seed() & 0xfff0) << 16) >> 16,
    ...offers.map((offer) => offer?.clue?.kind.id ?? NONE),
    ...offers.map((offer) => offer?.clue?.level ?? NONE),
  ]
}
