import { createGameRegistry, type GameRegistry } from '../../server/data/game-registry.ts'
import type { MinecraftVersion } from '../../server/data/minecraft-version.ts'

const registries = new Map<MinecraftVersion, GameRegistry>()

/** The version's registry, made once for all worlds of a test process: none of them leaves a trace in it. */
export function sharedRegistry(version: MinecraftVersion): GameRegistry {
  const registry = registries.get(version) ?? createGameRegistry(version)
  registries.set(version, registry)
  return registry
}
