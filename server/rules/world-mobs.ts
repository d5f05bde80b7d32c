import { InputError } from '../../src/core/errors.ts'
import type { Game } from '../game/game.ts'
import { mobNames } from '../mobs/mob-kinds.ts'
import { spawnMob } from '../mobs/spawn-mob.ts'
import { employ } from '../mobs/villagers/careers.ts'
import type { WorldMob } from '../world/world-definition.ts'

/** Puts the animals into the world that its definition names. @throws InputError on kinds that the server lacks */
export function spawnWorldMobs(game: Game, mobs: readonly WorldMob[]): void {
  for (const { name, count, position, radius, profession } of mobs) {
    const center = position ?? game.world.spawn
    for (let index = 0; index < count; index++) {
      const angle = game.random.float() * Math.PI * 2
      const distance = Math.sqrt(game.random.float()) * radius
      const x = Math.floor(center.x + Math.cos(angle) * distance)
      const z = Math.floor(center.z + Math.sin(angle) * distance)
      const mob = spawnMob(game, name, { x: x + 0.5, y: game.world.groundY(x, z) + 1, z: z + 0.5 })
      if (mob === null)
        throw new InputError(`The world asks for mobs "${name}"; this server knows ${mobNames().join(', ')}.`)
      if (mob.trader !== null) employ(game, mob, mob.trader, profession)
    }
  }
}
