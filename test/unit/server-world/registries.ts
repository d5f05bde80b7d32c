import type { GameRegistry } from '../../../server/data/game-registry.ts'
import type { MinecraftVersion } from '../../../server/data/minecraft-version.ts'
import { sharedRegistry } from '../../support/shared-registry.ts'

export const VERSIONS: readonly MinecraftVersion[] = ['1.21.4', '1.20.1']

/** Both registries. */
export const registries: ReadonlyMap<MinecraftVersion, GameRegistry> = new Map(
  VERSIONS.map((version) => [version, sharedRegistry(version)]),
)

export function registryOf(version: MinecraftVersion): GameRegistry {
  const registry = registries.get(version)
  if (registry === undefined) throw new Error(`No registry was loaded for ${version}.`)
  return registry
}
