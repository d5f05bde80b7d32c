/** Professions of villagers in the order of their numbers in the protocol, the same in both versions. */
export const professions = [
  'none',
  'armorer',
  'butcher',
  'cartographer',
  'cleric',
  'farmer',
  'fisherman',
  'fletcher',
  'leatherworker',
  'librarian',
  'mason',
  'nitwit',
  'shepherd',
  'toolsmith',
  'weaponsmith',
] as const

export type Profession = (typeof professions)[number]

export function isProfession(name: unknown): name is Profession {
  return professions.some((profession) => profession === name)
}

const workplaces: Readonly<Record<string, Profession>> = {
  blast_furnace: 'armorer',
  smoker: 'butcher',
  cartography_table: 'cartographer',
  brewing_stand: 'cleric',
  composter: 'farmer',
  barrel: 'fisherman',
  fletching_table: 'fletcher',
  cauldron: 'leatherworker',
  water_cauldron: 'leatherworker',
  lava_cauldron: 'leatherworker',
  powder_snow_cauldron: 'leatherworker',
  lectern: 'librarian',
  stonecutter: 'mason',
  loom: 'shepherd',
  smithing_table: 'toolsmith',
  grindstone: 'weaponsmith',
}

/** The profession that works at the block; null for other blocks (Minecraft Wiki: Villager, professions). */
export function professionAt(block: string): Profession | null {
  return workplaces[block] ?? null
}

/** What a villager must have learned for each level, from the first to the last. */
const thresholds = [0, 10, 70, 150, 250]
export const HIGHEST_LEVEL = thresholds.length

/** Whether a villager of that level, 1 to 5, knows enough for the next (Minecraft Wiki: Trading, level). */
export function mayRise(level: number, experience: number): boolean {
  return experience >= (thresholds[level] ?? Number.POSITIVE_INFINITY)
}
