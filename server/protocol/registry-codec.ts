interface CodecEntry {
  readonly key: string
  readonly value: unknown
}

interface CodecPart {
  readonly id: string
  readonly entries: readonly CodecEntry[]
}

const BIOMES = 'minecraft:worldgen/biome'
const PALE_GARDEN = 'minecraft:pale_garden'

/**
 * minecraft-data's registries of 1.21.4 lack the pale garden, so that all biomes behind it would have wrong numbers at the
 * client. This puts it into its place, between its neighbours in the alphabet.
 *
 * @param codec parts of the registry by name
 */
export function completeCodec(codec: unknown): unknown {
  const parts = codec as Readonly<Record<string, CodecPart>>
  const biomes = parts[BIOMES]
  if (biomes === undefined || biomes.entries.some(({ key }) => key === PALE_GARDEN)) return codec
  const place = biomes.entries.findIndex(({ key }) => key > PALE_GARDEN)
  const entries = biomes.entries.toSpliced(place, 0, { key: PALE_GARDEN, value: paleGarden })
  return { ...parts, [BIOMES]: { ...biomes, entries } }
}

const int = (value: number) => ({ type: 'int', value })
const float = (value: number) => ({ type: 'float', value })

/** Source: Minecraft Wiki, "Pale Garden" (colours). */
const paleGarden = {
  type: 'compound',
  name: '',
  value: {
    has_precipitation: { type: 'byte', value: 1 },
    temperature: float(0.7),
    downfall: float(0.8),
    effects: {
      type: 'compound',
      value: {
        fog_color: int(0x81_77_70),
        water_color: int(0x76_88_9d),
        water_fog_color: int(0x55_69_80),
        sky_color: int(0xb9_b9_b9),
        grass_color: int(0x77_82_72),
        foliage_color: int(0x87_8d_76),
      },
    },
  },
}
