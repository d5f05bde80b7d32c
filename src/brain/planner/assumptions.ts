import type { Claim } from '../../core/claim.ts'
import type { Goal } from '../../core/goal.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import { wantedBy } from './goal-kind.ts'

/** Claims that one question carries along at most. */
const MOST_ASSUMED = 16
/** How far from what is asked to what that is made of, and so on. */
const DEEPEST = 3

/**
 * What the agent goes by around the things in question: how it thinks that they, what it wants, and what these are made of
 * are got. A partner cannot see that; who knows better can put it right.
 */
export function assumptionsAbout(
  about: readonly string[],
  goal: Goal | null,
  knowledge: Knowledge,
): readonly Claim[] {
  const wanted = goal === null ? [] : (wantedBy(goal)?.kind.items.slice(0, 4) ?? [])
  const assumed = new Map<string, Claim>()
  let layer: readonly string[] = [...about, ...wanted]
  for (let depth = 0; depth < DEEPEST && layer.length > 0; depth++) {
    const claims = layer.flatMap((name) => waysOf(name, knowledge))
    const fresh = claims.filter((claim) => !assumed.has(JSON.stringify(claim)))
    for (const claim of fresh) assumed.set(JSON.stringify(claim), claim)
    layer = [...new Set(fresh.flatMap(thingsNeeded))]
  }
  return [...assumed.values()].slice(0, MOST_ASSUMED)
}

/** The first ways that come to mind, one of each sort. */
function waysOf(name: string, knowledge: Knowledge): readonly Claim[] {
  const [drop] = knowledge.blocksDropping(name)
  const block = drop?.block ?? name
  return [
    drop ?? knowledge.dropsOf(name),
    knowledge.toolFor(block),
    knowledge.depthOf(block),
    knowledge.recipesFor(name)[0],
    knowledge.smeltingsFor(name)[0],
    knowledge.mobsDropping(name)[0],
  ].filter((claim) => claim !== null && claim !== undefined)
}

function thingsNeeded(claim: Claim): readonly string[] {
  if (claim.type === 'recipe') return Object.keys(claim.ingredients)
  if (claim.type === 'tool') return claim.tools.slice(0, 2)
  return claim.type === 'smelting' ? [claim.from] : []
}
