import { armorer } from './armorer.ts'
import { butcher } from './butcher.ts'
import { cartographer } from './cartographer.ts'
import { cleric } from './cleric.ts'
import { farmer } from './farmer.ts'
import { fisherman } from './fisherman.ts'
import { fletcher } from './fletcher.ts'
import { leatherworker } from './leatherworker.ts'
import { librarian } from './librarian.ts'
import { mason } from './mason.ts'
import { shepherd } from './shepherd.ts'
import { toolsmith } from './toolsmith.ts'
import type { ProfessionTrades } from './trade.ts'
import { weaponsmith } from './weaponsmith.ts'

/** Professions in the order of their numbers in the protocol, the same in both versions. */
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

/** What the professions trade, by level. Those who have none trade nothing. */
export const professionTrades: Readonly<Record<Profession, ProfessionTrades>> = {
  none: [],
  armorer,
  butcher,
  cartographer,
  cleric,
  farmer,
  fisherman,
  fletcher,
  leatherworker,
  librarian,
  mason,
  nitwit: [],
  shepherd,
  toolsmith,
  weaponsmith,
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

export function isProfession(name: unknown): name is Profession {
  return professions.some((profession) => profession === name)
}

/** What a villager must have learned for a level, from level 1 on. */
const thresholds = [0, 10, 70, 150, 250]
export const HIGHEST_LEVEL = thresholds.length

/** Whether a villager of that level has learned enough for the next (Minecraft Wiki: Trading, level). */
export function mayRise(level: number, experience: number): boolean {
  return level < HIGHEST_LEVEL && experience >= (thresholds[level] ?? Number.POSITIVE_INFINITY)
}
