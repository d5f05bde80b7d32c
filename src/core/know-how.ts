import type { Claim } from './claim.ts'

/** Whether the claim belongs into the book that goes with an attempt: where ores lie the body need not know. */
export function isBookKnowledge({ type }: Claim): boolean {
  return BOOK_KNOWLEDGE.has(type)
}

const BOOK_KNOWLEDGE: ReadonlySet<Claim['type']> = new Set([
  'recipe',
  'smelting',
  'fuel',
  'drop',
  'tool',
  'mob-drop',
])

/** Whether the claim is about how the world works, as opposed to where things are and who does what. */
export function isKnowHow(claim: Claim): boolean {
  return isBookKnowledge(claim) || claim.type === 'depth'
}

/** Whether plans are made by the claim: how the world works, and where things lie ready. */
export function bearsOnPlans(claim: Claim): boolean {
  return isKnowHow(claim) || claim.type === 'contains'
}

/** Whether the claim is about the world, as opposed to those who live in it. */
export function isAboutWorld(claim: Claim): boolean {
  return bearsOnPlans(claim) || claim.type === 'place'
}
