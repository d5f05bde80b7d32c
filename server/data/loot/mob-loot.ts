import type { Random } from '../../../src/core/random.ts'
import { type ItemStack, itemStack } from '../../inventory/item-stack.ts'

/** How a mob died. */
export interface MobDeath {
  /** Rare drops need a player's blow. */
  readonly byPlayer: boolean
  /** Meat of a burning animal is cooked. */
  readonly onFire: boolean
  /** Young animals drop nothing. */
  readonly isBaby: boolean
  /** Colour of a sheep's wool, null for a shorn one and for other mobs. */
  readonly woolColour: string | null
  /** Level of Looting on the weapon of who killed it, 0 for none. */
  readonly looting: number
}

export const ORDINARY_DEATH: MobDeath = {
  byPlayer: true,
  onFire: false,
  isBaby: false,
  woolColour: 'white',
  looting: 0,
}

interface MobDrop {
  readonly item: string
  readonly least: number
  readonly most: number
  /** Chance that it drops at all. */
  readonly chance: number
  readonly needsPlayer: boolean
  /** What each level of Looting adds: to the chance of rare things, to the greatest count of all others. */
  readonly looting: number
}

/** Draws what a mob drops when it dies (https://minecraft.wiki/w/Drops#Mob_drops); nothing for mobs that we do not know. */
export function mobDrops(mob: string, death: MobDeath, random: Random): readonly ItemStack[] {
  if (death.isBaby && !BABIES_WITH_LOOT.has(mob)) return []
  const stacks = (MOB_LOOT[mob] ?? []).flatMap((entry) => drawDrop(entry, death, random))
  const wool = mob === 'sheep' && death.woolColour !== null ? [itemStack(`${death.woolColour}_wool`)] : []
  return [...stacks, ...wool]
}

/** Names of the mobs whose drops are known. */
export function mobsWithLoot(): readonly string[] {
  return Object.keys(MOB_LOOT)
}

/** Everything that the mob can drop, whatever the way it dies. */
export function possibleMobDrops(mob: string): readonly string[] {
  const items = (MOB_LOOT[mob] ?? []).map((entry) => entry.item)
  return mob === 'sheep' ? [...items, 'white_wool'] : items
}

function drawDrop(entry: MobDrop, death: MobDeath, random: Random): readonly ItemStack[] {
  if (entry.needsPlayer && !death.byPlayer) return []
  const isRare = entry.chance < 1
  if (random.float() >= entry.chance + (isRare ? entry.looting * death.looting : 0)) return []
  const more = isRare || death.looting === 0 ? 0 : random.below(entry.looting * death.looting + 1)
  const count = entry.least + random.below(entry.most - entry.least + 1) + more
  if (count <= 0) return []
  const item = death.onFire && MEATS.has(entry.item) ? `cooked_${entry.item}` : entry.item
  return [itemStack(item, count)]
}

function drops(item: string, least: number, most: number): MobDrop {
  return { item, least, most, chance: 1, needsPlayer: false, looting: 1 }
}

/** What no enchantment makes more. */
function always(item: string, least: number, most: number, chance = 1): MobDrop {
  return { item, least, most, chance, needsPlayer: false, looting: 0 }
}

/** @param looting what each level of Looting adds to the chance */
function rare(item: string, chance: number, looting: number): MobDrop {
  return { item, least: 1, most: 1, chance, needsPlayer: true, looting }
}

const MEATS = new Set(['beef', 'porkchop', 'mutton', 'chicken', 'rabbit', 'cod', 'salmon'])
const BABIES_WITH_LOOT = new Set(['zombie', 'husk', 'drowned', 'zombie_villager', 'zombified_piglin'])
/** One in forty zombies drops one of three things. */
const ZOMBIE = [
  drops('rotten_flesh', 0, 2),
  rare('iron_ingot', 0.025 / 3, 0.01 / 3),
  rare('carrot', 0.025 / 3, 0.01 / 3),
  rare('potato', 0.025 / 3, 0.01 / 3),
]

/** One in three spiders loses an eye. */
const SPIDER = [drops('string', 0, 2), { ...drops('spider_eye', -1, 1), needsPlayer: true }]

const MOB_LOOT: Readonly<Record<string, readonly MobDrop[]>> = {
  cow: [drops('leather', 0, 2), drops('beef', 1, 3)],
  mooshroom: [drops('leather', 0, 2), drops('beef', 1, 3)],
  pig: [drops('porkchop', 1, 3)],
  sheep: [drops('mutton', 1, 2)],
  chicken: [drops('feather', 0, 2), drops('chicken', 1, 1)],
  rabbit: [drops('rabbit_hide', 0, 1), drops('rabbit', 0, 1), rare('rabbit_foot', 0.1, 0.03)],
  horse: [drops('leather', 0, 2)],
  donkey: [drops('leather', 0, 2)],
  mule: [drops('leather', 0, 2)],
  llama: [drops('leather', 0, 2)],
  cat: [drops('string', 0, 2)],
  parrot: [drops('feather', 1, 2)],
  turtle: [drops('seagrass', 0, 2)],
  cod: [always('cod', 1, 1), always('bone_meal', 1, 1, 0.05)],
  salmon: [always('salmon', 1, 1), always('bone_meal', 1, 1, 0.05)],
  squid: [drops('ink_sac', 1, 3)],
  glow_squid: [drops('glow_ink_sac', 1, 3)],
  iron_golem: [always('iron_ingot', 3, 5), always('poppy', 0, 2)],
  snow_golem: [always('snowball', 0, 15)],
  zombie: ZOMBIE,
  husk: ZOMBIE,
  zombie_villager: ZOMBIE,
  drowned: [drops('rotten_flesh', 0, 2), rare('copper_ingot', 0.11, 0.02)],
  zombified_piglin: [
    drops('rotten_flesh', 0, 1),
    drops('gold_nugget', 0, 1),
    rare('gold_ingot', 0.025, 0.01),
  ],
  skeleton: [drops('arrow', 0, 2), drops('bone', 0, 2)],
  stray: [drops('arrow', 0, 2), drops('bone', 0, 2)],
  creeper: [drops('gunpowder', 0, 2)],
  spider: SPIDER,
  cave_spider: SPIDER,
  slime: [drops('slime_ball', 0, 2)],
  enderman: [drops('ender_pearl', 0, 1)],
  blaze: [{ ...drops('blaze_rod', 0, 1), needsPlayer: true }],
  phantom: [{ ...drops('phantom_membrane', 0, 1), needsPlayer: true }],
}
