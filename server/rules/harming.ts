import type { Game } from '../game/game.ts'
import type { Living } from '../game/living.ts'
import { hurtMob, type MobHarm } from '../mobs/hurt-mob.ts'
import { type Attack, type DamageCause, hurt } from './damage.ts'
import { stoppedByArmor } from './environment-damage.ts'

/** What harms a body although nobody attacks it. */
export type Hazard = Exclude<DamageCause, Attack>

/** Takes half hearts from a player or a mob. Says whether it was hurt. */
export function harm(game: Game, body: Living, amount: number, cause: Hazard): boolean {
  if (body.type === 'player') return hurt(game, body, amount, cause)
  const damage: MobHarm = { damage: amount, player: null, blockable: stoppedByArmor.has(cause), cause }
  return hurtMob(game, body, damage)
}
