import type { RawRegistry } from './raw-registry.ts'

/** One kind of enchantment, such as `sharpness`. */
export interface EnchantmentKind {
  /** Number in packets of the version. */
  readonly id: number
  /** Minecraft name without namespace, the same in all versions: what stacks and rules say. */
  readonly name: string
  /** What this version calls it in commands and packets. */
  readonly versionName: string
  readonly displayName: string
  readonly maxLevel: number
  /** Enchanting power at which an enchanting table offers the level, least and most. */
  readonly powerFor: (level: number) => { readonly least: number; readonly most: number }
  /** Not offered by enchanting tables. */
  readonly isTreasure: boolean
  readonly isCurse: boolean
  /** Whether it comes up in trades. */
  readonly isTradeable: boolean
  /** Names of those that may not be on the same item. */
  readonly excludes: readonly string[]
  /** Group of items that take it, of `ItemKind.enchantmentCategories`. */
  readonly category: string
  /** 10 common, 5 uncommon, 2 rare, 1 very rare. */
  readonly weight: number
}

/** Names that a version has of its own. */
const lastingNames: Readonly<Record<string, string>> = { sweeping: 'sweeping_edge' }

export function enchantmentKinds(raw: RawRegistry): readonly EnchantmentKind[] {
  return raw.enchantmentsArray.map((one) => ({
    id: one.id,
    name: lastingName(one.name),
    versionName: one.name,
    displayName: one.displayName,
    maxLevel: one.maxLevel,
    powerFor: (level) => ({
      least: one.minCost.a * level + one.minCost.b,
      most: one.maxCost.a * level + one.maxCost.b,
    }),
    isTreasure: one.treasureOnly,
    isCurse: one.curse,
    isTradeable: one.tradeable,
    excludes: one.exclude.map(lastingName),
    category: one.category,
    weight: one.weight,
  }))
}

function lastingName(name: string): string {
  return lastingNames[name] ?? name
}
