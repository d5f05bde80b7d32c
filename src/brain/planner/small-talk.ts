import type { MindView, Reply } from '../../core/brain.ts'
import { lowerFirst } from '../../core/lower-first.ts'
import type { Message } from '../../core/message.ts'
import { formatPosition } from '../../core/position.ts'
import { inWords } from './kind.ts'

/**
 * What a person in the game hears who asks about the agent itself, or in words that could not be read; null for teammates and
 * for answers to the agent's own questions.
 */
export function smallTalk(view: MindView, { from, act, text, claims, replyTo }: Message): Reply | null {
  if (view.teammates.includes(from) || claims.length > 0 || replyTo !== null) return null
  const said = SUBJECTS.find(({ pattern }) => pattern.test(text))
  if (said !== undefined) return words('tell', said.answer(view))
  return act === 'ask'
    ? words('refuse', 'Sorry, I do not understand. Ask me how to get an item, or what I am doing.')
    : words(
        'refuse',
        'Sorry, I do not understand. You can ask me how to get an item, or tell me how it is got.',
      )
}

interface Subject {
  readonly pattern: RegExp
  readonly answer: (view: MindView) => string
}

const SUBJECTS: readonly Subject[] = [
  { pattern: /\bwhat\b.*\b(doing|up to|working on)\b/i, answer: currentTask },
  { pattern: /\bwhat\b.*\b(have|got|carry|carrying|inventory)\b|\binventory\b/i, answer: belongings },
  {
    pattern: /\bwhere are (you|u)\b/i,
    answer: ({ percept }) => `I was at ${formatPosition(percept.position)} when I last looked.`,
  },
  {
    pattern: /^\W*(hello|hi|hey|good (morning|evening|day))\b/i,
    answer: ({ agent }) => `Hello, I am ${agent}.`,
  },
]

function currentTask({ tasks }: MindView): string {
  const last = tasks.at(-1)
  if (last === undefined) return 'I am just looking around.'
  return last.status === 'open'
    ? `I want to ${lowerFirst(last.text)}.`
    : `I was just about to ${lowerFirst(last.text)}.`
}

function belongings({ percept }: MindView): string {
  const items = Object.entries(percept.inventory).map(([item, count]) => `${count} ${inWords(item)}`)
  return items.length === 0 ? 'I have nothing.' : `I have ${items.join(', ')}.`
}

function words(act: Reply['act'], text: string): Reply {
  return { act, text, about: [], claims: [] }
}
