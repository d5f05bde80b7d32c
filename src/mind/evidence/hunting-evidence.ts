import type { BeliefDraft } from '../../core/belief.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { type Act, gainedBy, seen, textArgument } from './seen.ts'

/**
 * What killing a mob showed about what it drops. Nothing shows nothing, since much falls only now and then; one thing that
 * was not believed in is new.
 */
export function huntingEvidence(act: Act, knowledge: Knowledge): readonly BeliefDraft[] {
  const mob = textArgument(act, 0)
  const gained = Object.keys(gainedBy(act))
  const [only] = gained
  if (mob === null || only === undefined) return []
  const believed = knowledge.dropsOfMob(mob)
  if (believed?.items.some((item) => gained.includes(item))) return [seen(believed)]
  return gained.length === 1 ? [seen({ type: 'mob-drop', mob, items: [only] })] : []
}
