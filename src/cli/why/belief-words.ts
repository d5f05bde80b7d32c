import { assertNever } from '../../core/assert-never.ts'
import type { Belief, BeliefSource, Evidence } from '../../core/belief.ts'
import { type Grounds, unknownGrounds } from '../../core/grounds.ts'
import { cleanText } from '../live-view/text-fit.ts'

/** Where a belief comes from, in words. */
export function sourceWords(source: BeliefSource): string {
  switch (source.type) {
    case 'seen':
      return 'seen'
    case 'told':
      return `told by ${cleanText(source.by)} in ${source.message}, ${groundsWords(source.grounds ?? unknownGrounds(source.by), source.by)}`
    case 'inferred':
      return source.from.length === 0 ? 'concluded' : `concluded from ${source.from.join(', ')}`
    case 'innate':
      return 'known from the start'
    default:
      return assertNever(source)
  }
}

function groundsWords({ basis, path }: Grounds, by: string): string {
  const [witness = by] = path
  const who = path.length > 1 ? `who had it from ${cleanText(witness)}, who` : 'who'
  return `${who} ${BASIS[basis]}`
}

const BASIS: Readonly<Record<Grounds['basis'], string>> = {
  seen: 'had seen it',
  inferred: 'had concluded it',
  innate: 'knew it from the start',
  unknown: 'did not say how it knows',
}

/** The belief, how sure it is, and each piece of evidence on a line of its own. */
export function beliefLines(belief: Belief): readonly string[] {
  const { sentence, source, status, confidence, evidence } = belief
  const state = status === 'held' ? `${Math.round(confidence * 100)} % sure` : status
  return [
    `"${cleanText(sentence)}" (${belief.id}: ${sourceWords(source)}; ${state})`,
    ...evidence.filter((one) => isWorthALine(one, evidence)).map((one) => `  ${evidenceWords(one)}`),
  ]
}

/** Where the source is all the evidence that there is, it has been said. */
function isWorthALine({ supports }: Evidence, evidence: Belief['evidence']): boolean {
  return evidence.length > 1 || !supports
}

export function evidenceWords({ supports, sentence, source, tick }: Evidence): string {
  const side = supports ? 'for it' : 'against it'
  const when = source.type === 'innate' ? '' : `, tick ${tick}`
  return `${side}: "${cleanText(sentence)}" (${sourceWords(source)}${when})`
}
