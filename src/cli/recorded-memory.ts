import type { AgentId } from '../core/agent-id.ts'
import { InputError } from '../core/errors.ts'
import type { Json } from '../core/json.ts'
import { type MemoryChange, memoryChangeSchema } from '../core/memory-change.ts'
import { suggestion } from '../core/nearest-name.ts'
import { changesIn } from '../core/run-event.ts'
import { openMemory } from '../memory/rebuild.ts'
import { SkillFolder } from '../memory/skill-folder.ts'
import { VolatileMemory } from '../memory/volatile-memory.ts'
import { openFileJournal, readFileJournal } from '../record/file-journal.ts'
import { latestRunDirectory, openRunDirectory, type RunDirectory } from '../record/run-directory.ts'

/** What the agents of a run remember, read from its journal, which is the truth; may be read while the run goes on. */
export interface RecordedMemories {
  readonly directory: RunDirectory
  /** Id of the run. */
  readonly run: string
  /** The checked team file; null where the journal does not say. */
  readonly team: Json
  /** Tick of the journal's last entry. */
  readonly tick: number
  /** By agent, in the order in which they appear. */
  readonly memories: ReadonlyMap<AgentId, VolatileMemory>
}

/** @param from a run directory; the newest run where it is left out. Throws an InputError where there is none. */
export function loadMemories(from: string | undefined): RecordedMemories {
  const directory = from === undefined ? latestRunDirectory('runs') : openRunDirectory(from)
  if (directory === null) {
    throw new InputError('There are no runs in "runs". Name a run directory with "--from", or start a run.')
  }
  const memories = new Map<AgentId, VolatileMemory>()
  let run = directory.name
  let team: Json = null
  let tick = 0
  for (const entry of readFileJournal(directory.journal)) {
    const { agent, event, sequence } = entry
    tick = Math.max(tick, entry.tick)
    if (event.type === 'run-started') ({ run, team } = event)
    const changes = changesIn(event)
    if (agent === null || changes === null) continue
    const memory = memories.get(agent) ?? new VolatileMemory()
    memories.set(agent, memory)
    memory.apply(sequence, changes)
  }
  return { directory, run, team, tick, memories }
}

/** The memories asked for: of one agent, or of all. Throws an InputError for an agent that the run does not have. */
export function memoriesOf(
  { memories, directory }: RecordedMemories,
  agent: string | undefined,
): readonly (readonly [AgentId, VolatileMemory])[] {
  if (agent === undefined) return [...memories]
  const memory = memories.get(agent)
  if (memory !== undefined) return [[agent, memory]]
  throw new InputError(
    `In the run "${directory.name}" no agent "${agent}" remembers anything. ${suggestion(agent, [...memories.keys()], 'agents')}`,
  )
}

/** The one memory that is meant. Throws an InputError where the run has several agents and none is named. */
export function memoryOf(
  recorded: RecordedMemories,
  agent: string | undefined,
): readonly [AgentId, VolatileMemory] {
  const [first, ...others] = memoriesOf(recorded, agent)
  if (first !== undefined && others.length === 0) return first
  if (first === undefined) {
    throw new InputError(`In the run "${recorded.directory.name}" no agent remembers anything yet.`)
  }
  const names = [...recorded.memories.keys()].join(', ')
  throw new InputError(
    `The run "${recorded.directory.name}" has several agents: ${names}. Say whose memory with "--agent".`,
  )
}

/**
 * Writes changes that somebody made by hand: into the journal, from which the agent goes on when the run is resumed, and then
 * into the views of it. Throws an InfrastructureError while another process writes to the run.
 *
 * @param edit what was asked for, such as `forget`
 */
export function editMemory(
  { directory }: RecordedMemories,
  agent: AgentId,
  edit: string,
  changes: readonly MemoryChange[],
): void {
  const checked = changes.map((change) => memoryChangeSchema.parse(change))
  const journal = openFileJournal(directory.journal)
  try {
    journal.append({ type: 'memory-edited', edit, changes: checked }, agent, journal.lastTick)
    openMemory(directory.memory(agent), agent, () => journal.entries()).memory.close()
    new SkillFolder(directory.skills(agent)).follow(checked)
  } finally {
    journal.close()
  }
}
