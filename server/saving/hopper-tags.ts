import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { type CompoundTag, compoundTag, intTag } from '../protocol/tags.ts'
import { positionKey } from '../world/position-key.ts'
import type { Saved } from './entity-tags.ts'

/** Vanilla's name of the ticks that a hopper still rests (https://minecraft.wiki/w/Hopper#Block_data). */
const REST = 'TransferCooldown'

/** The block entity, with the rest of a hopper that has just moved something. */
export function withRest(game: Game, position: Position, tag: CompoundTag | null): CompoundTag | null {
  const rest = (game.hopperRests.get(positionKey(position)) ?? 0) - game.tick
  return tag === null || rest <= 0 ? tag : compoundTag({ ...tag.value, [REST]: intTag(rest) })
}

/** Lets a hopper that comes into the world rest as long as it still had to. */
export function restoreRest(game: Game, saved: Saved): void {
  const rest = Number(saved[REST] ?? 0)
  if (rest <= 0) return
  const position = { x: Number(saved.x), y: Number(saved.y), z: Number(saved.z) }
  game.hopperRests.set(positionKey(position), game.tick + rest)
}

/** The hopper leaves the world. */
export function forgetRest(game: Game, position: Position): void {
  game.hopperRests.delete(positionKey(position))
}
