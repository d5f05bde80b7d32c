import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { itemData, withData } from '../inventory/item-data.ts'
import { itemStack } from '../inventory/item-stack.ts'
import { HOTBAR_START, OFF_HAND } from '../inventory/player-inventory.ts'

/** What vanilla's server takes at most, in characters (Minecraft Wiki: Book and Quill). */
const MOST_PAGES = 100
const MOST_PAGE = 1024
const MOST_TITLE = 32

/** Number of the off-hand among the places of vanilla's inventory. */
const OFF_HAND_SLOT = 40

/** What a client wrote into a book. */
export interface BookEdit {
  /** 0 to 8 in the hotbar, 40 in the off-hand. */
  readonly slot: number
  readonly pages: readonly string[]
  /** Null while the book is not signed. */
  readonly title: string | null
}

/** Writes pages into a book and quill, and makes a written book of it when it is signed. Nothing happens without one. */
export function editBook(player: Player, { slot, pages, title }: BookEdit): void {
  const place = placeOf(slot)
  if (place === null || player.isDead || player.gameMode === 'spectator') return
  const book = player.inventory.storage.at(place)
  if (book?.name !== 'writable_book' || !areAllowed(pages) || (title?.length ?? 0) > MOST_TITLE) return
  const written =
    title === null
      ? withData(book, { pages })
      : itemStack('written_book', 1, 0, signedData(player, pages, title))
  player.inventory.storage.put(place, written)
}

/** Shows a player the written book in its hand. Says whether there is one. */
export function readBook(game: Game, player: Player, offHand: boolean): boolean {
  const place = offHand ? OFF_HAND : player.heldSlot
  if (player.inventory.storage.at(place)?.name !== 'written_book') return false
  game.sendTo([player], { name: 'open_book', params: { hand: offHand ? 1 : 0 } })
  return true
}

function signedData(player: Player, pages: readonly string[], title: string) {
  return itemData({ pages, signature: { title, author: player.name, generation: 0 } })
}

function placeOf(slot: number): number | null {
  if (slot === OFF_HAND_SLOT) return OFF_HAND
  return slot >= 0 && slot < 9 ? HOTBAR_START + slot : null
}

function areAllowed(pages: readonly string[]): boolean {
  return pages.length <= MOST_PAGES && pages.every((page) => page.length <= MOST_PAGE)
}
