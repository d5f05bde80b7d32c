import type { Position } from '../../../src/core/position.ts'
import type { BlockProperties } from '../../data/block-kind.ts'
import type { Game } from '../../game/game.ts'
import type { WorldBlock } from '../../world/world.ts'
import { type Face, neighbor } from '../faces.ts'
import { noteBlockShape } from '../note-blocks.ts'
import { chestShape } from './chests.ts'
import { fenceShape, gateShape, paneShape } from './connecting.ts'
import { railShape } from './rails.ts'
import { stairsShape } from './stairs.ts'
import { wallShape } from './walls.ts'

type Shape = (game: Game, block: WorldBlock) => BlockProperties

const shapes: readonly (readonly [names: RegExp, shape: Shape])[] = [
  [/_stairs$/, stairsShape],
  [/_fence$/, fenceShape],
  [/^iron_bars$|glass_pane$/, paneShape],
  [/_wall$/, wallShape],
  [/_fence_gate$/, gateShape],
  [/^(trapped_)?chest$/, chestShape],
  [/(^|_)rail$/, railShape],
  [/^note_block$/, noteBlockShape],
]

/** A wall feels also what comes to stand on it, and a note block what is below. */
const around: readonly Face[] = ['north', 'south', 'west', 'east', 'down', 'up']

/** The state that a block of the given state takes at the position among the blocks around it. */
export function shapedState(game: Game, position: Position, state: number): number {
  const kind = game.registry.blockOfState(state)
  const shape = shapeOf(kind)
  if (shape === null) return state
  const properties = game.registry.propertiesOfState(state)
  const block: WorldBlock = { position, state, kind, name: kind.name, properties }
  return game.registry.state(kind.name, { ...properties, ...shape(game, block) })
}

/** Lets the blocks around a changed one take the shape that follows, and the changed one itself if it is new. */
export function reshapeAround(game: Game, changed: Position, before: number, after: number): void {
  for (const side of around) reshape(game, neighbor(changed, side))
  if (game.registry.blockOfState(before) !== game.registry.blockOfState(after)) reshape(game, changed)
}

function reshape(game: Game, position: Position): void {
  const state = game.world.blockStateAt(position)
  const shaped = state === 0 ? state : shapedState(game, position, state)
  if (shaped !== state) game.world.setBlockState(position, shaped)
}

function shapeOf(kind: WorldBlock['kind']): Shape | null {
  if (kind.properties.length === 0) return null
  return shapes.find(([names]) => names.test(kind.name))?.[1] ?? null
}
