import type { Game } from '../../game/game.ts'
import type { WorldBlock } from '../../world/world.ts'
import { clockwise, counterclockwise, type HorizontalFace, neighbor, opposite } from '../faces.ts'
import { powerFrom } from './signals.ts'

/** Ticks of delay per notch. Source: Minecraft Wiki, "Redstone Repeater". */
const NOTCH = 2

/** Sets the delay to the next notch, after the last to the first. Says whether the block is a repeater. */
export function adjustRepeater(game: Game, { position, name, properties }: WorldBlock): boolean {
  if (name !== 'repeater') return false
  const delay = String((Number(properties.delay) % 4) + 1)
  game.world.setBlock(position, name, { ...properties, delay })
  return true
}

/** A repeater passes on what comes in behind it after its delay, unless another one at its side locks it. */
export function noteRepeater(game: Game, block: WorldBlock): void {
  const locked = isLocked(game, block)
  if (String(locked) !== block.properties.locked) {
    game.world.setBlock(block.position, block.name, { ...block.properties, locked: String(locked) })
  }
  if (locked || isPowered(game, block) === (block.properties.powered === 'true')) return
  game.redstone.ticks.schedule(block.position, game.tick + delayOf(block))
}

/** A pulse shorter than the delay still comes out, as long as the delay. */
export function turnRepeater(game: Game, block: WorldBlock): void {
  if (isLocked(game, block)) return
  const isOn = block.properties.powered === 'true'
  const shouldBeOn = isPowered(game, block)
  if (isOn && shouldBeOn) return
  game.world.setBlock(block.position, block.name, { ...block.properties, powered: String(!isOn) })
  if (!isOn && !shouldBeOn) game.redstone.ticks.schedule(block.position, game.tick + delayOf(block))
}

function isPowered(game: Game, { position, properties }: WorldBlock): boolean {
  const facing = properties.facing as HorizontalFace
  if (powerFrom(game, position, facing) > 0) return true
  const behind = game.world.blockAt(neighbor(position, facing))
  return behind.name === 'redstone_wire' && behind.properties.power !== '0'
}

function isLocked(game: Game, { position, properties }: WorldBlock): boolean {
  const facing = properties.facing as HorizontalFace
  return [clockwise(facing), counterclockwise(facing)].some((side) => {
    const other = game.world.blockAt(neighbor(position, side))
    const { facing: its, powered } = other.properties
    return (
      other.name === 'repeater' &&
      powered === 'true' &&
      its !== undefined &&
      opposite(its as HorizontalFace) === opposite(side)
    )
  })
}

function delayOf({ properties }: WorldBlock): number {
  return Number(properties.delay) * NOTCH
}
