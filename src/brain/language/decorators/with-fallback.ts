import type { LanguageModel } from '../model/language-model.ts'

/** The first model that has a reply, in the order given; else the last one's failure. */
export function withFallback(models: readonly [LanguageModel, ...LanguageModel[]]): LanguageModel {
  const [first, ...others] = models
  return {
    name: first.name,
    generate: async (request, signal) => {
      let result = await first.generate(request, signal)
      for (const other of others) {
        if (result.ok || signal.aborted) break
        result = await other.generate(request, signal)
      }
      return result
    },
  }
}
