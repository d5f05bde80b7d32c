import type { Attempt } from '../core/attempt.ts'
import type { BeliefDraft } from '../core/belief.ts'
import type { MindView } from '../core/brain.ts'
import type { Knowledge } from '../core/knowledge.ts'
import { chestEvidence } from './evidence/chest-evidence.ts'
import { craftingEvidence } from './evidence/crafting-evidence.ts'
import { furnaceEvidence } from './evidence/furnace-evidence.ts'
import { huntingEvidence } from './evidence/hunting-evidence.ts'
import { miningEvidence } from './evidence/mining-evidence.ts'
import type { Act } from './evidence/seen.ts'

/**
 * What an attempt showed about how the world works. A draft with confidence 0 says that its claim was seen to be false.
 * Of each claim the last word counts.
 */
export function attemptBeliefs(
  { knowledge }: Pick<MindView, 'knowledge'>,
  { outcome }: Pick<Attempt, 'outcome'>,
): readonly BeliefDraft[] {
  const drafts = (outcome?.trace ?? [])
    .filter((entry) => entry.type === 'act')
    .flatMap((act) => EVIDENCE[act.name]?.(act, knowledge) ?? [])
  const last = new Map(drafts.map((draft) => [JSON.stringify(draft.claim), draft]))
  return drafts.filter((draft) => last.get(JSON.stringify(draft.claim)) === draft)
}

/** What each control primitive can show; the others show nothing about how the world works. */
const EVIDENCE: Readonly<Record<string, (act: Act, knowledge: Knowledge) => readonly BeliefDraft[]>> = {
  mineBlock: miningEvidence,
  craftItem: craftingEvidence,
  smeltItem: furnaceEvidence,
  killMob: huntingEvidence,
  getItemFromChest: chestEvidence,
  depositItemIntoChest: chestEvidence,
  checkItemInsideChest: chestEvidence,
  openContainer: chestEvidence,
  windowDeposit: chestEvidence,
  windowWithdraw: chestEvidence,
}
