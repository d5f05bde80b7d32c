import type { Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import { otherHalf } from './breaking.ts'

/** The head of the bed that the block belongs to; null where no whole bed stands. */
export function bedHead(game: Game, position: Position): Position | null {
  const block = game.world.blockAt(position)
  if (!block.name.endsWith('_bed')) return null
  const other = otherHalf(game, block)
  if (other === null || other.properties.part === block.properties.part) return null
  return block.properties.part === 'head' ? position : other.position
}

/** Where one can stand beside a bed, on its level or a step up or down; null where there is no room. */
export function placeBeside(game: Game, head: Position): Position | null {
  const foot = otherHalf(game, game.world.blockAt(head))?.position ?? head
  for (const dy of [0, -1, 1]) {
    for (const part of [foot, head]) {
      for (const [dx, dz] of around) {
        const place = { x: part.x + dx, y: part.y + dy, z: part.z + dz }
        if (canStand(game, place)) return { x: place.x + 0.5, y: place.y, z: place.z + 0.5 }
      }
    }
  }
  return null
}

const around = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((z) => [x, z] as const))

function canStand(game: Game, place: Position): boolean {
  const boxes = (y: number) =>
    game.registry.collisionBoxes(game.world.blockStateAt({ ...place, y: place.y + y }))
  const isFloor = boxes(-1).some((box) => box.join() === '0,0,0,1,1,1')
  const isDry = !/^(lava|fire|water)$/.test(game.world.blockAt(place).name)
  return isFloor && isDry && boxes(0).length === 0 && boxes(1).length === 0
}
