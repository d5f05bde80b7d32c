import type { Position } from '../../../src/core/position.ts'
import type { Game } from '../../game/game.ts'
import { isConductor } from '../sturdiness.ts'
import { isReceiver, react } from './components.ts'
import { isPowerSource } from './signals.ts'

/** How far a change is felt: through one opaque block. In blocks, counted along the axes. */
const REACH = 2

const around: readonly Position[] = offsets()

/**
 * A block has changed: what gives, carries or takes power there and around looks at its power again. Changes that follow
 * wait for their turn, so that long chains do not nest. Source: Minecraft Wiki, "Redstone mechanics".
 */
export function noteRedstone(game: Game, changed: Position, before: number, after: number): void {
  const was = game.registry.blockOfState(before)
  const is = game.registry.blockOfState(after)
  const isSource = isPowerSource(was.name) || isPowerSource(is.name)
  if (isSource) game.redstone.isUsed = true
  const carries = game.redstone.isUsed && isConductor(game, before) !== isConductor(game, after)
  const isDust = was === is && is.name === 'redstone_wire'
  if (!isDust && (isSource || carries)) game.redstone.settledDust.clear()
  if (isSource || carries) spreadPower(game, changed)
  else if (was !== is && isReceiver(is.name)) enqueue(game, [changed])
}

/** Lets all blocks within reach of the position look at their power. */
export function spreadPower(game: Game, changed: Position): void {
  enqueue(
    game,
    around.map(({ x, y, z }) => ({ x: changed.x + x, y: changed.y + y, z: changed.z + z })),
  )
}

function enqueue(game: Game, positions: readonly Position[]): void {
  const { redstone } = game
  redstone.pending.push(...positions)
  if (redstone.isSpreading) return
  redstone.isSpreading = true
  for (let position = redstone.pending.shift(); position !== undefined; position = redstone.pending.shift()) {
    react(game, position)
  }
  redstone.isSpreading = false
}

function offsets(): readonly Position[] {
  const found: Position[] = []
  for (let y = -REACH; y <= REACH; y++) {
    for (let z = -REACH; z <= REACH; z++) {
      for (let x = -REACH; x <= REACH; x++) {
        if (Math.abs(x) + Math.abs(y) + Math.abs(z) <= REACH) found.push({ x, y, z })
      }
    }
  }
  return found.toSorted((a, b) => size(a) - size(b))
}

function size({ x, y, z }: Position): number {
  return Math.abs(x) + Math.abs(y) + Math.abs(z)
}
