import type { Random } from '../../../src/core/random.ts'
import type { GameRegistry } from '../../data/game-registry.ts'
import type { Column } from '../column.ts'
import { VEIN_KINDS, type VeinKind } from './vein-kinds.ts'

/** Puts the veins of one column into its stone. A vein never leaves its column. */
export type FillVeins = (column: Column, random: Random) => void

export function createVeinFiller(registry: GameRegistry, kinds: readonly VeinKind[] = VEIN_KINDS): FillVeins {
  const stone = registry.state('stone')
  const deepslate = registry.state('deepslate')
  const veins = kinds.map((kind) => ({
    kind,
    replacements: new Map([
      [stone, registry.state(kind.block)],
      ...(kind.deepBlock === null ? [] : [[deepslate, registry.state(kind.deepBlock)] as const]),
    ]),
  }))
  return (column, random) => {
    for (const { kind, replacements } of veins) {
      for (let vein = 0; vein < kind.count; vein++) fillVein(column, { kind, replacements, random })
    }
  }
}

interface Vein {
  readonly kind: VeinKind
  /** States to put in place of others. */
  readonly replacements: ReadonlyMap<number, number>
  readonly random: Random
}

/** Walks at random from block to neighbouring block and replaces what it meets. */
function fillVein(column: Column, { kind, replacements, random }: Vein): void {
  let x = random.below(16)
  let z = random.below(16)
  let y = startY(kind, random)
  for (let step = 0; step < kind.size; step++) {
    const replacement = replacements.get(column.stateAt(x, y, z))
    if (replacement !== undefined) column.setState(x, y, z, replacement)
    const direction = random.below(6)
    if (direction < 2) x = clamp(x + (direction === 0 ? 1 : -1))
    else if (direction < 4) z = clamp(z + (direction === 2 ? 1 : -1))
    else y += direction === 4 ? 1 : -1
  }
}

function startY(kind: VeinKind, random: Random): number {
  const share = kind.spread === 'uniform' ? random.float() : (random.float() + random.float()) / 2
  return Math.floor(kind.minY + share * (kind.maxY - kind.minY + 1))
}

function clamp(coordinate: number): number {
  return Math.min(15, Math.max(0, coordinate))
}
