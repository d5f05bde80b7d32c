import { blockPosition, distanceBetween, type Position, samePosition } from '../../src/core/position.ts'
import { type Profession, professionAt } from '../data/profession.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { employ } from '../mobs/villagers/careers.ts'

/** How far from a new workplace a villager without work hears of it, in blocks. */
const HEARING = 48

/**
 * A villager without work takes up the profession of a workplace that appears near it; one whose workplace goes, and who
 * has not traded yet, loses its profession. Vanilla's villagers walk there first. Source: Minecraft Wiki, Villager.
 */
export function noteWorkplace(game: Game, position: Position, before: number, after: number): void {
  const was = professionAt(game.registry.blockOfState(before).name)
  const is = professionAt(game.registry.blockOfState(after).name)
  if (was === is) return
  if (was !== null) dismiss(game, position)
  if (is !== null) hire(game, position, is)
}

function hire(game: Game, position: Position, profession: Profession): void {
  let nearest: MobEntity | null = null
  let least = HEARING
  for (const mob of villagers(game)) {
    const distance = distanceBetween(blockPosition(mob.position), position)
    if (mob.trader?.profession !== 'none' || mob.mind.childhood > 0 || distance > least) continue
    least = distance
    nearest = mob
  }
  if (nearest === null || nearest.trader === null) return
  nearest.trader.workplace = position
  employ(game, nearest, nearest.trader, profession)
}

function dismiss(game: Game, position: Position): void {
  for (const mob of villagers(game)) {
    const { trader } = mob
    if (trader === null || trader.workplace === null || !samePosition(trader.workplace, position)) continue
    trader.workplace = null
    if (trader.level === 1 && trader.experience === 0) employ(game, mob, trader, 'none')
  }
}

function villagers(game: Game): readonly MobEntity[] {
  const mobs = [...game.entities.ofType('mob')]
  return mobs.filter(({ trader }) => trader !== null)
}
