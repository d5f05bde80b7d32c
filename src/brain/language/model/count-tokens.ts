/** Counts the tokens of a text. */
export type CountTokens = (text: string) => number

/** Characters that a token of English or code has on average with o200k. */
const CHARACTERS_PER_TOKEN = 4

/** A quick guess, for what needs no exact number. */
export const guessTokens: CountTokens = (text) => Math.ceil(text.length / CHARACTERS_PER_TOKEN)

/**
 * Counts with the o200k tokenizer. Its tables take a few hundred milliseconds to load, so that only teams that use a
 * language model load it. Other models' tokenizers differ by some per cent.
 */
export async function loadTokenizer(): Promise<CountTokens> {
  const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base')
  return (text) => countTokens(text, { disallowedSpecial: new Set() })
}
