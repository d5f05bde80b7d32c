import type { Claim } from '../core/claim.ts'
import type { Knowledge } from '../core/knowledge.ts'
import type { Misbelief } from '../core/partner.ts'
import type { Percept } from '../core/percept.ts'

/**
 * False beliefs that a partner's behaviour shows: who digs a block with a hand or tool that gets nothing from it believes
 * that it does.
 */
export function shownMisbelief(percept: Percept, partner: string, knowledge: Knowledge): Misbelief | null {
  const seen = percept.entities.find(({ kind, name }) => kind === 'player' && name === partner)
  const block = seen?.activity?.type === 'digging' ? seen.activity.block : null
  if (seen === undefined || block === null) return null
  const truth = knowledge.toolFor(block)
  if (truth === null || truth.tools.length === 0) return null
  if (seen.heldItem !== null && truth.tools.includes(seen.heldItem)) return null
  const believed: Claim = { type: 'tool', block, tools: seen.heldItem === null ? [] : [seen.heldItem] }
  return { believed, truth }
}
