/** A quoted text is cut after so many characters. */
const MOST_CHARACTERS = 600

/**
 * Text of others as data: a JSON string on one line. No text can end its own quotation, since every quotation mark in it
 * is escaped; line ends, control and direction characters are escaped or dropped, and so is everything that chat templates
 * or our own prompts mark parts with (angle brackets, backticks, braces, number signs).
 */
export function quote(text: string, most = MOST_CHARACTERS): string {
  const kept = cut(text.toWellFormed().replaceAll(UNSEEN, ''), most)
  return JSON.stringify(kept).replaceAll(/[<>`{}#|\u0080-\u009f\u2028\u2029]/g, escaped)
}

/** The text that `quote` was given, as far as it kept it. */
export function unquote(quoted: string): string {
  const text: unknown = JSON.parse(quoted)
  return typeof text === 'string' ? text : ''
}

/** A name as it is where it looks like one of the game's, else quoted: players and servers choose names freely. */
export function nameOrQuote(name: string): string {
  return /^[A-Za-z0-9_][\w:.-]{0,63}$/.test(name) ? name : quote(name, 64)
}

/** What changes how text around it is shown, or cannot be seen at all: format characters, tags, variation selectors. */
const UNSEEN = /[\p{Cf}\p{Variation_Selector}]/gu

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most).toWellFormed()}…`
}
