import type { Embedder } from '../../src/core/embedder.ts'

/** The same vectors as the embedder gives, without embedding a text twice. */
export function keepingEmbedder(embedder: Embedder): Embedder {
  const kept = new Map<string, Float32Array>()
  return {
    model: embedder.model,
    embed: async (texts) => {
      const missing = [...new Set(texts)].filter((text) => !kept.has(text))
      const vectors = missing.length === 0 ? [] : await embedder.embed(missing)
      for (const [index, text] of missing.entries()) kept.set(text, vectors[index] ?? new Float32Array())
      return texts.map((text) => kept.get(text) ?? new Float32Array())
    },
    close: () => embedder.close(),
  }
}
