import { createGameRegistry, type GameRegistry } from '../../server/data/game-registry.ts'
import { type MinecraftVersion, minecraftVersionSchema } from '../../server/data/minecraft-version.ts'
import { createWorld } from '../../server/world/create-world.ts'
import { listWorlds, loadWorldDefinition } from '../../server/world/world-definition.ts'
import type { Benchmark } from './benchmark.ts'

/** Columns of one repetition: a square of this size. */
const SIDE = 16
const registries = new Map<MinecraftVersion, GameRegistry>()

export const benchmark: Benchmark = {
  name: 'chunks',
  description: 'How many chunk columns a second the game server generates and encodes.',
  repetitions: 9,
  measure: async (repetition) => {
    const metrics: Record<string, number> = {}
    for (const version of minecraftVersionSchema.options) {
      for (const world of listWorlds()) {
        metrics[`chunks.${world}.${version}`] = columnsPerSecond(world, version, repetition)
      }
    }
    return repetition === 0 ? null : metrics
  },
}

/** A new seed in each repetition, so that no column is made twice. */
function columnsPerSecond(name: string, version: MinecraftVersion, seed: number): number {
  const world = createWorld(loadWorldDefinition(name), registryOf(version), seed)
  const start = performance.now()
  for (let index = 0; index < SIDE * SIDE; index++) {
    world.columnPayload(index % SIDE, Math.floor(index / SIDE))
  }
  return (SIDE * SIDE * 1000) / (performance.now() - start)
}

function registryOf(version: MinecraftVersion): GameRegistry {
  const registry = registries.get(version) ?? createGameRegistry(version)
  registries.set(version, registry)
  return registry
}
