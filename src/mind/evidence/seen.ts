import * as z from 'zod'
import type { BeliefDraft } from '../../core/belief.ts'
import type { Claim } from '../../core/claim.ts'
import { claimSentence } from '../../core/claim-sentence.ts'
import { type ItemCounts, itemCountsSchema } from '../../core/item-counts.ts'
import type { TraceEntry } from '../../core/outcome.ts'

/** An act that ended, as the trace of an attempt holds it. */
export type Act = Extract<TraceEntry, { type: 'act' }>

/** The claim was seen to be true. */
export function seen(claim: Claim): BeliefDraft {
  return { kind: 'task', sentence: claimSentence(claim), claim, source: { type: 'seen' }, confidence: 0.9 }
}

/** The claim was seen to be false: `sentence` says by what. */
export function doubted(claim: Claim, sentence: string): BeliefDraft {
  return { kind: 'task', sentence, claim, source: { type: 'seen' }, confidence: 0 }
}

/** What an act brought into the inventory; nothing where it did not say. */
export function gainedBy({ result }: Act): ItemCounts {
  const parsed = result.ok ? gainSchema.safeParse(result.value) : null
  return parsed?.success ? parsed.data.gained : {}
}

const gainSchema = z.object({ gained: itemCountsSchema })

/** The argument, where it is a text. */
export function textArgument({ arguments: given }: Act, index: number): string | null {
  const value = given[index]
  return typeof value === 'string' ? value : null
}
