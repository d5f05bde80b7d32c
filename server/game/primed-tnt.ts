import type { Position } from '../../src/core/position.ts'
import type { Random } from '../../src/core/random.ts'
import type { Game } from './game.ts'

/** Ticks until TNT explodes. Source: Minecraft Wiki, "TNT". */
export const TNT_FUSE = 80

/** Lights TNT in the place of the block, which the caller has taken away. */
export function primeTnt(game: Game, block: Position, fuse: number): void {
  const id = game.nextId()
  const angle = game.stream('tnt').float() * Math.PI * 2
  game.entities.set(id, {
    type: 'tnt',
    id,
    uuid: game.uuidOf(id),
    kind: game.registry.entity('tnt'),
    position: { x: block.x + 0.5, y: block.y, z: block.z + 0.5 },
    velocity: { x: -Math.sin(angle) * 0.02, y: 0.2, z: -Math.cos(angle) * 0.02 },
    yaw: 0,
    pitch: 0,
    onGround: false,
    moved: false,
    fuse,
  })
}

/** The fuse of TNT that another explosion lights, in ticks. */
export function shortFuse(random: Random): number {
  return TNT_FUSE / 8 + random.below(TNT_FUSE / 4)
}
