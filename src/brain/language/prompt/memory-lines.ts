import type { Belief } from '../../../core/belief.ts'
import type { MindView, Recollection } from '../../../core/brain.ts'
import type { Task } from '../../../core/desire.ts'
import type { Episode } from '../../../core/episode.ts'
import { formatGoal } from '../../../core/format-goal.ts'
import type { Json } from '../../../core/json.ts'
import type { Skill } from '../../../core/skill.ts'
import { nameOrQuote, quote } from './quote.ts'
import { byRelevance, wordsOf } from './relevance.ts'

/** Skills as one may call them, with what they are filed under. */
export function skillLines(skills: readonly Skill[]): readonly string[] {
  return skills.map(({ name, parameters, description }) => {
    const listed = parameters.map(({ name: parameter, default: value }) =>
      value === null ? parameter : `${parameter} = ${shownValue(value)}`,
    )
    return `${name}(${['bot', ...listed].join(', ')}): ${quote(firstSentences(description), 160)}`
  })
}

function shownValue(value: Json): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return quote(typeof value === 'string' ? value : JSON.stringify(value), 80)
}

/** What was learned in words, and how similar tasks went: what has most to do with the task first. */
export function noteLines({ facts, episodes }: Recollection, wanted: ReadonlySet<string>): readonly string[] {
  const held = facts.filter((belief) => belief.status === 'held' && belief.claim === null)
  const notes = [...held.map(noteOf), ...episodes.map(episodeNote)]
  return byRelevance([...new Set(notes)], (note) => note, wanted)
}

/** How a task went: the code that did it, or what was wrong with the last try. */
function episodeNote({ summary, success, attempts }: Episode): string {
  const last = attempts.at(-1)
  if (last === undefined) return quote(summary, 200)
  const { skill, status, critique } = last
  const end = success
    ? `by ${nameOrQuote(skill)}`
    : `${nameOrQuote(skill)} ${status}: ${quote(critique, 120)}`
  return `${quote(summary, 160)} ${end}`
}

/** What documents say in words that no claim could be read from: what has most to do with the wanted words. */
export function documentLines({ beliefs }: MindView, wanted: ReadonlySet<string>): readonly string[] {
  const told = beliefs.filter(
    ({ kind, status, claim, source }) =>
      kind === 'task' && status === 'held' && claim === null && source.type === 'told',
  )
  return byRelevance(told, ({ sentence }) => sentence, wanted)
    .slice(0, MOST_PASSAGES)
    .map(noteOf)
}

const MOST_PASSAGES = 2

function noteOf({ sentence, source }: Belief): string {
  return source.type === 'told' ? `${quote(source.by, 40)} said: ${quote(sentence)}` : quote(sentence, 200)
}

/** What was done, newest first, each once. */
export function doneEntries({ tasks }: MindView): readonly string[] {
  return [...new Set(tasks.filter(({ status }) => status === 'done').map(taskEntry))].reverse()
}

/** What was given up, newest first, with the reason. */
export function failedLines({ tasks }: MindView): readonly string[] {
  const failed = tasks.filter(({ status }) => status === 'given-up').reverse()
  return [...new Set(failed.map((task) => `${taskEntry(task)}: ${quote(task.reason ?? '', 120)}`))]
}

function taskEntry({ text, goal }: Task): string {
  return goal === null ? quote(text, 80) : formatGoal(goal)
}

function firstSentences(description: string): string {
  return description.replace(/ Written for the task "[\s\S]*$/, '')
}

/** Words that what is relevant to a task shares with it. */
export function taskWords(text: string, things: readonly string[]): ReadonlySet<string> {
  return new Set([...wordsOf(text), ...things.flatMap((name) => [...wordsOf(name)])])
}
