/**
 * The description of a skill in Voyager's library: the text as comments in the body of a function without code (paper,
 * appendix A.4). Skills are found by these words.
 */
export function wrapDescription(name: string, description: string): string {
  const lines = description.split('\n').map((line) => `    // ${line}`.trimEnd())
  return `async function ${name}(bot) {\n${lines.join('\n')}\n}\n`
}

/** The text alone, whether it is wrapped or not. */
export function unwrapDescription(text: string): string {
  const body = /^\s*async function [\w$]+\([^)]*\)\s*\{\r?\n(?<body>[\s\S]*?)\}?\s*$/.exec(text)?.groups?.body
  if (body === undefined) return text.trim()
  return body
    .split('\n')
    .map((line) => line.replace(/^\s*\/\/ ?/, '').trimEnd())
    .join('\n')
    .trim()
}
