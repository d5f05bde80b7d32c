import { SEA_LEVEL } from '../terrain/height-field.ts'
import type { BiomeName } from './biomes.ts'
import type { Climate } from './climate.ts'

const DEEP = 45
const SNOW_LINE = 118

/** The biome of a place, in the spirit of https://minecraft.wiki/w/Biome#Biome_generation. */
export function chooseBiome(climate: Climate, groundY: number): BiomeName {
  const { continent, mountain } = climate
  if (groundY < SEA_LEVEL) {
    if (continent > -0.05) return 'river'
    return groundY < DEEP ? 'deep_ocean' : 'ocean'
  }
  if (groundY <= SEA_LEVEL + 2 && continent < 0.05) return 'beach'
  if (mountain > 0.35) return groundY > SNOW_LINE ? 'snowy_slopes' : 'windswept_hills'
  return chooseLowland(climate.temperature, climate.humidity)
}

function chooseLowland(temperature: number, humidity: number): BiomeName {
  if (temperature < -0.5) return humidity < 0 ? 'snowy_plains' : 'snowy_taiga'
  if (temperature < -0.15) return humidity < -0.35 ? 'plains' : 'taiga'
  if (temperature < 0.28) {
    if (humidity < -0.08) return 'plains'
    return humidity < 0.35 ? 'forest' : 'birch_forest'
  }
  if (humidity > 0.15) return 'jungle'
  return temperature < 0.5 ? 'savanna' : 'desert'
}
