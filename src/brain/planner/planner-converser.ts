import type { Converser, MindView, Question, Reply } from '../../core/brain.ts'
import type { Claim } from '../../core/claim.ts'
import type { Task } from '../../core/desire.ts'
import type { Message } from '../../core/message.ts'
import { explain } from './explain.ts'
import { inWords } from './kind.ts'

/** A message holds at most this many characters. */
const LONGEST_TEXT = 2000

/** Asks what it does not know, tells what it believes, and says so when it believes nothing. */
export class PlannerConverser implements Converser {
  async ask(view: MindView, partner: string, task: Task, questions: readonly Question[]): Promise<Reply> {
    const text = `${partner}, I want to ${lowerFirst(task.text)}. ${questions.map((question) => question.text).join(' ')}`
    const about = [...new Set(questions.flatMap((question) => question.about))]
    const doing: Claim = { type: 'doing', agent: view.agent, task: task.text }
    const lacks = about.map((topic): Claim => ({ type: 'knows', agent: view.agent, topic, knows: false }))
    return { act: 'ask', text: text.slice(0, LONGEST_TEXT), about, claims: [doing, ...lacks] }
  }

  async answer(view: MindView, message: Message): Promise<Reply | null> {
    if (message.act !== 'ask' || message.about.length === 0) return null
    const explained = message.about.flatMap((topic) => explain(topic, view.knowledge) ?? [])
    if (explained.length === 0) return refusal(view, message.about)
    const text = explained.map((explanation) => explanation.text).join(' ')
    return {
      act: 'tell',
      text: text.slice(0, LONGEST_TEXT),
      about: message.about,
      claims: explained.flatMap((explanation) => explanation.claims),
    }
  }
}

function refusal(view: MindView, about: readonly string[]): Reply {
  return {
    act: 'refuse',
    text: `I do not know anything about ${about.map(inWords).join(', ')} either.`,
    about,
    claims: about.map((topic) => ({ type: 'knows', agent: view.agent, topic, knows: false })),
  }
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
