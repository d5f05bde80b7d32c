import type { BodyEvent } from '../core/body.ts'
import type { Message } from '../core/message.ts'
import type { RunEvent } from '../core/run-event.ts'
import { describeGoal } from './describe-goal.ts'

/** One line of what the team did and said. */
export interface TimelineItem {
  /** Counts from 1 without gaps. */
  readonly id: number
  readonly tick: number
  readonly agent: string | null
  readonly kind: 'run' | 'task' | 'attempt' | 'skill' | 'message' | 'chat' | 'body'
  readonly tone: 'good' | 'bad' | 'plain'
  /** What the agent did, to be read after its name. */
  readonly text: string
  /** What was said, or why. */
  readonly detail: string
}

type TimelineText = Omit<TimelineItem, 'id' | 'tick' | 'agent'>

/** The event in words; null for events that are too small to be told. */
export function timelineItem(event: RunEvent): TimelineText | null {
  switch (event.type) {
    case 'run-started':
      return item('run', 'plain', 'The run begins.', event.goal === null ? '' : describeGoal(event.goal))
    case 'task-taken':
      return item('task', 'plain', 'takes up a task', event.text)
    case 'task-ended':
      return item('task', ...taskEnd(event))
    case 'attempt-started':
      return item('attempt', 'plain', `${event.reused ? 'uses' : 'writes and tries'} ${event.skill}`, '')
    case 'attempt-ended':
      return item('attempt', ...attemptEnd(event))
    case 'author-blocked':
      return item('attempt', 'bad', 'cannot write code for the task', event.reason)
    case 'message-sent':
      return item('message', 'plain', describeMessage(event.message), event.message.text)
    case 'skill-admitted':
      return item(
        'skill',
        event.status === 'retired' ? 'bad' : 'good',
        describeSkill(event),
        event.description,
      )
    case 'body-reported':
      return bodyItem(event.event)
    case 'agent-finished':
      return item('run', event.reached ? 'good' : 'bad', 'is finished', event.reason)
    case 'run-ended':
      return item('run', event.reached ? 'good' : 'bad', 'The run has ended.', event.reason)
    default:
      return null
  }
}

function bodyItem(event: BodyEvent): TimelineText | null {
  switch (event.type) {
    case 'bot-joined':
      return item('body', 'good', 'is in the world', '')
    case 'bot-left':
      return item(
        'body',
        'bad',
        event.final ? 'has left the world' : 'lost the world and joins again',
        event.reason,
      )
    case 'bot-died':
      return item('body', 'bad', 'died', '')
    case 'chat-heard':
      return item('chat', 'plain', `hears ${event.from} in the game`, event.text)
    case 'body-restarted':
      return item('body', 'bad', 'The process with the bots was started again.', event.reason)
    default:
      return null
  }
}

function taskEnd(event: Extract<RunEvent, { type: 'task-ended' }>): [TimelineItem['tone'], string, string] {
  if (event.status === 'done') return ['good', 'has done the task', '']
  const text = event.status === 'given-up' ? 'gives the task up' : 'puts the task aside'
  return [event.status === 'given-up' ? 'bad' : 'plain', text, event.reason ?? '']
}

function attemptEnd(
  event: Extract<RunEvent, { type: 'attempt-ended' }>,
): [TimelineItem['tone'], string, string] {
  if (event.success) return ['good', `succeeds with ${event.skill}`, '']
  return ['bad', `fails with ${event.skill}`, event.critique || (event.outcome?.error?.message ?? '')]
}

function describeMessage({ act, to }: Message): string {
  const verbs = {
    ask: 'asks',
    tell: 'tells',
    correct: 'corrects',
    propose: 'proposes to',
    accept: 'accepts, to',
    refuse: 'refuses, to',
    report: 'reports to',
    thank: 'thanks',
  }
  return `${verbs[act]} ${to.join(', ')}`
}

function describeSkill({ status, name }: Extract<RunEvent, { type: 'skill-admitted' }>): string {
  if (status === 'retired') return `gives up the skill ${name}`
  return status === 'verified' ? `has verified the skill ${name}` : `has learned the skill ${name}`
}

function item(
  kind: TimelineText['kind'],
  tone: TimelineText['tone'],
  text: string,
  detail: string,
): TimelineText {
  return { kind, tone, text, detail }
}
