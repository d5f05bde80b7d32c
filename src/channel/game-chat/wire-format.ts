import { claimSentence } from '../../core/claim-sentence.ts'
import { type Message, messageSchema } from '../../core/message.ts'
import { readClaim, writeClaim } from './claim-code.ts'

/** Opens the part that machines read, after the words that people read, in which there are no braces. */
const MARK = '{kc '

/**
 * A message as one line for the game's chat: its words first, then what the words do not say, short and in braces. White
 * space in the words is collapsed, since chats do that. The sender is not in it: the game says who speaks.
 */
export function writeMessage(message: Message): string {
  const { id, conversation, turn, act, to, reach, about, replyTo, tick } = message
  const head = [
    id,
    conversation === id ? '=' : conversation,
    turn,
    act,
    reach,
    to.join(),
    tick,
    replyTo ?? '-',
  ]
  const parts = [
    head.map((part) => encodeURIComponent(String(part))).join(','),
    about.map(encodeURIComponent).join(','),
    message.claims.map(writeClaim).join('&'),
    message.assumptions.map(writeClaim).join('&'),
    writeGrounds(message.grounds),
    message.attachment === undefined ? '' : JSON.stringify(message.attachment),
    (message.denies ?? []).map(writeClaim).join('&'),
  ]
  while (parts.at(-1) === '') parts.pop()
  return `${cleanWords(message.text)} ${MARK}${parts.map(shield).join('|')}}`.trimStart()
}

/** What a chat leaves of the words: one line, single spaces, no control characters, nothing that looks like the mark. */
export function cleanWords(text: string): string {
  return text
    .replace(/[\p{Cc}§\s]+/gu, ' ')
    .replaceAll('{', '(')
    .trim()
}

/**
 * Reads a line as it was written by `writeMessage`; null for anything else, which is somebody's plain words. Nothing in the
 * line can make it a message of another sender.
 */
export function readMessage(line: string, from: string): Message | null {
  const start = line.indexOf(MARK)
  if (start < 0 || !line.endsWith('}')) return null
  const text = line.slice(0, start).trimEnd()
  const parts = line.slice(start + MARK.length, -1).split('|')
  try {
    const fields = readParts(parts.map(unshield), from)
    const message = messageSchema.safeParse({ ...fields, text })
    return message.success ? message.data : null
  } catch {
    return null
  }
}

function readParts(parts: readonly string[], from: string) {
  const [head = '', about = '', claims = '', assumptions = '', grounds = '', attachment = '', denies = ''] =
    parts
  const [id, conversation, turn, act, reach, to = '', tick, replyTo] = head.split(',').map(decodeURIComponent)
  return {
    id,
    conversation: conversation === '=' ? id : conversation,
    turn: Number(turn),
    from,
    to: to.split(','),
    reach,
    act,
    about: listOf(about, ',').map(decodeURIComponent),
    claims: listOf(claims, '&').map(readClaim),
    grounds: listOf(grounds, ',').flatMap(readGrounds),
    assumptions: listOf(assumptions, '&').map(readClaim),
    replyTo: replyTo === '-' ? null : replyTo,
    tick: Number(tick),
    ...(attachment === '' ? {} : { attachment: JSON.parse(attachment) }),
    ...(denies === '' ? {} : { denies: listOf(denies, '&').map(readClaim) }),
  }
}

/** Most claims of a message rest on the same: `24:innate<Ada`. */
function writeGrounds(grounds: Message['grounds']): string {
  const runs: { readonly code: string; count: number }[] = []
  for (const { basis, path } of grounds) {
    const code = [basis, ...path].map(encodeURIComponent).join('<')
    const last = runs.at(-1)
    if (last?.code === code) last.count++
    else runs.push({ code, count: 1 })
  }
  return runs.map(({ code, count }) => (count === 1 ? code : `${count}:${code}`)).join(',')
}

function readGrounds(run: string) {
  const [, count = '1', code = ''] = /^(?:(\d{1,4}):)?(.*)$/.exec(run) ?? []
  const [basis, ...path] = code.split('<').map(decodeURIComponent)
  return Array.from({ length: Number(count) }, () => ({ basis, path }))
}

function listOf(text: string, separator: string): readonly string[] {
  return text === '' ? [] : text.split(separator)
}

/** Bars and white space other than single spaces would not come through as they are. */
function shield(part: string): string {
  return part
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\b')
    .replace(/ (?= )|[^\S ]|[§\p{Cc}]/gu, (space) => `\\u${space.charCodeAt(0)}.`)
}

function unshield(part: string): string {
  return part.replace(/\\(?:\\|b|u(\d+)\.)/g, (code, number: string | undefined) => {
    if (number !== undefined) return String.fromCharCode(Number(number))
    return code === '\\b' ? '|' : '\\'
  })
}

/** For people: what a message that is all claims says in words. */
export function spoken(message: Message): string {
  return message.text !== '' ? message.text : message.claims.map(claimSentence).join(' ')
}
