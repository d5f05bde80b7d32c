import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { hurt } from './damage.ts'
import { hurtMob } from './mobs.ts'
import { reachesBody } from './reach.ts'
import { wearHeldItem } from './tool-wear.ts'

/** Half hearts that a full swing takes, by tool; the material adds to it. */
const weapons: readonly { readonly ending: string; readonly damage: Readonly<Record<string, number>> }[] = [
  { ending: '_sword', damage: { wooden: 4, golden: 4, stone: 5, iron: 6, diamond: 7, netherite: 8 } },
  { ending: '_axe', damage: { wooden: 7, golden: 7, stone: 9, iron: 9, diamond: 9, netherite: 10 } },
  { ending: '_pickaxe', damage: { wooden: 2, golden: 2, stone: 3, iron: 4, diamond: 5, netherite: 6 } },
  {
    ending: '_shovel',
    damage: { wooden: 2.5, golden: 2.5, stone: 3.5, iron: 4.5, diamond: 5.5, netherite: 6.5 },
  },
]

/** The player hits another player or an animal. */
export function attack(game: Game, player: Player, targetId: number): void {
  if (player.isDead || player.gameMode === 'spectator') return
  const other = game.players.get(targetId)
  const entity = game.entities.get(targetId)
  const target = other ?? entity
  if (target === undefined || target === player) return
  if (!reachesBody(player, target.position, target.kind.height)) return
  const damage = attackDamage(player.held?.name ?? null)
  if (other !== undefined && game.rules.pvp) hurt(game, other, damage, { by: player.name })
  else if (entity?.type === 'mob') hurtMob(game, entity, damage)
  else return
  player.exhaustion += 0.1
  wearHeldItem(game, player, 'hit')
}

function attackDamage(item: string | null): number {
  const weapon = weapons.find(({ ending }) => item?.endsWith(ending))
  if (item === null || weapon === undefined) return 1
  return weapon.damage[item.slice(0, item.length - weapon.ending.length)] ?? 1
}
