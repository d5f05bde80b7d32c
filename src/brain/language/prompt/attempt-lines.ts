import type { Attempt } from '../../../core/attempt.ts'
import type { TraceEntry } from '../../../core/outcome.ts'
import { countedItems } from './observation.ts'
import { quote } from './quote.ts'

/** An earlier attempt in one line. */
export function attemptLine({ number, draft, outcome, verdict }: Attempt): string {
  return `${number}. ${draft.name} ${outcome?.status ?? 'rejected'}: ${quote(verdict.critique, 200)}`
}

/** What became of the last attempt: where it failed, what its acts said, and what was made of it. */
export function attemptText(attempt: Attempt): string {
  const { draft, arguments: values, outcome, verdict, reused } = attempt
  return [
    ...(reused === null ? [] : ['It is a skill of the library. Write it anew under its name to repair it.']),
    `${draft.name} called with ${quote(JSON.stringify(values))}; status: ${outcome?.status ?? 'rejected'}`,
    ...errorLines(attempt),
    ...failedActLines(attempt),
    ...(outcome === null ? [] : [`Inventory then: ${countedItems(outcome.inventoryAfter)}`]),
    ...chatLine(attempt),
    `Verdict: ${quote(verdict.critique)}`,
  ].join('\n')
}

/** Code between fences that nothing in it can close. */
export function fenced(source: string): string {
  const longest = Math.max(2, ...[...source.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}js\n${source}\n${fence}`
}

function errorLines({ outcome, findings }: Attempt): readonly string[] {
  const error = outcome?.error
  const found = findings.map(({ line, message }) => `Line ${line}: ${quote(message, 300)}`)
  if (!error) return found
  const place =
    error.line === null ? '' : ` in line ${error.line}${error.module ? ` of ${error.module}` : ''}`
  return [...found, `Error${place}: ${quote(error.message, 300)}`]
}

const MOST_ACTS = 5

function failedActLines({ outcome }: Attempt): readonly string[] {
  const failed = (outcome?.trace ?? []).flatMap((entry) =>
    failedAct(entry) === null ? [] : [failedAct(entry)],
  )
  const lines = [...new Set(failed)].slice(-MOST_ACTS)
  return lines.map((line) => `Failed act: ${line}`)
}

function failedAct(entry: TraceEntry): string | null {
  if (entry.type !== 'act' || entry.result.ok) return null
  const values = entry.arguments.filter((value) => typeof value === 'string' || typeof value === 'number')
  const shown = values.map((value) => (typeof value === 'string' ? quote(value, 80) : value))
  const call = `${entry.name}(${shown.join(', ')})`
  return `${call} ${entry.result.code}: ${quote(entry.result.message, 200)}`
}

/** The last acts of an attempt, worked or not, for whoever judges it. */
export function actLines({ outcome }: Pick<Attempt, 'outcome'>): readonly string[] {
  const acts = (outcome?.trace ?? []).filter((entry) => entry.type === 'act').slice(-12)
  return acts.map(
    (entry) => failedAct(entry) ?? `${entry.name}(${quote(JSON.stringify(entry.arguments), 80)}) ok`,
  )
}

function chatLine({ outcome }: Attempt): readonly string[] {
  const said = (outcome?.chat ?? []).slice(-4)
  return said.length === 0 ? [] : [`It said: ${said.map((line) => quote(line, 120)).join(' ')}`]
}
