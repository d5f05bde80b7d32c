import type { CountTokens } from '../model/count-tokens.ts'
import { failure, type LanguageModel } from '../model/language-model.ts'

export interface SizeLimits {
  /** Tokens of all messages together. */
  readonly promptTokens: number
  /** Characters of a reply. The client stops reading soon after them; this is the last word. */
  readonly replyCharacters: number
}

/** The model, which is not asked at all with a prompt that is too long, and whose replies are refused beyond a length. */
export function withSizeLimits(model: LanguageModel, limits: SizeLimits, count: CountTokens): LanguageModel {
  return {
    name: model.name,
    generate: async (request, signal) => {
      const tokens = request.messages.reduce((sum, { text }) => sum + count(text), 0)
      if (tokens > limits.promptTokens) {
        const text = `The prompt has ${tokens} tokens, and ${limits.promptTokens} are allowed.`
        return failure('too-long', text, model.name, { requests: 0 })
      }
      const result = await model.generate(request, signal)
      if (!result.ok || result.text.length <= limits.replyCharacters) return result
      const { usage, cost } = result
      const text = `The reply has ${result.text.length} characters, and ${limits.replyCharacters} are allowed.`
      return failure('too-long', text, model.name, { usage, cost })
    },
  }
}
