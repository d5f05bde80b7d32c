import { type Claim, claimKey } from '../../core/claim.ts'
import type { Knowledge } from '../../core/knowledge.ts'
import type { Perspective } from '../../core/partner.ts'
import { type Explanation, explain } from './explain.ts'

/** Claims that one answer carries at most. */
const MOST_TOLD = 48
/** How many levels of what a thing is made of are told without being asked. */
const DEEPEST = 4

/**
 * What the partner needs to hear about the topics: how they are got, then how what they are made of is got, level by level, as
 * far as it is not known to know or to have that. What it said itself is left out.
 */
export function explainFor(
  perspective: Perspective,
  about: readonly string[],
  knowledge: Knowledge,
): readonly Explanation[] {
  const has = new Set([...perspective.knows, ...Object.keys(perspective.holds)])
  const known = new Set(perspective.knowsAlready.map(claimKey))
  const told: Explanation[] = []
  const asked = new Set<string>(about)
  let layer: readonly string[] = about
  for (let depth = 0; depth < DEEPEST && layer.length > 0 && countOf(told) < MOST_TOLD; depth++) {
    const explained = layer.flatMap((topic) => explainNew(topic, knowledge, known, depth) ?? [])
    told.push(...explained)
    layer = prerequisites(explained).filter((name) => !asked.has(name) && !has.has(name))
    for (const name of layer) asked.add(name)
  }
  return told
}

/** An explanation without what is known; null when nothing is left or nothing is believed. */
function explainNew(
  topic: string,
  knowledge: Knowledge,
  known: ReadonlySet<string>,
  depth: number,
): Explanation | null {
  const explanation = explain(topic, knowledge)
  if (explanation === null) return null
  const claims = explanation.claims.filter((claim) => !known.has(claimKey(claim)))
  if (claims.length === 0) return depth === 0 && known.size === 0 ? explanation : null
  return { ...explanation, claims }
}

/** One way to each thing is enough: its first ingredients, and the first tools. */
function prerequisites(explained: readonly Explanation[]): readonly string[] {
  const names = explained.flatMap(({ claims }) => [
    ...firstOf(claims, 'recipe').flatMap((claim) => Object.keys(claim.ingredients)),
    ...firstOf(claims, 'tool').flatMap((claim) => claim.tools.slice(0, 1)),
    ...firstOf(claims, 'smelting').map((claim) => claim.from),
  ])
  return [...new Set(names)]
}

function firstOf<Type extends Claim['type']>(claims: readonly Claim[], type: Type) {
  const first = claims.find((claim): claim is Extract<Claim, { type: Type }> => claim.type === type)
  return first === undefined ? [] : [first]
}

function countOf(told: readonly Explanation[]): number {
  return told.reduce((sum, { claims }) => sum + claims.length, 0)
}
