/** Tags that models put around what they think before they answer. */
const TAGS = ['think', 'thinking', 'thought', 'reasoning', 'reflection', 'scratchpad']

/**
 * The reply without what the model thought aloud: closed blocks, a block whose beginning a chat template swallowed, and one
 * that never ends. A block inside of code stays.
 */
export function stripReasoning(text: string): string {
  return TAGS.reduce(withoutTag, finalChannel(text)).trim()
}

/** Of a reply in channels (gpt-oss) the last one that is meant for others. */
function finalChannel(text: string): string {
  const mark = /<\|channel\|>\s*final[^<]*<\|message\|>/g
  const last = [...text.matchAll(mark)].at(-1)
  if (last === undefined) return text
  return text.slice(last.index + last[0].length).replaceAll(/<\|[a-z_]+\|>/g, '')
}

function withoutTag(text: string, tag: string): string {
  const closed = text.replaceAll(new RegExp(`(^|\\n)[ \\t]*<${tag}>[\\s\\S]*?</${tag}>`, 'gi'), '$1')
  const end = new RegExp(`^(?:(?!<${tag}>|\`\`\`)[\\s\\S])*</${tag}>`, 'i').exec(closed)
  const rest = end === null ? closed : closed.slice(end[0].length)
  return rest.replace(new RegExp(`^\\s*<${tag}>[\\s\\S]*$`, 'i'), '')
}
