import type { SpawnChoice } from './animal-choices.ts'

/** Every kind comes in packs of up to four but the enderman's (Minecraft Wiki: Mob spawning). */
const common = [
  pack('spider', 100),
  pack('creeper', 100),
  pack('slime', 100),
  { name: 'enderman', weight: 10, least: 1, most: 4 },
  { name: 'witch', weight: 5, least: 1, most: 1 },
]
const undead = [pack('zombie', 95), { name: 'zombie_villager', weight: 5, least: 1, most: 1 }]
const usual: readonly SpawnChoice[] = [...common, ...undead, pack('skeleton', 100)]

const monstersByBiome: Readonly<Record<string, readonly SpawnChoice[]>> = {
  desert: [
    ...common,
    pack('husk', 80),
    pack('zombie', 19),
    { name: 'zombie_villager', weight: 1, least: 1, most: 1 },
    pack('skeleton', 100),
  ],
  snowy_plains: [...common, ...undead, pack('stray', 80), pack('skeleton', 20)],
  mushroom_fields: [],
}

/** The monsters of a biome. As with animals, kinds without rules keep their weight. */
export function monstersOf(biome: string): readonly SpawnChoice[] {
  return monstersByBiome[biome] ?? usual
}

function pack(name: string, weight: number): SpawnChoice {
  return { name, weight, least: 4, most: 4 }
}
