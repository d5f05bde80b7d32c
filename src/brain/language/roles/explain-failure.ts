import type { ModelFailureKind } from '../../../core/model-call.ts'
import type { Answered } from './role-play.ts'

type Failed = Extract<Answered<never>, { ok: false }>

/**
 * Why a thought could not be had, in words that agents may remember: ours alone, nothing that a provider wrote. The journal
 * has the rest.
 */
export function explainFailure({ kind }: Failed, wanted: string): string {
  if (kind === 'over-budget') return `The budget for language models is used up, so there is no ${wanted}.`
  if (kind === 'unusable') return `The language model gave no usable ${wanted}, also when asked again.`
  return `The language model gave no ${wanted}: ${REASONS[kind]}.`
}

const REASONS: Readonly<Record<Exclude<ModelFailureKind, 'over-budget'>, string>> = {
  'rate-limited': 'its provider answers no more requests for now',
  'server-error': 'its provider has trouble',
  unreachable: 'its provider cannot be reached',
  'timed-out': 'it took too long',
  'cut-off': 'its replies broke off',
  'too-long': 'prompt or reply were too long',
  refused: 'its provider held the reply back',
  denied: 'its provider denied access',
  'bad-request': 'its provider did not understand the request',
  malformed: 'what came was no reply',
  'not-recorded': 'the cassette does not hold it',
  aborted: 'the run ended',
}
