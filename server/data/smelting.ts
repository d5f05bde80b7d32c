/** What smelting one item in a furnace gives. */
export interface Smelting {
  readonly item: string
  /** Experience points per item. */
  readonly experience: number
}

/** What cooks and smelts. */
export type SmeltingStation = 'furnace' | 'blast_furnace' | 'smoker' | 'campfire'

/** Ticks that a furnace needs for one item. */
export const SMELTING_TICKS = 200

const TICKS: Readonly<Record<SmeltingStation, number>> = {
  furnace: SMELTING_TICKS,
  blast_furnace: 100,
  smoker: 100,
  campfire: 600,
}

/** Ticks that the station needs for one item. Source: Minecraft Wiki, "Smelting" and "Campfire". */
export function smeltingTicks(station: SmeltingStation): number {
  return TICKS[station]
}

/**
 * What one of the item becomes in the station; null where it cannot be smelted. Source: Minecraft Wiki, "Smelting",
 * "Blast Furnace", "Smoker" and "Campfire".
 */
export function smeltingOf(item: string, station: SmeltingStation = 'furnace'): Smelting | null {
  if (station === 'blast_furnace' && !METALS.test(item)) return null
  if ((station === 'smoker' || station === 'campfire') && !FOODS.has(item)) return null
  return SMELTINGS.get(item) ?? null
}

/** All items that can be smelted, with what they become. Some exist in later versions only. */
export function allSmeltings(): ReadonlyMap<string, Smelting> {
  return SMELTINGS
}

const ORES: readonly (readonly [material: string, result: string, experience: number])[] = [
  ['iron', 'iron_ingot', 0.7],
  ['gold', 'gold_ingot', 1],
  ['copper', 'copper_ingot', 0.7],
  ['coal', 'coal', 0.1],
  ['lapis', 'lapis_lazuli', 0.2],
  ['redstone', 'redstone', 0.7],
  ['diamond', 'diamond', 1],
  ['emerald', 'emerald', 1],
]

const MATERIALS: readonly (readonly [item: string, result: string, experience: number])[] = [
  ['raw_iron', 'iron_ingot', 0.7],
  ['raw_gold', 'gold_ingot', 1],
  ['raw_copper', 'copper_ingot', 0.7],
  ['nether_gold_ore', 'gold_ingot', 1],
  ['nether_quartz_ore', 'quartz', 0.2],
  ['ancient_debris', 'netherite_scrap', 2],
  ['sand', 'glass', 0.1],
  ['red_sand', 'glass', 0.1],
  ['cobblestone', 'stone', 0.1],
  ['stone', 'smooth_stone', 0.1],
  ['cobbled_deepslate', 'deepslate', 0.1],
  ['sandstone', 'smooth_sandstone', 0.1],
  ['red_sandstone', 'smooth_red_sandstone', 0.1],
  ['quartz_block', 'smooth_quartz', 0.1],
  ['basalt', 'smooth_basalt', 0.1],
  ['stone_bricks', 'cracked_stone_bricks', 0.1],
  ['deepslate_bricks', 'cracked_deepslate_bricks', 0.1],
  ['deepslate_tiles', 'cracked_deepslate_tiles', 0.1],
  ['nether_bricks', 'cracked_nether_bricks', 0.1],
  ['polished_blackstone_bricks', 'cracked_polished_blackstone_bricks', 0.1],
  ['clay_ball', 'brick', 0.3],
  ['netherrack', 'nether_brick', 0.1],
  ['resin_clump', 'resin_brick', 0.1],
  ['clay', 'terracotta', 0.35],
  ['cactus', 'green_dye', 1],
  ['sea_pickle', 'lime_dye', 0.1],
  ['wet_sponge', 'sponge', 0.15],
  ['chorus_fruit', 'popped_chorus_fruit', 0.1],
  ['potato', 'baked_potato', 0.35],
  ['kelp', 'dried_kelp', 0.1],
]

const MEATS = ['beef', 'porkchop', 'mutton', 'chicken', 'rabbit', 'cod', 'salmon']
const FOODS: ReadonlySet<string> = new Set([...MEATS, 'potato', 'kelp'])
/** What a blast furnace takes: ores, raw metals, and tools and armour of metal. */
const METALS = /_ore$|^raw_|^(iron|golden|chainmail)_|^ancient_debris$/
const BURNING_WOODS = 'oak spruce birch jungle acacia dark_oak mangrove cherry pale_oak'.split(' ')
const COLOURS =
  'white orange magenta light_blue yellow lime pink gray light_gray cyan purple blue brown green red black'.split(
    ' ',
  )
const TOOLS = ['sword', 'pickaxe', 'axe', 'shovel', 'hoe']
const ARMOUR = ['helmet', 'chestplate', 'leggings', 'boots']

const SMELTINGS: ReadonlyMap<string, Smelting> = new Map<string, Smelting>(
  [
    ...ORES.flatMap(([material, result, experience]) => [
      [`${material}_ore`, result, experience] as const,
      [`deepslate_${material}_ore`, result, experience] as const,
    ]),
    ...MATERIALS,
    ...MEATS.map((meat) => [meat, `cooked_${meat}`, 0.35] as const),
    ...BURNING_WOODS.flatMap(logsOf).map((log) => [log, 'charcoal', 0.15] as const),
    ...COLOURS.map((colour) => [`${colour}_terracotta`, `${colour}_glazed_terracotta`, 0.1] as const),
    ...metalThings('iron', ['iron', 'chainmail']).map((thing) => [thing, 'iron_nugget', 0.1] as const),
    ...metalThings('golden', ['golden']).map((thing) => [thing, 'gold_nugget', 0.1] as const),
  ].map(([from, item, experience]) => [from, { item, experience }]),
)

function logsOf(wood: string): readonly string[] {
  return [`${wood}_log`, `${wood}_wood`, `stripped_${wood}_log`, `stripped_${wood}_wood`]
}

/** Tools and armour that melt down to a nugget. */
function metalThings(metal: string, armourMetals: readonly string[]): readonly string[] {
  return [
    ...TOOLS.map((tool) => `${metal}_${tool}`),
    ...armourMetals.flatMap((armour) => ARMOUR.map((piece) => `${armour}_${piece}`)),
    `${metal}_horse_armor`,
  ]
}
