import { assertNever } from '../../../core/assert-never.ts'
import type { Brain, MindView } from '../../../core/brain.ts'
import { formatGoal } from '../../../core/format-goal.ts'
import type { Goal } from '../../../core/goal.ts'
import { goalCode } from '../../planner/code/goal-code.ts'
import { explain } from '../../planner/explain.ts'
import { haveGoal } from '../../planner/goal-kind.ts'
import { goalText } from '../../planner/goal-text.ts'
import { makePlan } from '../../planner/make-plan.ts'
import { isOwned } from '../../planner/novelty.ts'
import { situationOf } from '../../planner/situation.ts'
import { type ReadPrompt, readPrompt, type SaidText, unquoted } from '../prompt/read-prompt.ts'
import { attemptsFrom } from './prompt-attempts.ts'
import { goalFrom, type KnowledgeWithout, unknownRecipesIn, viewFromPrompt } from './prompt-view.ts'

/** Gives the text of a reply to a chat. */
export type Answerer = (messages: readonly SaidText[]) => Promise<string>

export interface PlannerAnswerOptions {
  readonly planner: Brain
  /** What it knows about the game, without the recipes that a prompt shows to be unknown. */
  readonly knowledge: KnowledgeWithout
}

/**
 * Answers our prompts the way a language model should, from the planner: it reads what a prompt shows, plans, and replies
 * in the form that is asked for. To anything else it says what it is.
 */
export function createPlannerAnswers({ planner, knowledge }: PlannerAnswerOptions): Answerer {
  return async (messages) => {
    const prompt = readPrompt(messages)
    if (prompt === null)
      return 'I am the scripted model of Kithcraft: I answer the prompts of its agents only.'
    const view = viewFromPrompt(prompt, knowledge(unknownRecipesIn(prompt)))
    return answer(prompt, view, planner)
  }
}

async function answer(prompt: ReadPrompt, view: MindView, planner: Brain): Promise<string> {
  switch (prompt.role) {
    case 'propose':
      return proposal(prompt, view, planner)
    case 'author':
      return code(prompt, view, planner)
    case 'decompose':
      return JSON.stringify({ steps: stepsTo(goalFrom(prompt.line('Goal')), view) })
    case 'judge':
      return verdict(prompt)
    case 'describe':
      return `Written to do this: ${unquoted(prompt.line('It was written for'))}. It checks the inventory first.`
    case 'question':
      return JSON.stringify({ questions: questions(view) })
    case 'answer':
      return knownAbout(unquoted(prompt.line('Question')), view) || 'Unknown'
    case 'reflect':
      return JSON.stringify({ lessons: prompt.block('What was tried').slice(-1).map(lesson) })
    case 'converse':
      return spoken(prompt)
    case 'infer':
      return JSON.stringify({ claims: [] })
    default:
      return assertNever(prompt.role)
  }
}

async function proposal(prompt: ReadPrompt, view: MindView, planner: Brain): Promise<string> {
  const proposed = await planner.proposer.propose(view, goalFrom(prompt.line('Aim')))
  if (proposed === null || proposed.goal === null) return JSON.stringify({ task: null })
  return JSON.stringify({ task: proposed.text, goal: formatGoal(proposed.goal) })
}

async function code(prompt: ReadPrompt, view: MindView, planner: Brain): Promise<string> {
  const goal = goalFrom(prompt.line('Goal, checked by machine'))
  const task = {
    ...{ id: 'asked', text: unquoted(prompt.line('Task')), goal, proposedBy: 'prompt', tick: 0 },
    ...{ baseline: view.percept.tally, status: 'open' as const, attempts: 0, reason: null },
  }
  const recollection = { skills: [], episodes: [], facts: [] }
  const written = await planner.author.author(view, { task, recollection, attempts: attemptsFrom(prompt) })
  if (written.type === 'skill')
    return `\`\`\`js\n// ${written.draft.description}\n${written.draft.source}\n\`\`\``
  const about = [...new Set(written.questions.flatMap((question) => question.about))]
  const ask = written.questions.map((question) => question.text)
  return JSON.stringify({
    ask: ask.length === 0 ? [written.reason] : ask.slice(0, 4),
    about: about.slice(0, 8),
  })
}

function stepsTo(goal: Goal | null, view: MindView) {
  if (goal === null) return []
  const situation = situationOf(view)
  const plans = (goalCode(goal)?.kinds ?? []).map(({ kind, count }) => makePlan(kind, count, situation))
  const goals = plans.flatMap(({ demands }) =>
    demands.map(({ kind, count }) => haveGoal(kind, Math.min(count, 64))),
  )
  const open = goals.filter((step) => !isOwned(view, step)).slice(-9)
  return [...open, goal].map((step) => ({ task: goalText(step), goal: formatGoal(step) }))
}

/** Something was done that worked, and nothing failed after it. */
function verdict(prompt: ReadPrompt): string {
  const last = prompt.block('What was done').at(-1) ?? ''
  const success = last.endsWith(' ok')
  return JSON.stringify({
    success,
    critique: success ? '' : `The last act failed: ${last || 'there was none'}.`,
  })
}

function questions({ percept }: MindView) {
  const names = [...Object.keys(percept.inventory), ...percept.blocks.map(({ name }) => name)].slice(0, 2)
  return names.map((name) => ({ question: `What is ${name} good for, and how is it got?`, about: name }))
}

function knownAbout(question: string, { knowledge }: MindView): string {
  const names = question.match(/[a-z]+(?:_[a-z]+)*/g) ?? []
  return names
    .flatMap((name) => explain(name, knowledge)?.text ?? [])
    .slice(0, 2)
    .join(' ')
    .slice(0, 400)
}

function lesson(line: string): string {
  return `It went wrong like this: ${line.slice(0, 200)}`
}

/** Says what is to be said, in the words that it was given. */
function spoken(prompt: ReadPrompt): string {
  const said = [...prompt.block('You want to know'), ...prompt.block('You know')].map(unquoted).join(' ')
  return said === '' ? 'Hello.' : said.slice(0, 450)
}
