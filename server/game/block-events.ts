import type { Position } from '../../src/core/position.ts'
import { distanceBetween } from '../../src/core/position.ts'
import type { Game } from './game.ts'
import type { Player } from './player.ts'

const BREAK_EVENT = 2001
/** Blocks within which clients see and hear that a block breaks. */
const BREAK_REACH = 64

/** Lets clients show and sound the end of a block. @param except who breaks it, whose client does so by itself */
export function showBreaking(game: Game, location: Position, state: number, except: Player | null): void {
  const viewers = [...game.players.values()].filter(
    (player) => player !== except && distanceBetween(player.position, location) < BREAK_REACH,
  )
  if (viewers.length === 0) return
  const params = { effectId: BREAK_EVENT, location, data: state, global: false }
  game.sendTo(viewers, { name: 'world_event', params })
}

/** Tells clients near of what a block does, such as a chest that lifts its lid. */
export function sendBlockAction(game: Game, location: Position, byte1: number, byte2: number): void {
  const { id } = game.world.blockAt(location).kind
  game.sendNear(location, { name: 'block_action', params: { location, byte1, byte2, blockId: id } })
}
