import type { Living } from '../game/living.ts'
import type { Player } from '../game/player.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import type { DamageCause } from './damage.ts'
import { isFire } from './resisting.ts'
import { wornItems, wornLevel } from './worn-enchantments.ts'

const MOST_POINTS = 20
const SHARE_PER_POINT = 1 / 25
/** Fire protection shortens burning, blast protection weakens throws, both by this share per level. */
const SHARE_PER_LEVEL = 0.15
const unprotected: ReadonlySet<unknown> = new Set(['void', 'kill', 'starvation'])

/** What the enchantments of the player's armour leave of the harm (Minecraft Wiki: Armor, enchantments). */
export function afterProtection(player: Player, amount: number, cause: DamageCause): number {
  return amount * (1 - Math.min(MOST_POINTS, protectionPoints(player, cause)) * SHARE_PER_POINT)
}

/** The points of all pieces together, before the limit. */
function protectionPoints(player: Player, cause: DamageCause): number {
  if (unprotected.has(cause)) return 0
  const special = specialProtection(cause)
  return wornItems(player).reduce((sum, stack) => {
    const points = special === null ? 0 : special.points * enchantmentLevel(stack, special.name)
    return sum + enchantmentLevel(stack, 'protection') + points
  }, 0)
}

function specialProtection(cause: DamageCause): { readonly name: string; readonly points: number } | null {
  if (cause === 'fall') return { name: 'feather_falling', points: 3 }
  if (isFire(cause)) return { name: 'fire_protection', points: 2 }
  if (typeof cause !== 'object') return null
  if (cause.weapon === 'arrow') return { name: 'projectile_protection', points: 2 }
  return cause.weapon === 'blast' ? { name: 'blast_protection', points: 2 } : null
}

/** For how many ticks fire really sets a body on fire (Minecraft Wiki: Fire Protection). */
export function burningTicks(body: Living, ticks: number): number {
  if (body.type === 'mob') return ticks
  return ticks - Math.floor(ticks * Math.min(1, SHARE_PER_LEVEL * wornLevel(body, 'fire_protection')))
}

/** What share of a blast's push reaches the player (Minecraft Wiki: Blast Protection). */
export function blastPushShare(player: Player): number {
  return Math.max(0, 1 - SHARE_PER_LEVEL * wornLevel(player, 'blast_protection'))
}
