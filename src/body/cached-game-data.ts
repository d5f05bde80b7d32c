import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

type GameData = (version: unknown, preNetty?: boolean) => unknown

/**
 * Has `require('minecraft-data')(version)` of the libraries find what it has found before.
 *
 * The simulation of physics asks for it once a tick and bot, and the library compares hundreds of versions each time before
 * it looks into its own cache: a tenth of a simulated run (measured). The answers are the same objects. It works for whoever
 * requires the module afterwards, as the physics does at each call.
 */
export function cacheGameData(): void {
  require('minecraft-data')
  const module = require.cache[require.resolve('minecraft-data')]
  if (module === undefined || cachedModules.has(module.exports)) return
  const original = module.exports as GameData
  const found = new Map<unknown, unknown>()
  const cached: GameData = (version, preNetty) => {
    if (preNetty) return original(version, preNetty)
    const known = found.get(version)
    if (known !== undefined) return known
    const data = original(version)
    if (data !== null) found.set(version, data)
    return data
  }
  module.exports = Object.assign(cached, original)
  cachedModules.add(module.exports)
}

const cachedModules = new WeakSet<GameData>()
