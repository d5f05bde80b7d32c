import { replaceExports } from './replace-exports.ts'

type GameData = (version: unknown, preNetty?: boolean) => unknown

/**
 * Has `require('minecraft-data')(version)` of the libraries find what it has found before.
 *
 * The simulation of physics asks for it again and again, and the library compares hundreds of versions each time before it
 * looks into its own cache: a tenth of a simulated run (measured). The answers are the same objects.
 */
export function cacheGameData(): void {
  replaceExports<GameData>('minecraft-data', (original) => {
    const found = new Map<unknown, unknown>()
    const cached: GameData = (version, preNetty) => {
      if (preNetty) return original(version, preNetty)
      const known = found.get(version)
      if (known !== undefined) return known
      const data = original(version)
      if (data !== null) found.set(version, data)
      return data
    }
    return Object.assign(cached, original)
  })
}
