import type { Position } from '../../src/core/position.ts'
import { sendBlockAction } from '../game/block-events.ts'
import type { Game } from '../game/game.ts'
import { playBlockSound } from '../game/sounds.ts'
import { positionKey } from '../world/position-key.ts'
import { neighbor } from './faces.ts'
import { spreadPower } from './redstone/spread-power.ts'
import { isConductor } from './sturdiness.ts'

/** Number of the block event that tells how many players look into a chest. */
const VIEWERS_EVENT = 1

/** Blocks whose lid moves, which clients are told. */
const lids = /^((trapped_|ender_)?chest|(.+_)?shulker_box)$/

/** Whether a block on top keeps the lid of one of the chests shut (Minecraft Wiki, "Chest"). */
export function isHeldShut(game: Game, chests: readonly Position[]): boolean {
  return chests.some((chest) => {
    const isChest = game.world.blockAt(chest).name.endsWith('chest')
    return isChest && isConductor(game, game.world.blockStateAt(neighbor(chest, 'up')))
  })
}

/** One more player looks into the blocks, or with -1 one less: lids open and close, and barrels too. */
export function countViewer(game: Game, blocks: readonly Position[], change: 1 | -1): void {
  for (const position of blocks) {
    const key = positionKey(position)
    const viewers = Math.max(0, (game.viewers.get(key) ?? 0) + change)
    const moves = change === 1 ? viewers === 1 : viewers === 0
    if (moves && position === blocks[0]) soundLid(game, position, change === 1)
    if (viewers === 0) game.viewers.delete(key)
    else game.viewers.set(key, viewers)
    showLid(game, position, viewers)
  }
}

function soundLid(game: Game, position: Position, opens: boolean): void {
  const { name } = game.world.blockAt(position)
  const block = name.endsWith('shulker_box') ? 'shulker_box' : name.replace('trapped_', '')
  if (!lids.test(name) && name !== 'barrel') return
  const sound = `block.${block}.${opens ? 'open' : 'close'}`
  playBlockSound(game, position, { name: sound, volume: 0.5, pitch: 0.95, spread: 0.1 })
}

function showLid(game: Game, position: Position, viewers: number): void {
  const { name, properties } = game.world.blockAt(position)
  if (name === 'barrel') {
    game.world.setBlock(position, name, { ...properties, open: String(viewers > 0) })
  } else if (lids.test(name)) {
    sendBlockAction(game, position, VIEWERS_EVENT, viewers)
  }
  if (name === 'trapped_chest') spreadPower(game, position)
}
