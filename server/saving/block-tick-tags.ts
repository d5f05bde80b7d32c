import type { BlockTicks, DueBlock } from '../game/block-ticks.ts'
import type { Game } from '../game/game.ts'
import { compoundTag, intTag, stringTag, type Tag } from '../protocol/tags.ts'
import type { Saved } from './entity-tags.ts'

/** Blocks of a column that wait for a tick of theirs (https://minecraft.wiki/w/Chunk_format#Tile_tick_format). */
export function blockTickTags(game: Game, due: readonly DueBlock[]): readonly Tag[] {
  return due.map(({ position, tick }) =>
    compoundTag({
      i: stringTag(`minecraft:${game.world.blockAt(position).name}`),
      x: intTag(position.x),
      y: intTag(position.y),
      z: intTag(position.z),
      t: intTag(tick - game.tick),
      p: intTag(0),
    }),
  )
}

/** Lets the blocks wait again for as long as they still had to. */
export function restoreBlockTicks(game: Game, fluids: readonly Saved[], blocks: readonly Saved[]): void {
  for (const saved of fluids) restore(game, game.fluidTicks, saved)
  for (const saved of blocks) {
    restore(game, ticksOf(game, String(saved.i)), saved)
  }
}

function ticksOf(game: Game, block: string): BlockTicks {
  if (block === 'minecraft:fire') return game.fireTicks
  return block.endsWith('_button') ? game.buttonTicks : game.redstone.ticks
}

function restore(game: Game, ticks: BlockTicks, { x, y, z, t }: Saved): void {
  const position = { x: Number(x), y: Number(y), z: Number(z) }
  ticks.schedule(position, game.tick + Math.max(1, Number(t)))
}
