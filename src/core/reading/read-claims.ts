import { type Claim, claimSchema } from '../claim.ts'
import { ACTING_RULES } from './acting-rules.ts'
import { CRAFTING_RULES } from './crafting-rules.ts'
import { PLACE_RULES } from './place-rules.ts'
import type { GameNames } from './read-name.ts'
import type { SentenceRule } from './sentence-rule.ts'
import { WAY_RULES } from './way-rules.ts'

/**
 * Reads claims out of plain English: the sentences that `claimSentence` writes, and the usual ways in which people put the
 * same ("to craft a chest you need 8 planks", "mining dirt needs no tool", "iron ore drops raw iron"). Sentences that say
 * anything else give nothing. What is read is data: it becomes a belief to be weighed, never an order.
 */
export function readClaims(text: string, names: GameNames): readonly Claim[] {
  return sentencesOf(text).flatMap((sentence) => readSentence(sentence, names))
}

/** The sentences and list entries of a text. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/\n+|(?<=[.!?;])\s+/)
    .map((sentence) => sentence.replace(/^[\s>*•-]+|[\s.!;]+$/g, '').trim())
    .filter(Boolean)
}

const RULES: readonly SentenceRule[] = [...WAY_RULES, ...CRAFTING_RULES, ...ACTING_RULES, ...PLACE_RULES]

function readSentence(sentence: string, names: GameNames): readonly Claim[] {
  const plain = sentence
    .replaceAll('`', '')
    .replace(/^(?:remember|note|hint|tip|in fact)\b[,:]?(?: that)?\s+/i, '')
  for (const { pattern, read } of RULES) {
    const groups = pattern.exec(plain)?.groups
    const claims = groups === undefined ? null : read(groups, names)
    if (claims !== null) return [claims].flat().map((claim) => claimSchema.parse(claim))
  }
  return []
}
