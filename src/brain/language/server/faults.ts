/** What a scripted server does instead of answering properly. */
export const FAULTS = [
  'rate-limit',
  'server-error',
  'overloaded',
  'denied',
  'time-out',
  'reset',
  'cut',
  'garbage',
  'wrong-schema',
  'endless',
  'refusal',
  'filtered',
  'empty',
  'thinking',
] as const

export type Fault = (typeof FAULTS)[number]

/** What the next request gets; null for a proper answer. */
export type FaultPlan = () => Fault | null

/** Reads a plan such as `rate-limit,ok,ok`: one entry for each request, from the beginning again after the last. */
export function parseFaultPlan(text: string): readonly (Fault | null)[] | { readonly unknown: string } {
  const words = text.split(',').map((word) => word.trim())
  const unknown = words.find((word) => word !== 'ok' && !isFault(word))
  if (unknown !== undefined) return { unknown }
  return words.map((word) => (isFault(word) ? word : null))
}

/** Goes through the entries in turn, for ever. */
export function cycledFaults(entries: readonly (Fault | null)[]): FaultPlan {
  let next = 0
  return () => (entries.length === 0 ? null : (entries[next++ % entries.length] ?? null))
}

function isFault(word: string): word is Fault {
  return (FAULTS as readonly string[]).includes(word)
}
