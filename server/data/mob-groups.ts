/** Mobs that Smite hits harder (Minecraft Wiki: Undead). */
const undead: ReadonlySet<string> = new Set(
  (
    'zombie husk drowned zombie_villager zombified_piglin zoglin skeleton stray wither_skeleton bogged phantom wither ' +
    'skeleton_horse zombie_horse giant'
  ).split(' '),
)

/** Mobs that Bane of Arthropods hits harder (Minecraft Wiki: Arthropod). */
const arthropods: ReadonlySet<string> = new Set('spider cave_spider silverfish endermite bee'.split(' '))

export function isUndead(mob: string): boolean {
  return undead.has(mob)
}

export function isArthropod(mob: string): boolean {
  return arthropods.has(mob)
}
