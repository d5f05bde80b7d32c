/**
 * The text without anything that a terminal would obey: control characters, escape sequences and direction marks.
 * Agents, players and servers write these texts.
 */
export function cleanText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim()
}

/** How many columns the text takes in a terminal. */
export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

/** The text in exactly that many columns: cut with an ellipsis, or filled up with spaces. */
export function padTo(text: string, columns: number): string {
  const cut = shorten(text, columns)
  return cut + ' '.repeat(Math.max(0, columns - textWidth(cut)))
}

/** The text in at most that many columns; an ellipsis stands where it was cut. */
export function shorten(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text
  let cut = ''
  let width = 0
  for (const character of text) {
    width += characterWidth(character)
    if (width > columns - 1) break
    cut += character
  }
  return columns > 0 ? `${cut}…` : ''
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/
const emoji = /\p{Emoji_Presentation}/u
const combining = /\p{M}/u

function characterWidth(character: string): number {
  if (combining.test(character)) return 0
  return wide.test(character) || emoji.test(character) ? 2 : 1
}
