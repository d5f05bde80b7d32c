const WOODS = 'oak spruce birch jungle acacia dark_oak mangrove cherry bamboo pale_oak'.split(' ')

const LOG_FORMS = ['log', 'wood']
const LASTING_FORMS = ['planks', 'stairs', 'pressure_plate', 'trapdoor', 'fence_gate', 'fence']
const BOATS = WOODS.filter((wood) => wood !== 'bamboo')
const WOODEN_TOOLS = ['sword', 'pickaxe', 'axe', 'shovel', 'hoe'].map((tool) => `wooden_${tool}`)

const FURNITURE =
  'ladder crafting_table cartography_table fletching_table smithing_table loom composter barrel chest trapped_chest ' +
  'bookshelf chiseled_bookshelf lectern jukebox note_block daylight_detector mangrove_roots bow fishing_rod crossbow ' +
  'bamboo_block stripped_bamboo_block bamboo_mosaic bamboo_mosaic_stairs'

const SAPLINGS =
  'oak_sapling spruce_sapling birch_sapling jungle_sapling acacia_sapling dark_oak_sapling cherry_sapling ' +
  'pale_oak_sapling mangrove_propagule'

/** Burning times in ticks by item (https://minecraft.wiki/w/Smelting#Fuel). Nether wood does not burn. */
const BURN_TICKS: ReadonlyMap<string, number> = new Map([
  ['lava_bucket', 20_000],
  ['coal_block', 16_000],
  ['dried_kelp_block', 4001],
  ['blaze_rod', 2400],
  ['coal', 1600],
  ['charcoal', 1600],
  ...each([...BOATS.map((wood) => `${wood}_boat`), ...BOATS.map((wood) => `${wood}_chest_boat`)], 1200),
  ...each(['bamboo_raft', 'bamboo_chest_raft'], 1200),
  ...each(woodForms(['hanging_sign']), 800),
  ...each([...woodForms(LOG_FORMS), ...woodForms(LOG_FORMS).map((name) => `stripped_${name}`)], 300),
  ...each([...woodForms(LASTING_FORMS), ...FURNITURE.split(' ')], 300),
  ...each([...WOODEN_TOOLS, ...woodForms(['sign', 'door'])], 200),
  ...each([...woodForms(['slab']), 'bamboo_mosaic_slab'], 150),
  ...each([...woodForms(['button']), ...SAPLINGS.split(' ')], 100),
  ...each(['bowl', 'stick', 'dead_bush', 'azalea', 'flowering_azalea'], 100),
  ...each(['bamboo', 'scaffolding'], 50),
])

/** How long one of the item burns in a furnace, in ticks; null where it is no fuel. */
export function burnTicks(item: string): number | null {
  if (item.endsWith('_banner')) return 300
  if (item.endsWith('_wool')) return 100
  if (item.endsWith('_carpet') && !item.endsWith('moss_carpet')) return 67
  return BURN_TICKS.get(item) ?? null
}

function woodForms(forms: readonly string[]): readonly string[] {
  return WOODS.flatMap((wood) => forms.map((form) => `${wood}_${form}`))
}

function each(items: readonly string[], ticks: number): readonly (readonly [string, number])[] {
  return items.map((item) => [item, ticks] as const)
}
