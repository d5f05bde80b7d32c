import type { JournalEntry } from '../core/journal.ts'
import type { Json } from '../core/json.ts'
import type { PaceState } from '../core/run-control.ts'
import { type AgentView, foldAgent, newAgentView } from './agent-view.ts'
import { describeGoal } from './describe-goal.ts'
import { type TimelineItem, timelineItem } from './timeline.ts'

/** What happened, to whom and when: a journal entry, or an event that is shown without being recorded. */
export type Occurrence = Pick<JournalEntry, 'tick' | 'agent' | 'event'>

/** Everything that the page shows. Immutable; parts that an occurrence leaves alone stay the same objects. */
export interface PageState {
  readonly title: string
  readonly run: string | null
  /** The run's goal in words; null where agents choose for themselves. */
  readonly goal: string | null
  /** Version of Minecraft that the team file names; null where the server decides. */
  readonly version: string | null
  /** Ticks since the run began. */
  readonly tick: number
  /** How fast simulated time passes; null in real time. */
  readonly pace: PaceState | null
  readonly ended: { readonly reached: boolean; readonly reason: string } | null
  readonly agents: readonly AgentView[]
  /** Oldest first, at most `timelineLength` items. */
  readonly timeline: readonly TimelineItem[]
}

export const timelineLength = 300

export function initialPageState(title: string): PageState {
  return {
    title,
    run: null,
    goal: null,
    version: null,
    tick: 0,
    pace: null,
    ended: null,
    agents: [],
    timeline: [],
  }
}

/** The state after the occurrence. */
export function foldPageState(state: PageState, occurrence: Occurrence): PageState {
  const withTeam = foldRun({ ...state, tick: Math.max(state.tick, occurrence.tick) }, occurrence.event)
  const agent = agentOf(occurrence)
  const agents = agent === null ? withTeam.agents : foldAgents(withTeam.agents, agent, occurrence)
  return { ...withTeam, agents, timeline: foldTimeline(state.timeline, occurrence, agent) }
}

function foldRun(state: PageState, event: Occurrence['event']): PageState {
  if (event.type === 'run-ended') return { ...state, ended: { reached: event.reached, reason: event.reason } }
  if (event.type !== 'run-started') return state
  return {
    ...state,
    run: event.run,
    goal: event.goal === null ? null : describeGoal(event.goal),
    version: textOf(fieldOf(event.team, 'version')),
    title: textOf(fieldOf(event.team, 'name')) ?? state.title,
    ended: null,
    agents: teamAgents(event.team, state.agents),
  }
}

function foldAgents(
  agents: readonly AgentView[],
  name: string,
  occurrence: Occurrence,
): readonly AgentView[] {
  const known = agents.some((agent) => agent.name === name)
  const all = known ? agents : [...agents, newAgentView(name)]
  return all.map((agent) => (agent.name === name ? foldAgent(agent, occurrence) : agent))
}

function foldTimeline(
  timeline: readonly TimelineItem[],
  occurrence: Occurrence,
  agent: string | null,
): readonly TimelineItem[] {
  const text = timelineItem(occurrence.event)
  if (text === null) return timeline
  const item = { ...text, id: (timeline.at(-1)?.id ?? 0) + 1, tick: occurrence.tick, agent }
  return wasJustSaid(timeline, item) ? timeline : [...timeline.slice(1 - timelineLength), item]
}

/** Every bot in the world hears the same line of chat. */
function wasJustSaid(timeline: readonly TimelineItem[], item: TimelineItem): boolean {
  if (item.kind !== 'chat') return false
  const recent = timeline.slice(-10).filter((other) => other.kind === 'chat' && item.tick - other.tick <= 40)
  return recent.some((other) => other.text === item.text && other.agent !== item.agent)
}

/** Whom the occurrence is about; events of a body name their bot themselves. */
function agentOf({ agent, event }: Occurrence): string | null {
  if (event.type !== 'body-reported' || event.event.type === 'body-restarted') return agent
  return event.event.agent
}

/** Cards for the team. A run that is carried on starts anew; what its agents learned before stays learned. */
function teamAgents(team: Json, before: readonly AgentView[]): readonly AgentView[] {
  const agents = fieldOf(team, 'agents')
  if (!Array.isArray(agents)) return []
  return agents.flatMap((agent: Json) => {
    const name = textOf(fieldOf(agent, 'name'))
    if (name === null) return []
    const knowledge = textOf(fieldOf(agent, 'knowledge'))
    const skills = before.find((known) => known.name === name)?.skills ?? []
    return [{ ...newAgentView(name), knowledge, role: textOf(fieldOf(agent, 'role')) ?? '', skills }]
  })
}

function fieldOf(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
