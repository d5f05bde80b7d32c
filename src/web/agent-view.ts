import type { BodyEvent } from '../core/body.ts'
import type { Json } from '../core/json.ts'
import type { Message } from '../core/message.ts'
import type { TraceEntry } from '../core/outcome.ts'
import type { Position } from '../core/position.ts'
import type { RunEvent } from '../core/run-event.ts'
import type { Occurrence } from './page-state.ts'

/** What the page shows of one agent. */
export interface AgentView {
  readonly name: string
  /** `expert` or `novice`; null where the team file lists what it knows. */
  readonly knowledge: string | null
  readonly role: string
  readonly presence: { readonly state: 'joining' | 'playing' | 'away'; readonly detail: string }
  readonly task: TaskView | null
  /** The latest attempt, also after it has ended. */
  readonly attempt: AttemptView | null
  /** The latest message that it sent. */
  readonly message: Pick<Message, 'to' | 'act' | 'text' | 'tick'> | null
  /** Half hearts and half drumsticks, 0 to 20; null until first seen. */
  readonly health: number | null
  readonly food: number | null
  readonly position: Position | null
  readonly inventory: Readonly<Record<string, number>>
  /** The newest version of each skill that it learned in this run, in the order of learning. */
  readonly skills: readonly SkillView[]
  readonly deaths: number
  readonly finished: { readonly reached: boolean; readonly reason: string } | null
}

export interface TaskView {
  readonly id: string
  readonly text: string
  readonly status: 'open' | 'done' | 'set-aside' | 'given-up'
  readonly reason: string | null
  /** Attempts made at it in this run. */
  readonly attempts: number
}

export interface AttemptView {
  readonly id: string
  readonly skill: string
  /** The arguments as the code would write them. */
  readonly call: string
  readonly source: string
  readonly reused: boolean
  readonly status: 'running' | 'succeeded' | 'failed'
  /** The last act while it runs, what was made of it afterwards. */
  readonly detail: string
}

export interface SkillView {
  readonly name: string
  readonly version: number
  readonly status: 'provisional' | 'verified' | 'retired'
  readonly description: string
}

export function newAgentView(name: string): AgentView {
  return {
    name,
    knowledge: null,
    role: '',
    presence: { state: 'joining', detail: '' },
    task: null,
    attempt: null,
    message: null,
    health: null,
    food: null,
    position: null,
    inventory: {},
    skills: [],
    deaths: 0,
    finished: null,
  }
}

/** The agent after something happened to it. */
export function foldAgent(agent: AgentView, { event, tick }: Occurrence): AgentView {
  switch (event.type) {
    case 'task-taken':
      return {
        ...agent,
        task: { id: event.task, text: event.text, status: 'open', reason: null, attempts: 0 },
      }
    case 'task-ended':
      return { ...agent, task: endTask(agent.task, event) }
    case 'attempt-started':
      return { ...agent, task: countAttempt(agent.task, event.task), attempt: startAttempt(event) }
    case 'attempt-ended':
      return { ...agent, attempt: endAttempt(agent.attempt, event) }
    case 'message-sent':
      return { ...agent, message: { ...pickMessage(event.message), tick } }
    case 'skill-admitted':
      return { ...agent, skills: admitSkill(agent.skills, event) }
    case 'state-seen':
      return { ...agent, ...seenState(event) }
    case 'body-reported':
      return foldBody(agent, event.event)
    case 'agent-finished':
      return { ...agent, finished: { reached: event.reached, reason: event.reason } }
    default:
      return agent
  }
}

function foldBody(agent: AgentView, event: BodyEvent): AgentView {
  switch (event.type) {
    case 'bot-joined':
      return { ...agent, presence: { state: 'playing', detail: event.version } }
    case 'bot-left':
      return { ...agent, presence: { state: event.final ? 'away' : 'joining', detail: event.reason } }
    case 'bot-died':
      return { ...agent, deaths: agent.deaths + 1 }
    case 'trace-grew':
      return { ...agent, attempt: growAttempt(agent.attempt, event.attempt, event.entry) }
    default:
      return agent
  }
}

type EventOf<T extends RunEvent['type']> = Extract<RunEvent, { type: T }>

function endTask(task: TaskView | null, event: EventOf<'task-ended'>): TaskView | null {
  return task?.id === event.task ? { ...task, status: event.status, reason: event.reason } : task
}

function countAttempt(task: TaskView | null, id: string): TaskView | null {
  return task?.id === id ? { ...task, attempts: task.attempts + 1 } : task
}

function startAttempt(event: EventOf<'attempt-started'>): AttemptView {
  const { attempt, skill, source, reused } = event
  const call = `${skill}(${event.arguments.map(formatArgument).join(', ')})`
  return { id: attempt, skill, call, source, reused, status: 'running', detail: '' }
}

function endAttempt(attempt: AttemptView | null, event: EventOf<'attempt-ended'>): AttemptView | null {
  if (attempt?.id !== event.attempt) return attempt
  const detail = event.critique || event.outcome?.error?.message || event.outcome?.status || ''
  return { ...attempt, status: event.success ? 'succeeded' : 'failed', detail }
}

function growAttempt(attempt: AttemptView | null, id: string, entry: TraceEntry): AttemptView | null {
  if (attempt?.id !== id || attempt.status !== 'running') return attempt
  return { ...attempt, detail: describeTrace(entry) }
}

function describeTrace(entry: TraceEntry): string {
  if (entry.type === 'skill') return `${entry.name} ${entry.phase}`
  const call = `${entry.name}(${entry.arguments.map(formatArgument).join(', ')})`
  return entry.result.message === '' ? call : `${call}: ${entry.result.message}`
}

function admitSkill(skills: readonly SkillView[], event: EventOf<'skill-admitted'>): readonly SkillView[] {
  const { name, version, status, description } = event
  const skill = { name, version, status, description }
  const known = skills.find((other) => other.name === name)
  if (!known) return [...skills, skill]
  return version < known.version ? skills : skills.map((other) => (other === known ? skill : other))
}

function seenState({ health, food, position, inventory }: EventOf<'state-seen'>): Partial<AgentView> {
  return { health, food, position, inventory }
}

function pickMessage({ to, act, text }: Message): Pick<Message, 'to' | 'act' | 'text'> {
  return { to, act, text }
}

/** JSON on one line, shortened, with positions as numbers only. */
function formatArgument(argument: Json): string {
  const text = JSON.stringify(argument) ?? 'null'
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
