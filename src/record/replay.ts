import type { AgentId } from '../core/agent-id.ts'
import { InputError } from '../core/errors.ts'
import type { Goal } from '../core/goal.ts'
import type { JournalEntry } from '../core/journal.ts'
import type { Json } from '../core/json.ts'
import { AgentReplay } from './agent-replay.ts'
import { readFileJournal } from './file-journal.ts'
import type { RunDirectory } from './run-directory.ts'

/** A run as its journal tells it: what every agent did, learned and owns, up to the last entry. */
export interface RunReplay {
  readonly run: string
  /** The checked team file that the run was started with. */
  readonly team: Json
  readonly goal: Goal | null
  /** Null while the run is under way, or when it was cut off. */
  readonly end: { readonly reached: boolean; readonly reason: string } | null
  /** Tick of the last entry. */
  readonly tick: number
  /** In the order in which the agents first appear. */
  readonly agents: ReadonlyMap<AgentId, AgentReplay>
}

/** Replays a run directory. Only reads; may be used while the run goes on. Throws an InputError for a damaged journal. */
export function replayDirectory(directory: RunDirectory): RunReplay {
  const replay = replayEntries(readFileJournal(directory.journal))
  if (replay !== null) return replay
  throw new InputError(
    `The journal "${directory.journal}" holds no start of a run: the run ended before it began. Start it again.`,
  )
}

/** Folds a run's entries; null when they do not begin with the start of a run. */
export function replayEntries(entries: Iterable<JournalEntry>): RunReplay | null {
  let replay: RunReplay | null = null
  const agents = new Map<AgentId, AgentReplay>()
  const acted = new Set<AgentId>()
  for (const { agent, tick, event } of entries) {
    if (event.type === 'run-started') {
      const { run, team, goal } = event
      replay ??= { run, team, goal, end: null, tick, agents }
      replay = { ...replay, end: null }
      for (const resumed of agents.values()) resumed.end = null
    }
    if (replay === null) return null
    if (event.type === 'run-ended')
      replay = { ...replay, end: { reached: event.reached, reason: event.reason } }
    replay = { ...replay, tick: Math.max(replay.tick, tick) }
    if (agent !== null) {
      agentOf(agents, agent).fold(event, tick)
      acted.add(agent)
    }
    if (event.type === 'message-sent') {
      for (const addressee of event.message.to) agentOf(agents, addressee).receive(event.message)
    }
  }
  // Whoever did nothing but hear is a person in the game.
  for (const name of agents.keys()) if (!acted.has(name)) agents.delete(name)
  return replay
}

function agentOf(agents: Map<AgentId, AgentReplay>, name: AgentId): AgentReplay {
  const agent = agents.get(name) ?? new AgentReplay(name)
  agents.set(name, agent)
  return agent
}
