import type { Attempt } from '../../../core/attempt.ts'
import type { Outcome } from '../../../core/outcome.ts'
import { outcomeSchema, type TraceEntry } from '../../../core/outcome.ts'
import { type ReadPrompt, unquoted } from '../prompt/read-prompt.ts'
import { fencedBlocks } from '../reply/fenced-blocks.ts'

/** The attempts that a prompt tells of: earlier ones by name alone, the last one with its code and what failed. */
export function attemptsFrom(prompt: ReadPrompt): readonly Attempt[] {
  const earlier = prompt.block('Earlier tries').map((line, index) => {
    const [, name = 'unknown', status = 'threw', critique = '""'] =
      /^\d+\. (\S+) ([\w-]+): (.*)$/.exec(line) ?? []
    return attempt(index + 1, { name, source: `// ${line}` }, outcome(status, unquoted(critique), []))
  })
  const [, name] = LAST_TRY.exec(prompt.text) ?? []
  if (name === undefined) return earlier
  const source = fencedBlocks(prompt.text)[0]?.text ?? ''
  return [...earlier, attempt(earlier.length + 1, { name, source }, lastOutcome(prompt.text))]
}

const LAST_TRY = /^(\w+) called with ".*"; status: ([\w-]+)$/m

function lastOutcome(text: string): Outcome {
  const status = LAST_TRY.exec(text)?.[2] ?? 'threw'
  const message = /^Error(?: in line \d+[^:]*)?: (".*")$/m.exec(text)?.[1] ?? '""'
  const acts = [...text.matchAll(/^Failed act: (\w+)\((.*)\) ([\w-]+): (".*")$/gm)]
  return outcome(status, unquoted(message), acts.flatMap(failedAct))
}

function failedAct([
  ,
  name = '',
  values = '',
  code = '',
  message = '""',
]: RegExpExecArray): readonly TraceEntry[] {
  const act = {
    ...{ type: 'act', tick: 0, name },
    ...{ arguments: asList(values), result: { ok: false, code, message: unquoted(message) } },
  }
  const parsed = outcomeSchema.shape.trace.element.safeParse(act)
  return parsed.success ? [parsed.data] : []
}

function asList(values: string): unknown {
  try {
    return JSON.parse(`[${values}]`)
  } catch {
    return []
  }
}

function outcome(status: string, message: string, trace: readonly TraceEntry[]): Outcome {
  const known = outcomeSchema.shape.status.safeParse(status)
  return {
    status: known.success ? known.data : 'threw',
    error: message === '' ? null : { message, module: null, line: null, column: null },
    ...{ value: null, trace: [...trace], chat: [], inventoryBefore: {}, inventoryAfter: {} },
    ...{ startTick: 0, endTick: 0, fuelUsed: 0, reproducible: true },
  }
}

function attempt(
  number: number,
  { name, source }: { name: string; source: string },
  ended: Outcome,
): Attempt {
  const header = { description: name, parameters: [], precondition: null, postcondition: null, calls: [] }
  return {
    number,
    draft: { name, source, ...header },
    ...{ arguments: [], reused: null, dependsOn: [], findings: [], outcome: ended },
    verdict: { success: false, critique: ended.error?.message ?? '', by: 'goal' },
  }
}
