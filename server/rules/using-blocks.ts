import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { pickBerries } from './berries.ts'
import { openBlock } from './block-windows.ts'
import { openByHand } from './doors.ts'
import { tuneNoteBlock } from './note-blocks.ts'
import { adjustRepeater } from './redstone/repeaters.ts'
import { useSign } from './signs.ts'
import { useBed } from './sleeping.ts'
import { useSwitch } from './switches.ts'

/** Uses the block at the position if it has a use, such as opening it. Says whether it had. */
export function useBlock(game: Game, player: Player, position: Position): boolean {
  const block = game.world.blockAt(position)
  if (block.name.endsWith('_bed')) {
    useBed(game, player, position)
    return true
  }
  return (
    openBlock(game, player, position) ||
    openByHand(game, player, position) ||
    useSwitch(game, position) ||
    useSign(game, player, position) ||
    adjustRepeater(game, block) ||
    tuneNoteBlock(game, block) ||
    pickBerries(game, player, position)
  )
}
