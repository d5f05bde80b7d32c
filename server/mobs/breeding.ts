import { distanceBetween } from '../../src/core/position.ts'
import { breedingExperience } from '../data/experience-amounts.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { refreshMob } from '../game/mob-looks.ts'
import { dropExperience } from '../game/orbs.ts'
import type { Player } from '../game/player.ts'
import { withCount } from '../inventory/item-stack.ts'
import { eats } from './animal-foods.ts'
import { spawnMob } from './spawn-mob.ts'

const LOVE_TICKS = 600
const RECOVERY_TICKS = 6000
export const CHILDHOOD_TICKS = 24_000
const PARTNER_DISTANCE = 8
/** Partners this close have a young. */
const CLOSE = 3
/** Food shortens what is left of a childhood by this share. */
const FOOD_SHARE = 0.1
const HEARTS_STATUS = 18

/** The player feeds an animal: a grown one looks for a partner, a young one grows faster. Says whether it ate. */
export function feedAnimal(game: Game, player: Player, mob: MobEntity): boolean {
  const { held } = player
  const { mind } = mob
  if (held === null || !eats(mob.traits.name, held.name)) return false
  if (mind.childhood > 0) {
    mind.childhood = Math.max(1, Math.floor(mind.childhood * (1 - FOOD_SHARE)))
  } else if (mind.loveTicks === 0 && mind.nextBreeding <= game.tick) {
    mind.loveTicks = LOVE_TICKS
    game.sendToWatchers(mob.id, {
      name: 'entity_status',
      params: { entityId: mob.id, entityStatus: HEARTS_STATUS },
    })
  } else {
    return false
  }
  if (player.gameMode !== 'creative') player.held = withCount(held, held.count - 1)
  return true
}

/** An animal in love; null when there is none of its kind near enough. */
export function partnerOf(game: Game, mob: MobEntity): MobEntity | null {
  for (const other of game.entities.ofType('mob')) {
    if (other === mob || other.traits !== mob.traits) continue
    const isNear = distanceBetween(other.position, mob.position) <= PARTNER_DISTANCE
    if (other.mind.loveTicks > 0 && isNear) return other
  }
  return null
}

/** Lets two animals that stand together have a young. Says whether they did. */
export function breed(game: Game, mob: MobEntity, partner: MobEntity): boolean {
  if (distanceBetween(mob.position, partner.position) > CLOSE) return false
  for (const parent of [mob, partner]) {
    parent.mind.loveTicks = 0
    parent.mind.nextBreeding = game.tick + RECOVERY_TICKS
  }
  const young = spawnMob(game, mob.traits.name, mob.position)
  if (young !== null) {
    young.mind.childhood = CHILDHOOD_TICKS
    young.mind.woolColour = game.stream('breeding').pick([mob, partner]).mind.woolColour
  }
  dropExperience(game, mob.position, breedingExperience(game.stream('experience')))
  return true
}

/** Lets a young animal grow, and love pass. */
export function tickGrowth(game: Game, mob: MobEntity): void {
  const { mind } = mob
  if (mind.loveTicks > 0) mind.loveTicks -= 1
  if (mind.childhood === 0) return
  mind.childhood -= 1
  if (mind.childhood === 0) refreshMob(game, mob)
}
