import type { Pen } from './pen.ts'

/** What occurs most often above this height is looked for on the surface: land lies above it as a rule. */
const GROUND = 56

/** The height at which to look for the blocks, if they are believed to lie below the ground; null if not. */
export function searchHeight(sources: readonly { readonly block: string }[], pen: Pen): number | null {
  const depths = sources.map(({ block }) => pen.situation.knowledge.depthOf(block))
  const [best] = depths.flatMap((depth) => (depth === null || depth.best > GROUND ? [] : [depth.best]))
  return best === undefined || depths.includes(null) ? null : best
}
