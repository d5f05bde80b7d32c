import type { GameRegistry } from '../../data/game-registry.ts'
import { stateCount } from '../../data/per-state.ts'

/** What each block state does to light, indexed by state. */
export interface LightTables {
  /** How much light loses in the block: 15 for opaque ones, 1 for water and leaves. */
  readonly opacity: Uint8Array
  /** Light that the block gives, 0 to 15. */
  readonly emission: Uint8Array
}

/** Blocks that shine only while they are lit, and how bright (https://minecraft.wiki/w/Light#Light-emitting_blocks). */
const SHINING_WHILE_LIT: Readonly<Record<string, number>> = {
  furnace: 13,
  blast_furnace: 13,
  smoker: 13,
  redstone_lamp: 15,
  redstone_ore: 9,
  deepslate_redstone_ore: 9,
}

export function createLightTables(registry: GameRegistry): LightTables {
  const states = stateCount(registry)
  const opacity = new Uint8Array(states)
  const emission = new Uint8Array(states)
  for (const kind of registry.blocks) {
    opacity.fill(kind.filterLight, kind.minState, kind.maxState + 1)
    emission.fill(kind.emitLight, kind.minState, kind.maxState + 1)
    if (!kind.properties.some(({ name }) => name === 'lit')) continue
    const light = SHINING_WHILE_LIT[kind.name] ?? kind.emitLight
    for (let state = kind.minState; state <= kind.maxState; state++) {
      emission[state] = registry.propertiesOfState(state).lit === 'true' ? light : 0
    }
  }
  return { opacity, emission }
}
