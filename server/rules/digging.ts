import { type Position, samePosition } from '../../src/core/position.ts'
import { hideCracks, showCracks } from '../game/break-stages.ts'
import { columnKey, type Game } from '../game/game.ts'
import type { Digging, Player } from '../game/player.ts'
import { isInsideHeight } from '../world/world-bounds.ts'
import { breakBlock } from './breaking.ts'
import { breakTicks } from './dig-speed.ts'
import { playNote } from './note-blocks.ts'
import { reachesBlock } from './reach.ts'
import { wearHeldItem } from './tool-wear.ts'

/** A client's clock runs apart from the server's; vanilla accepts blocks that are this far broken. */
const ACCEPTED_PROGRESS = 0.7

/** The player starts hitting a block. Blocks that break at once, do. */
export function startDigging(game: Game, player: Player, position: Position): void {
  if (!mayDig(game, player, position)) {
    correctBlock(game, player, position)
    return
  }
  playNote(game, position)
  const state = game.world.blockStateAt(position)
  stopDigging(game, player)
  player.digging = {
    position,
    state,
    startTick: game.tick,
    wasOnGround: player.onGround,
    finished: false,
    shownStage: -1,
  }
  const atOnce = player.gameMode === 'creative' || breakTicks(game, player, state, player.onGround) <= 1
  if (atOnce) finish(game, player)
}

/** The player says that it has hit the block for long enough. */
export function finishDigging(game: Game, player: Player, position: Position): void {
  const { digging } = player
  if (digging === null || !samePosition(digging.position, position)) {
    correctBlock(game, player, position)
    return
  }
  const elapsed = game.tick - digging.startTick + 1
  if (elapsed >= breakTicks(game, player, digging.state, digging.wasOnGround) * ACCEPTED_PROGRESS) {
    finish(game, player)
    return
  }
  // As in vanilla the block stays until enough ticks have passed, and the client learns that it is still there.
  digging.finished = true
  correctBlock(game, player, position)
}

export function stopDigging(game: Game, player: Player): void {
  if (player.digging !== null) hideCracks(game, player, player.digging)
  player.digging = null
}

/** Breaks blocks whose players were through with them before the server was. */
export function tickDigging(game: Game): void {
  for (const player of game.players.values()) {
    const { digging } = player
    if (digging === null) continue
    const stillThere = game.world.blockStateAt(digging.position) === digging.state
    if (!stillThere || player.isDead || !reachesBlock(player, digging.position)) stopDigging(game, player)
    else if (digging.finished && isThrough(game, player)) finish(game, player)
    else showCracks(game, player, digging, progressOf(game, player, digging))
  }
}

function isThrough(game: Game, player: Player): boolean {
  return player.digging !== null && progressOf(game, player, player.digging) >= 1
}

function progressOf(game: Game, player: Player, { startTick, state, wasOnGround }: Digging): number {
  return (game.tick - startTick + 1) / breakTicks(game, player, state, wasOnGround)
}

function mayDig(game: Game, player: Player, position: Position): boolean {
  if (player.isDead || player.gameMode === 'spectator' || player.gameMode === 'adventure') return false
  if (!isInsideHeight(position.y) || !reachesBlock(player, position)) return false
  const kind = game.registry.blockOfState(game.world.blockStateAt(position))
  return kind.diggable && (kind.hardness !== null || player.gameMode === 'creative')
}

function finish(game: Game, player: Player): void {
  const { digging } = player
  stopDigging(game, player)
  if (digging === null) return
  if (
    game.world.blockStateAt(digging.position) !== digging.state ||
    !reachesBlock(player, digging.position)
  ) {
    correctBlock(game, player, digging.position)
    return
  }
  const hardness = game.registry.blockOfState(digging.state).hardness ?? 0
  breakBlock(game, digging.position, player)
  if (player.gameMode === 'creative') return
  player.exhaustion += 0.005
  if (hardness > 0) wearHeldItem(game, player, 'dig')
}

/** Tells the client what really stands there. Of columns that it does not have it learns nothing, nor are they made for it. */
export function correctBlock(game: Game, player: Player, position: Position): void {
  const key = columnKey(position.x >> 4, position.z >> 4)
  if (!isInsideHeight(position.y) || !player.columns.has(key)) return
  const type = game.world.blockStateAt(position)
  player.connection.send({ name: 'block_change', params: { location: position, type } })
}
