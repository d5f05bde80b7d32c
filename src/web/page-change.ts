import type { AgentView } from './agent-view.ts'
import type { PageState } from './page-state.ts'
import type { TimelineItem } from './timeline.ts'

/** What a browser that has one state needs to have a later one. */
export interface PageChange {
  readonly head: Omit<PageState, 'agents' | 'timeline'>
  /** Names of all agents, in order. */
  readonly order: readonly string[]
  /** The agents that are new or differ. */
  readonly agents: readonly AgentView[]
  /** The items that are new. */
  readonly timeline: readonly TimelineItem[]
}

/** The change from one state to a later one of the same run. */
export function changeBetween(before: PageState, after: PageState): PageChange {
  const { agents, timeline, ...head } = after
  const lastSeen = before.timeline.at(-1)?.id ?? 0
  return {
    head,
    order: agents.map((agent) => agent.name),
    agents: agents.filter((agent) => !before.agents.includes(agent)),
    timeline: timeline.filter((item) => item.id > lastSeen),
  }
}
