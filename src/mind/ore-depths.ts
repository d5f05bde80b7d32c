import type { DepthClaim } from '../core/claim.ts'

/**
 * At which heights the overworld's ores occur since Minecraft 1.18, and where a block is an ore most often (Minecraft
 * Wiki, Ore, section Distribution). Of iron and coal the lower of two peaks is given: the other is in mountains.
 * Emeralds are in mountains only. An ore's deepslate form occurs in the same range.
 */
const ORE_DEPTHS: readonly (readonly [ore: string, lowest: number, highest: number, best: number])[] = [
  ['coal_ore', 0, 320, 96],
  ['copper_ore', -16, 112, 48],
  ['iron_ore', -64, 320, 16],
  ['gold_ore', -64, 32, -16],
  ['redstone_ore', -64, 15, -59],
  ['lapis_ore', -64, 64, 0],
  ['diamond_ore', -64, 16, -59],
  ['emerald_ore', -16, 320, 232],
]

/**
 * What is known from the start of how deep ores lie.
 *
 * @param blocks names of the version's blocks; one without deepslate ores is older than these heights
 */
export function oreDepths(blocks: ReadonlySet<string>): readonly DepthClaim[] {
  if (!blocks.has('deepslate_diamond_ore')) return []
  return ORE_DEPTHS.flatMap(([ore, lowest, highest, best]) =>
    [ore, `deepslate_${ore}`].map((block): DepthClaim => ({ type: 'depth', block, lowest, highest, best })),
  )
}
