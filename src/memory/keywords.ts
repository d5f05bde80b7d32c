/**
 * The words of a text that a search compares: lower case, without accents, `stone_pickaxe` and `craftStonePickaxe`
 * taken apart, filler words left out, and word endings cut so that `mining logs` finds `mine a log`. In the order of the
 * text, with repetitions.
 */
export function keywordsOf(text: string): readonly string[] {
  const plain = text
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
  const words = plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.filter((word) => !FILLER_WORDS.has(word)).map(stem)
}

const FILLER_WORDS = new Set(
  'a an and are as at be by do for from has have i in into is it its my of on or that the then this to was with you'.split(
    ' ',
  ),
)

/** Cuts plural and verb endings. Crude on purpose: it only has to map forms of one word to one string. */
function stem(word: string): string {
  const singular = word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
  const root = singular.replace(/(?<=.{3})(?:ing|ed)$/u, '')
  return root.replace(/(?<=.{2})e$/u, '')
}
