import * as z from 'zod'
import type { BeliefDraft } from '../../core/belief.ts'
import type { Claim, DropClaim } from '../../core/claim.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { isTool } from '../../core/tools.ts'
import { type Act, doubted, gainedBy, seen, textArgument } from './seen.ts'

/** What mining a block showed about what it gives and what tool it takes. */
export function miningEvidence(act: Act, knowledge: Knowledge): readonly BeliefDraft[] {
  const block = textArgument(act, 0)
  if (block === null) return []
  const { result } = act
  if (!result.ok)
    return result.code === 'nothing-dropped' ? uselessTool(block, result.message, knowledge) : []
  return [...drops(block, Object.keys(gainedBy(act)), knowledge), ...usefulTool(block, act, knowledge)]
}

/**
 * What was gained may also come from blocks in the way. So it confirms what was believed; it teaches something new only
 * where it can have one source.
 */
function drops(block: string, gained: readonly string[], knowledge: Knowledge): readonly BeliefDraft[] {
  const believed = knowledge.dropsOf(block)
  const [only] = gained
  if (believed?.items.some((item) => gained.includes(item))) return [seen(believed)]
  if (gained.length !== 1 || only === undefined) return []
  const claim: DropClaim = { type: 'drop', block, items: [only] }
  return [seen(claim)]
}

/** A believed tool that worked is confirmed; another one that worked after a bare hand had failed is found out. */
function usefulTool(block: string, { result }: Act, knowledge: Knowledge): readonly BeliefDraft[] {
  const parsed = result.ok ? minedSchema.safeParse(result.value) : null
  if (!parsed?.success) return []
  const { tool } = parsed.data
  const believed = knowledge.toolFor(block)
  if (tool === null || !isTool(tool))
    return [seen(believed?.tools.length === 0 ? believed : { type: 'tool', block, tools: [] })]
  if (believed === null) return [seen({ type: 'tool', block, tools: [tool] })]
  if (believed.tools.includes(tool)) return [seen(believed)]
  return believed.tools.length === 0 ? [] : [seen({ type: 'tool', block, tools: [tool] })]
}

const minedSchema = z.object({ tool: z.string().nullable() })

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
  if (tool === null || !isTool(tool)) return [doubted(bareHand, message)]
  return [doubted(bareHand, message), doubted({ type: 'tool', block, tools: [tool] }, message)]
}
