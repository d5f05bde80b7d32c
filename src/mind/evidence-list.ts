import type { BeliefDraft, BeliefSource, Evidence } from '../core/belief.ts'

/** Pieces of evidence that one belief keeps: one per witness and side, so that more are rare. */
export const MOST_EVIDENCE = 16

/** A draft as evidence for or against its own claim. One with confidence 0 says that its claim was seen to be false. */
export function evidenceOf({ sentence, source, confidence }: BeliefDraft, tick: number): Evidence {
  const supports = confidence > 0
  return { supports, sentence, source, tick, confidence: supports ? confidence : 1 }
}

/** What speaks for every claim that was known from the start. */
export function innateEvidence(sentence: string): Evidence {
  return { supports: true, sentence, source: { type: 'innate' }, tick: 0, confidence: 1 }
}

/**
 * Adds the evidence. A witness counts once for each side, whoever carries its word: of its words the newest is kept, and
 * of those the one that came the shortest way. The result does not depend on the order in which evidence is added, as
 * long as no more is there than the bound; beyond it the weakest kinds are lost first, the oldest of a kind first.
 */
export function withEvidence(known: readonly Evidence[], added: Evidence): Evidence[] {
  const witness = witnessOf(added)
  const earlier = known.find((one) => witnessOf(one) === witness)
  const kept = earlier === undefined ? added : [earlier, added].sort(byWorth)[0]
  const others = known.filter((one) => one !== earlier)
  const all = kept === undefined ? others : [...others, kept]
  const lost = new Set(all.toSorted(byImportance).slice(MOST_EVIDENCE))
  return all.filter((one) => !lost.has(one)).sort(byAge)
}

/** Equal for evidence that comes from one witness and says the same. */
export function witnessOf({ supports, source }: Pick<Evidence, 'supports' | 'source'>): string {
  return `${supports ? 'for' : 'against'} ${witnessName(source)}`
}

function witnessName(source: BeliefSource): string {
  switch (source.type) {
    case 'told':
      return `told ${source.grounds?.path[0] ?? source.by}`
    case 'inferred':
      return `inferred ${source.from.join()}`
    case 'seen':
    case 'innate':
      return source.type
  }
}

function byWorth(a: Evidence, b: Evidence): number {
  return b.tick - a.tick || hands(a.source) - hands(b.source) || compareText(textOf(a), textOf(b))
}

function byImportance(a: Evidence, b: Evidence): number {
  return KINDS.indexOf(a.source.type) - KINDS.indexOf(b.source.type) || b.tick - a.tick || byWorth(a, b)
}

/** What is kept longest first. */
const KINDS: readonly BeliefSource['type'][] = ['seen', 'innate', 'told', 'inferred']

function byAge(a: Evidence, b: Evidence): number {
  return a.tick - b.tick || compareText(textOf(a), textOf(b))
}

function hands(source: BeliefSource): number {
  return source.type === 'told' ? (source.grounds?.path.length ?? 1) : 0
}

function textOf(evidence: Evidence): string {
  return JSON.stringify([evidence.supports, evidence.source, evidence.sentence, evidence.confidence])
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
