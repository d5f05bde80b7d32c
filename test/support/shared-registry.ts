import type { GameRegistry } from '../../server/data/game-registry.ts'
import type { MinecraftVersion } from '../../server/data/minecraft-version.ts'
import { keptParts } from './kept-parts.ts'

/** The version's registry, the same one for all worlds of a test process. */
export function sharedRegistry(version: MinecraftVersion): GameRegistry {
  return keptParts.of(version).registry
}
