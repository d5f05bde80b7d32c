import { attributeValue } from './active-effect.ts'
import type { MobEntity } from './entity.ts'
import { MAX_HEALTH, type Player } from './player.ts'

/** A body that has health and comes under effects. */
export type Living = Player | MobEntity

/** Most half hearts that the body can have. */
export function maxHealth(body: Living): number {
  return attributeValue(body, 'max_health', body.type === 'player' ? MAX_HEALTH : body.traits.health)
}
