/** Woods that trees of the continents are made of. */
export type Wood = 'oak' | 'birch' | 'spruce' | 'acacia' | 'jungle'

/** A plant of a biome and how often it grows on free ground. */
export interface PlantShare {
  /** Block name; `short_grass` stands for the version's grass. */
  readonly block: string
  /** Share of the free ground that it covers, 0 to 1. */
  readonly share: number
  /** Whether it grows in rare patches only; the share counts within them. */
  readonly patches: boolean
}

/** What a biome looks like. */
export interface BiomeKind {
  readonly top: string
  /** The three blocks below the top. */
  readonly under: string
  /** Chance of a tree in each square of 5×5 blocks. */
  readonly treeDensity: number
  /** Woods of its trees; one that is listed twice is twice as frequent. */
  readonly woods: readonly Wood[]
  readonly plants: readonly PlantShare[]
  /** Whether a layer of snow lies on free ground. */
  readonly snow: boolean
}

export type BiomeName = keyof typeof BIOMES

const FLOWERS = [plant('dandelion', 0.008), plant('poppy', 0.008)]
const MUSHROOMS = [patch('brown_mushroom', 0.03), patch('red_mushroom', 0.02)]
const PUMPKINS = patch('pumpkin', 0.03)
const MEADOW = { top: 'grass_block', under: 'dirt', snow: false }
const SEA_FLOOR = { top: 'gravel', under: 'dirt', treeDensity: 0, woods: [], plants: [], snow: false }

/** Plants and trees follow the pages of the biomes on https://minecraft.wiki/w/Biome. */
export const BIOMES = {
  ocean: kind(SEA_FLOOR),
  deep_ocean: kind(SEA_FLOOR),
  river: kind({ ...SEA_FLOOR, top: 'sand' }),
  beach: kind({ ...SEA_FLOOR, top: 'sand', under: 'sand' }),
  plains: kind({
    ...MEADOW,
    treeDensity: 0.02,
    woods: ['oak'],
    plants: [plant('short_grass', 0.2), ...FLOWERS, plant('cornflower', 0.004), PUMPKINS],
  }),
  forest: kind({
    ...MEADOW,
    treeDensity: 0.5,
    woods: ['oak', 'oak', 'oak', 'birch'],
    plants: [plant('short_grass', 0.07), ...FLOWERS, ...MUSHROOMS, PUMPKINS],
  }),
  birch_forest: kind({
    ...MEADOW,
    treeDensity: 0.5,
    woods: ['birch'],
    plants: [plant('short_grass', 0.07), plant('lily_of_the_valley', 0.01), ...FLOWERS],
  }),
  taiga: kind({
    ...MEADOW,
    treeDensity: 0.55,
    woods: ['spruce'],
    plants: [plant('fern', 0.12), patch('sweet_berry_bush', 0.12), ...MUSHROOMS, PUMPKINS],
  }),
  snowy_taiga: kind({
    ...MEADOW,
    treeDensity: 0.45,
    woods: ['spruce'],
    plants: [plant('fern', 0.03), patch('sweet_berry_bush', 0.06)],
    snow: true,
  }),
  snowy_plains: kind({ ...MEADOW, treeDensity: 0.01, woods: ['spruce'], plants: [], snow: true }),
  savanna: kind({ ...MEADOW, treeDensity: 0.08, woods: ['acacia'], plants: [plant('short_grass', 0.35)] }),
  jungle: kind({
    ...MEADOW,
    treeDensity: 0.85,
    woods: ['jungle', 'jungle', 'jungle', 'oak'],
    plants: [plant('short_grass', 0.2), plant('fern', 0.08), patch('melon', 0.06)],
  }),
  desert: kind({
    ...SEA_FLOOR,
    top: 'sand',
    under: 'sandstone',
    plants: [plant('dead_bush', 0.012), plant('cactus', 0.012)],
  }),
  windswept_hills: kind({
    ...MEADOW,
    treeDensity: 0.06,
    woods: ['spruce', 'oak'],
    plants: [plant('short_grass', 0.05)],
  }),
  snowy_slopes: kind({ ...SEA_FLOOR, top: 'snow_block', under: 'stone' }),
}

/** Names of all biomes of the continents. */
export const BIOME_NAMES = Object.keys(BIOMES) as readonly BiomeName[]

function kind(description: BiomeKind): BiomeKind {
  return description
}

function plant(block: string, share: number): PlantShare {
  return { block, share, patches: false }
}

function patch(block: string, share: number): PlantShare {
  return { block, share, patches: true }
}
