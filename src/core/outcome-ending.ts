import type { Outcome } from './outcome.ts'

/** How an attempt ended, as the end of a sentence about the code: "threw", "was stopped". */
export function outcomeEnding(status: Outcome['status']): string {
  return ENDINGS[status]
}

const ENDINGS: Readonly<Record<Outcome['status'], string>> = {
  completed: 'ran to its end',
  threw: 'threw',
  'timed-out': 'ran out of time',
  'out-of-fuel': 'ran out of fuel',
  aborted: 'was stopped',
  died: 'ended with the death of the bot',
  killed: 'was ended by force',
}
