import type { ModelResult, Usage } from '../model/language-model.ts'

/** The last result with what all requests used up. */
export function summedUp(result: ModelResult, earlier: readonly ModelResult[]): ModelResult {
  if (earlier.length === 0) return result
  const all = [...earlier, result]
  const cost = all.every((each) => each.cost === null)
    ? null
    : all.reduce((sum, each) => sum + (each.cost ?? 0), 0)
  const requests = all.reduce((sum, each) => sum + (each.requests ?? 1), 0)
  return { ...result, cost, requests, usage: all.map(({ usage }) => usage).reduce(addUsage) }
}

function addUsage(a: Usage, b: Usage): Usage {
  return {
    inputTokens: a.inputTokens + b.inputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    estimated: a.estimated || b.estimated,
  }
}
