import type { ItemStack } from '../inventory/item-stack.ts'
import type { Tag } from './tags.ts'

/** How a version of the game writes into saved worlds what the versions write differently. */
export interface SavedForm {
  /** Number of the version's format (Minecraft Wiki: Data version). */
  readonly dataVersion: number
  /** Names of a furnace's times. */
  readonly furnaceTimes: FurnaceTimes
  /** Name of the list of a body's effects. */
  readonly effects: string
  /** Kinds of block entities in the order of their numbers in packets. */
  readonly blockEntityTypes: readonly string[]
  /** Plain words as a text component in JSON. */
  words(words: string): string
  /** An item without its place. */
  item(stack: ItemStack): Readonly<Record<string, Tag>>
  /** Reads an item from plain values; null for one that this version does not have. */
  readItem(saved: Readonly<Record<string, unknown>>): ItemStack | null
  effect(effect: SavedEffect): Tag
  /** Reads an effect from plain values; null for one that this version does not have. */
  readEffect(saved: Readonly<Record<string, unknown>>): SavedEffect | null
}

export interface FurnaceTimes {
  readonly burnLeft: string
  readonly burnTotal: string
  readonly progress: string
  readonly progressTotal: string
}

export interface SavedEffect {
  readonly name: string
  /** 0 for level I. */
  readonly amplifier: number
  /** Ticks that it will last; -1 for ever. */
  readonly duration: number
  readonly hidesParticles: boolean
  /** A weaker one that goes on when this is over; null for none. */
  readonly hidden: SavedEffect | null
}
