import type { Belief } from '../core/belief.ts'

/** What an agent believes about one of its partners. */
export interface PartnerModel {
  readonly agent: string
  /** What it was last known to work on, in the task's words. */
  readonly doing: string | null
  readonly knows: readonly string[]
  readonly lacks: readonly string[]
  /** Items that it wants, with numbers. */
  readonly needs: Readonly<Record<string, number>>
  readonly holds: Readonly<Record<string, number>>
}

/** Draws the picture of a partner from what is believed about it; newer beliefs win. */
export function partnerModel(agent: string, beliefs: readonly Belief[]): PartnerModel {
  const claims = beliefs
    .filter((belief) => belief.status === 'held')
    .sort((a, b) => a.tick - b.tick)
    .flatMap(({ claim }) => (claim !== null && 'agent' in claim && claim.agent === agent ? [claim] : []))
  const topics = claims.filter((claim) => claim.type === 'knows')
  const knowing = new Map(topics.map((claim) => [claim.topic, claim.knows]))
  return {
    agent,
    doing: claims.findLast((claim) => claim.type === 'doing')?.task ?? null,
    knows: [...knowing].filter(([, knows]) => knows).map(([topic]) => topic),
    lacks: [...knowing].filter(([, knows]) => !knows).map(([topic]) => topic),
    needs: counts(claims.filter((claim) => claim.type === 'needs')),
    holds: counts(claims.filter((claim) => claim.type === 'holds')),
  }
}

function counts(claims: readonly { item: string; count: number }[]): Readonly<Record<string, number>> {
  return Object.fromEntries(claims.map(({ item, count }) => [item, count]))
}
