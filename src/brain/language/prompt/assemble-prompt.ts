import type { ModelCall } from '../../../core/model-call.ts'
import type { CountTokens } from '../model/count-tokens.ts'
import type { ModelMessage } from '../model/language-model.ts'
import { fillSlots, type PromptFile, slotsIn } from './prompt-file.ts'

/** What goes into a slot. */
export interface SlotContent {
  /** What matters most first: what does not fit is left out from the end. */
  readonly entries: readonly string[]
  readonly separator: string
  /** Slots with a lower number are filled first. 0 is never left out. */
  readonly priority: number
}

export interface AssembledPrompt {
  readonly messages: readonly ModelMessage[]
  readonly parts: ModelCall['parts']
}

export type Slots = Readonly<Record<string, SlotContent>>

/** Text that must be there. */
export function always(text: string): SlotContent {
  return { entries: text === '' ? [] : [text], separator: '', priority: 0 }
}

/** Lines, as many as fit. */
export function lines(entries: readonly string[], priority: number): SlotContent {
  return { entries, separator: '\n', priority }
}

/** Entries of one line, as many as fit. */
export function listed(entries: readonly string[], priority: number): SlotContent {
  return { entries, separator: ', ', priority }
}

/**
 * Fills a prompt with what matters most under a budget of tokens: slots by priority, and in each slot its entries in
 * their order until the next one does not fit.
 */
export function assemblePrompt(
  prompt: PromptFile,
  slots: Slots,
  mostTokens: number,
  count: CountTokens,
): AssembledPrompt {
  const fixed = [prompt.system, ...prompt.paragraphs.map((text) => fillSlots(text, {}))]
  let room = mostTokens - fixed.reduce((sum, text) => sum + count(text), 0)
  const parts: ModelCall['parts'] = [{ name: 'system', tokens: count(prompt.system), left: 0 }]
  const values: Record<string, string> = {}
  for (const [name, content] of Object.entries(slots).sort(([, a], [, b]) => a.priority - b.priority)) {
    const filled = fill(content, room, count)
    values[name] = filled.text
    room -= filled.tokens
    if (content.entries.length > 0) parts.push({ name, tokens: filled.tokens, left: filled.left })
  }
  const text = prompt.paragraphs
    .filter((paragraph) => isNeeded(paragraph, values))
    .map((paragraph) => fillSlots(paragraph, values))
    .join('\n\n')
  return {
    messages: [
      { role: 'system', text: prompt.system },
      { role: 'user', text },
    ],
    parts,
  }
}

function fill({ entries, separator, priority }: SlotContent, room: number, count: CountTokens) {
  const kept: string[] = []
  let tokens = 0
  for (const entry of entries) {
    const more = count(kept.length === 0 ? entry : separator + entry)
    if (priority > 0 && tokens + more > room) break
    kept.push(entry)
    tokens += more
  }
  return { text: kept.join(separator), tokens, left: entries.length - kept.length }
}

function isNeeded(paragraph: string, values: Readonly<Record<string, string>>): boolean {
  const names = slotsIn(paragraph)
  return names.length === 0 || names.some((name) => (values[name] ?? '') !== '')
}
