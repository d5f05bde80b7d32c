interface Weapon {
  readonly ending: string
  /** Half hearts of a full blow, by material. */
  readonly damage: Readonly<Record<string, number>>
  /** Full blows per second, by material. */
  readonly speed: Readonly<Record<string, number>>
}

const all = (value: number) => ({
  wooden: value,
  golden: value,
  stone: value,
  iron: value,
  diamond: value,
  netherite: value,
})

/** Minecraft Wiki: Damage, table of weapons; the attribute base of a hand, 1, is included. */
const weapons: readonly Weapon[] = [
  {
    ending: '_sword',
    damage: { wooden: 4, golden: 4, stone: 5, iron: 6, diamond: 7, netherite: 8 },
    speed: all(1.6),
  },
  {
    ending: '_axe',
    damage: { wooden: 7, golden: 7, stone: 9, iron: 9, diamond: 9, netherite: 10 },
    speed: { ...all(1), wooden: 0.8, stone: 0.8, iron: 0.9 },
  },
  {
    ending: '_pickaxe',
    damage: { wooden: 2, golden: 2, stone: 3, iron: 4, diamond: 5, netherite: 6 },
    speed: all(1.2),
  },
  {
    ending: '_shovel',
    damage: { wooden: 2.5, golden: 2.5, stone: 3.5, iron: 4.5, diamond: 5.5, netherite: 6.5 },
    speed: all(1),
  },
  { ending: '_hoe', damage: all(1), speed: { ...all(4), wooden: 1, golden: 1, stone: 2, iron: 3 } },
]

export interface WeaponFacts {
  /** Half hearts of a full blow. */
  readonly damage: number
  /** Full blows per second. */
  readonly speed: number
}

const HAND: WeaponFacts = { damage: 1, speed: 4 }

/** How the item hits; like a hand when it is no weapon. */
export function weaponFacts(item: string | null): WeaponFacts {
  if (item === 'trident') return { damage: 9, speed: 1.1 }
  const weapon = weapons.find(({ ending }) => item?.endsWith(ending))
  if (item === null || weapon === undefined) return HAND
  const material = item.slice(0, item.length - weapon.ending.length)
  return {
    damage: weapon.damage[material] ?? HAND.damage,
    speed: weapon.speed[material] ?? HAND.speed,
  }
}

/**
 * How much of its strength a blow has that many ticks after the last, from 0 to 1 (Minecraft Wiki: Melee attack,
 * attack cooldown).
 */
export function chargeAfter(ticks: number, speed: number): number {
  return Math.min(1, Math.max(0, ((ticks + 0.5) * speed) / 20))
}

/** Half hearts of a blow with that charge. */
export function chargedDamage(damage: number, charge: number): number {
  return damage * (0.2 + charge ** 2 * 0.8)
}
