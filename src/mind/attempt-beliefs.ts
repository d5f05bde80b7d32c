import * as z from 'zod'
import type { Attempt } from '../core/attempt.ts'
import type { BeliefDraft } from '../core/belief.ts'
import type { MindView } from '../core/brain.ts'
import type { Claim, DropClaim } from '../core/claim.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import { itemCountsSchema } from '../core/item-counts.ts'
import type { Knowledge } from '../core/knowledge.ts'
import type { TraceEntry } from '../core/outcome.ts'

type Act = Extract<TraceEntry, { type: 'act' }>

/**
 * What an attempt showed about how the world works: blocks that gave something, and tools that got nothing. A draft with
 * confidence 0 says that its claim was seen to be false.
 */
export function attemptBeliefs(
  { knowledge }: Pick<MindView, 'knowledge'>,
  { outcome }: Pick<Attempt, 'outcome'>,
): readonly BeliefDraft[] {
  const drafts = (outcome?.trace ?? [])
    .filter((entry) => entry.type === 'act')
    .flatMap((act) => (act.name === 'mineBlock' ? miningBeliefs(act, knowledge) : []))
  return [...new Map(drafts.map((draft) => [draft.sentence, draft])).values()]
}

function miningBeliefs({ arguments: [block], result }: Act, knowledge: Knowledge): readonly BeliefDraft[] {
  if (typeof block !== 'string') return []
  if (result.ok) return dropBeliefs(block, gainedBy(result.value), knowledge)
  return result.code === 'nothing-dropped' ? uselessTool(block, result.message, knowledge) : []
}

const minedSchema = z.object({ gained: itemCountsSchema })

function gainedBy(value: unknown): readonly string[] {
  const parsed = minedSchema.safeParse(value)
  return parsed.success ? Object.keys(parsed.data.gained) : []
}

/**
 * What was gained may also come from blocks in the way. So it confirms what was believed; it teaches something new only
 * where it can have one source.
 */
function dropBeliefs(block: string, gained: readonly string[], knowledge: Knowledge): readonly BeliefDraft[] {
  const believed = knowledge.dropsOf(block)
  const [only] = gained
  if (believed?.items.some((item) => gained.includes(item))) return [seen(believed)]
  if (gained.length !== 1 || only === undefined) return []
  const claim: DropClaim = { type: 'drop', block, items: [only] }
  return [seen(claim)]
}

/**
 * The primitive's message says what was in hand, as a player would have seen. A block that is known to give nothing now
 * and then shows nothing by it.
 */
function uselessTool(block: string, message: string, knowledge: Knowledge): readonly BeliefDraft[] {
  const tool = /under the (\w+) in hand/.exec(message)?.[1] ?? null
  if (knowledge.dropsOf(block)?.items.includes('air')) return []
  const believed = knowledge.toolFor(block)
  const bareHand: Claim = { type: 'tool', block, tools: [] }
  if (tool !== null && believed?.tools.includes(tool)) return [doubted(believed, message)]
  return [doubted(bareHand, message)]
}

function seen(claim: Claim): BeliefDraft {
  return { kind: 'task', sentence: claimSentence(claim), claim, source: { type: 'seen' }, confidence: 0.9 }
}

function doubted(claim: Claim, sentence: string): BeliefDraft {
  return { kind: 'task', sentence, claim, source: { type: 'seen' }, confidence: 0 }
}
