import type { Game } from '../game/game.ts'
import { listTag, stringTag, type Tag } from '../protocol/tags.ts'

/** The words that `/tag` has put on a body (https://minecraft.wiki/w/Entity_format). */
export function wordTags(game: Game, uuid: string): Readonly<Record<string, Tag>> {
  const words = [...(game.tags.get(uuid) ?? [])]
  return words.length === 0 ? {} : { Tags: listTag('string', words.map(stringTag)) }
}

/** Puts saved words on a body that has come back. */
export function readWords(game: Game, uuid: string, saved: unknown): void {
  if (Array.isArray(saved) && saved.length > 0) game.tags.set(uuid, new Set(saved.map(String)))
}
