/** A kind of mob that may appear in a biome, in a group. */
export interface SpawnChoice {
  readonly name: string
  readonly weight: number
  /** Size of the group. */
  readonly least: number
  readonly most: number
}

const farm = [group('sheep', 12, 4), group('pig', 10, 4), group('chicken', 10, 4), group('cow', 8, 4)]
const snowFields = [group('rabbit', 10, 2, 3), group('polar_bear', 1, 1, 2)]
const northern = [...farm, group('wolf', 8, 4), group('rabbit', 4, 2, 3), group('fox', 8, 2, 4)]

/**
 * Animals by biome (Minecraft Wiki: Mob spawning, and the pages of the biomes). Kinds that the server has no rules for
 * keep their weight and do not appear, so that the others are no more frequent than in vanilla.
 */
const animalsByBiome: Readonly<Record<string, readonly SpawnChoice[]>> = {
  plains: [...farm, group('horse', 5, 2, 6), group('donkey', 1, 1, 3)],
  forest: [...farm, group('wolf', 5, 4)],
  birch_forest: farm,
  taiga: northern,
  snowy_taiga: northern,
  snowy_plains: snowFields,
  savanna: [...farm, group('horse', 1, 2, 6), group('donkey', 1, 1), group('armadillo', 10, 2, 3)],
  jungle: [...farm, group('parrot', 40, 1, 2), group('panda', 1, 1, 2), group('chicken', 10, 4)],
  desert: [group('rabbit', 12, 2, 3)],
  windswept_hills: [...farm, group('llama', 5, 4, 6)],
  snowy_slopes: [group('rabbit', 4, 2, 3), group('goat', 5, 1, 3)],
  meadow: [group('donkey', 1, 1, 2), group('rabbit', 2, 2, 6), group('sheep', 2, 2, 4)],
  mushroom_fields: [group('mooshroom', 8, 4, 8)],
}

/** The animals of a biome; none in seas, rivers and on beaches. */
export function animalsOf(biome: string): readonly SpawnChoice[] {
  return animalsByBiome[biome] ?? []
}

function group(name: string, weight: number, least: number, most: number = least): SpawnChoice {
  return { name, weight, least, most }
}
