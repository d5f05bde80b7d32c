import type { Belief, Evidence } from '../core/belief.ts'
import { claimSentence } from '../core/claim-sentence.ts'

/**
 * A belief as somebody has edited it, made whole: sentence and claim say the same, and the edit counts as evidence, because
 * every later revision decides by the evidence alone.
 *
 * @param edited what was typed, already checked
 * @param tick when, for the evidence
 */
export function settleEdit(before: Belief, edited: Belief, tick: number): Belief {
  const hasNewClaim = !isSame(before.claim, edited.claim)
  const hasNewSentence = before.sentence !== edited.sentence
  const claim = hasNewSentence && !hasNewClaim ? null : edited.claim
  const sentence = claim === null || hasNewSentence ? edited.sentence : claimSentence(claim)
  const whole = { ...edited, claim, sentence }
  const isDecided = hasNewClaim || before.status !== edited.status
  if (claim === null || !isDecided || !isSame(before.evidence, edited.evidence)) return whole
  return {
    ...whole,
    evidence: [...(hasNewClaim ? [] : whole.evidence.filter(agrees(whole))), byHand(whole, tick)],
  }
}

/** What the editor has overruled does not speak any more, and what the editor says replaces what was seen. */
function agrees({ status }: Belief): (evidence: Evidence) => boolean {
  return ({ supports, source }) => supports === (status !== 'refuted') && source.type !== 'seen'
}

function byHand({ status, sentence }: Belief, tick: number): Evidence {
  const supports = status !== 'refuted'
  return {
    supports,
    sentence: `Edited by hand: ${sentence}`,
    source: { type: 'seen' },
    tick,
    confidence: 1,
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
