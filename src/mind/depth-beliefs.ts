import type { BeliefDraft } from '../core/belief.ts'
import type { DepthClaim } from '../core/claim.ts'
import { claimSentence } from '../core/claim-sentence.ts'
import type { Knowledge } from '../core/knowledge.ts'
import type { Percept } from '../core/percept.ts'

const ORE = /_ore$/

/**
 * What the ores in sight tell about how deep such ores lie. One that lies where it was believed to lie tells nothing new;
 * one that lies elsewhere, or of a kind of which nothing was believed, widens the belief by its own height.
 */
export function depthBeliefs(
  { blocks }: Pick<Percept, 'blocks'>,
  knowledge: Pick<Knowledge, 'depthOf'>,
): readonly BeliefDraft[] {
  return blocks
    .filter(({ name }) => ORE.test(name))
    .flatMap(({ name, nearest }) => {
      const believed = knowledge.depthOf(name)
      const height = Math.floor(nearest.y)
      if (believed !== null && believed.lowest <= height && height <= believed.highest) return []
      return [seen(widened(name, height, believed))]
    })
}

function widened(block: string, height: number, believed: DepthClaim | null): DepthClaim {
  return {
    type: 'depth',
    block,
    lowest: Math.min(height, believed?.lowest ?? height),
    highest: Math.max(height, believed?.highest ?? height),
    best: believed?.best ?? height,
  }
}

function seen(claim: DepthClaim): BeliefDraft {
  return {
    kind: 'perception',
    sentence: claimSentence(claim),
    claim,
    source: { type: 'seen' },
    confidence: 0.9,
  }
}
