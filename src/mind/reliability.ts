import type { Belief } from '../core/belief.ts'
import { claimKey } from '../core/claim.ts'
import { isBookKnowledge } from '../core/know-how.ts'
import { trialOf } from './standing.ts'

/** What became of a partner's words about how the world works. */
export interface TrackRecord {
  /** Words that the world bore out. */
  readonly held: number
  /** Words that the world refuted. */
  readonly failed: number
}

/** A partner of whom nothing is known counts as one whose word held four times and failed once. */
const PRIOR: TrackRecord = { held: 4, failed: 1 }

const NO_RECORD: TrackRecord = { held: 0, failed: 0 }

/** How far the word of someone with that record is to be trusted, 0 to 1. */
export function reliability({ held, failed }: TrackRecord = NO_RECORD): number {
  return (PRIOR.held + held) / (PRIOR.held + PRIOR.failed + held + failed)
}

/**
 * The track record of everyone who ever told something, drawn from beliefs alone: a word counts as held when its claim
 * was seen to be true, before or after, and as failed when it, or what contradicts it, was decided by the world against it.
 */
export function trackRecords(beliefs: readonly Belief[]): ReadonlyMap<string, TrackRecord> {
  const shownKeys = new Set<string>()
  const judged = beliefs.filter(({ claim }) => claim !== null && isBookKnowledge(claim))
  for (const belief of judged) {
    if (belief.claim !== null && trialOf(belief) === 'shown') shownKeys.add(claimKey(belief.claim))
  }
  const records = new Map<string, TrackRecord>()
  for (const belief of judged) {
    const verdict = verdictOn(belief, shownKeys)
    if (verdict === null) continue
    for (const teller of tellersOf(belief)) {
      const { held, failed } = records.get(teller) ?? NO_RECORD
      records.set(teller, verdict ? { held: held + 1, failed } : { held, failed: failed + 1 })
    }
  }
  return records
}

/** Whether the world bore the belief out; null when it has not been asked. */
function verdictOn(belief: Belief, shownKeys: ReadonlySet<string>): boolean | null {
  const trial = trialOf(belief)
  if (trial !== 'untested') return trial === 'shown'
  return belief.claim !== null && shownKeys.has(claimKey(belief.claim)) ? false : null
}

function tellersOf({ evidence }: Belief): ReadonlySet<string> {
  return new Set(
    evidence.flatMap(({ supports, source }) => (supports && source.type === 'told' ? [source.by] : [])),
  )
}
