import type { BeliefDraft } from '../../core/belief.ts'
import type { Claim } from '../../core/claim.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { type Act, doubted, gainedBy, seen, textArgument } from './seen.ts'

/** What a furnace showed about what was put into it: what came out, and what it does not burn. */
export function furnaceEvidence(act: Act, knowledge: Knowledge): readonly BeliefDraft[] {
  const [from, fuel] = [textArgument(act, 0), textArgument(act, 1)]
  if (from === null || fuel === null) return []
  const { result } = act
  const burning = knowledge.fuels().find(({ item }) => item === fuel)
  if (result.ok) {
    const [made, ...others] = Object.keys(gainedBy(act))
    const smelted: Claim[] =
      made !== undefined && others.length === 0 ? [{ type: 'smelting', item: made, from }] : []
    return [...smelted, ...(burning === undefined ? [] : [burning])].map(seen)
  }
  if (/does not take/.test(result.message))
    return burning === undefined ? [] : [doubted(burning, result.message)]
  const believed = knowledge.smeltingOf(from)
  return believed !== null && /^Nothing came out/.test(result.message)
    ? [doubted(believed, result.message)]
    : []
}
