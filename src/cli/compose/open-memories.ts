import { join } from 'node:path'
import type { Journal } from '../../core/journal.ts'
import type { AgentMemory } from '../../core/memory.ts'
import type { MemoryChange } from '../../core/memory-change.ts'
import { packageRoot } from '../../core/package-root.ts'
import { changesIn } from '../../core/run-event.ts'
import { importLibraries, type SkillSource } from '../../memory/library-import.ts'
import { openMemory } from '../../memory/rebuild.ts'
import type { Meaning } from '../../memory/recall/recall.ts'
import { SkillFolder } from '../../memory/skill-folder.ts'
import type { Recorder } from '../../record/recorder.ts'
import type { RunDirectory } from '../../record/run-directory.ts'
import { loadRecordedSkills } from '../recorded-skills.ts'
import type { TeamFile } from '../team-schema.ts'
import { EarlierMemories } from './earlier-memories.ts'
import { runId } from './run-id.ts'

/** The memories of a team's agents. */
export interface Memories {
  of(agent: string): AgentMemory
  /** Number of the agent's next commit. */
  nextStep(agent: string): number
  close(): void
}

/**
 * Opens each agent's memory, brought to the state of the journal. A new memory starts with the seed skills and the
 * library and the memories that the team file names. Each library is shown as a folder of skill files from then on.
 */
export function openMemories(
  team: TeamFile,
  directory: RunDirectory,
  journal: Journal,
  recorder: Recorder,
  meaning: Meaning | null,
): Memories {
  const steps = countSteps(journal)
  const memories = new Map(
    team.agents.map(({ name }) => [
      name,
      openMemory(directory.memory(name), name, () => journal.entries(), meaning).memory,
    ]),
  )
  showLibraries(team, directory, journal)
  const beginners = team.agents.filter(({ name }) => !steps.has(name))
  const earlier = beginners.length === 0 ? null : new EarlierMemories(team, runId(team, directory))
  for (const agent of beginners) {
    const memory = memoryOf(agent.name)
    const library = importLibraries(libraryFor(team, agent.name), memory.skills)
    const changes = [...library, ...(earlier?.changesFor(agent, library) ?? [])]
    if (changes.length === 0) continue
    const entry = recorder.of(agent.name)({ type: 'step-committed', step: 1, changes })
    memory.apply(entry.sequence, changes)
    steps.set(agent.name, 1)
  }
  return {
    of: memoryOf,
    nextStep: (agent) => (steps.get(agent) ?? 0) + 1,
    close: () => {
      for (const memory of memories.values()) memory.close()
    },
  }

  function memoryOf(agent: string): AgentMemory {
    const memory = memories.get(agent)
    if (memory === undefined) throw new Error(`The team has no agent "${agent}".`)
    return memory
  }
}

function countSteps(journal: Journal): Map<string, number> {
  const steps = new Map<string, number>()
  for (const { agent, event } of journal.entries()) {
    if (agent !== null && event.type === 'step-committed') steps.set(agent, event.step)
  }
  return steps
}

function showLibraries(team: TeamFile, directory: RunDirectory, journal: Journal): void {
  for (const { name } of team.agents) {
    const folder = new SkillFolder(directory.skills(name), { isView: true })
    folder.catchUp(commitsOf(name, journal))
    journal.onEntry(({ agent, event }) => {
      const changes = agent === name ? changesIn(event) : null
      if (changes !== null) folder.follow(changes)
    })
  }
}

function* commitsOf(name: string, journal: Journal): Generator<readonly MemoryChange[]> {
  for (const { agent, event } of journal.entries()) {
    const changes = agent === name ? changesIn(event) : null
    if (changes !== null) yield changes
  }
}

/** Seed skills come first. Of another run's libraries an agent gets its own; a plain folder is for all. */
function libraryFor(team: TeamFile, agent: string): readonly SkillSource[] {
  const seed = { skills: new SkillFolder(join(packageRoot(), 'skills')).load(), origin: 'seed' }
  if (team.library === null) return [seed]
  const libraries = loadRecordedSkills(team.library).filter(({ owner }) => owner === null || owner === agent)
  return [seed, ...libraries.map(({ skills, origin }) => ({ skills, origin }))]
}
