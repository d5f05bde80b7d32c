import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { refreshMob } from '../game/mob-looks.ts'
import type { Player } from '../game/player.ts'
import { withCount } from '../inventory/item-stack.ts'
import { mount } from '../vehicles/riding.ts'

/** How much food tames a horse, and the health that it gives (Minecraft Wiki: Horse, taming and feeding). */
const treats: Readonly<Record<string, { readonly temper: number; readonly health: number }>> = {
  sugar: { temper: 3, health: 1 },
  wheat: { temper: 3, health: 2 },
  apple: { temper: 3, health: 3 },
  golden_carrot: { temper: 5, health: 4 },
  golden_apple: { temper: 10, health: 10 },
}
const MOST_TEMPER = 100

/** The player saddles a tame horse, gives it a treat, or gets on its back. Says whether it did. */
export function useHorse(game: Game, player: Player, mob: MobEntity): boolean {
  if (mob.traits.name !== 'horse') return false
  return saddle(game, player, mob) || treat(player, mob) || ride(game, player, mob)
}

function saddle(game: Game, player: Player, mob: MobEntity): boolean {
  const { mind } = mob
  if (player.held?.name !== 'saddle' || !mind.tame || mind.saddled || mind.childhood > 0) return false
  mind.saddled = true
  useUp(player)
  refreshMob(game, mob)
  return true
}

function treat(player: Player, mob: MobEntity): boolean {
  const { mind } = mob
  const gift = treats[player.held?.name ?? '']
  const isUseful = mob.health < mob.traits.health || (!mind.tame && mind.temper < MOST_TEMPER)
  if (gift === undefined || !isUseful) return false
  mob.health = Math.min(mob.traits.health, mob.health + gift.health)
  if (!mind.tame) mind.temper = Math.min(MOST_TEMPER, mind.temper + gift.temper)
  useUp(player)
  return true
}

/** Food for breeding and leashes go before riding. */
function ride(game: Game, player: Player, mob: MobEntity): boolean {
  const isFeeding = /^golden_|^enchanted_golden_apple$/.test(player.held?.name ?? '') && mob.mind.tame
  return !isFeeding && mob.mind.childhood === 0 && mount(game, player, mob)
}

function useUp(player: Player): void {
  const { held } = player
  if (held !== null && player.gameMode !== 'creative') player.held = withCount(held, held.count - 1)
}
