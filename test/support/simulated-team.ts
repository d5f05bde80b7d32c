import { liveAgent } from '../../src/agent/agent.ts'
import type { Mind } from '../../src/agent/mind.ts'
import { liveTeam, type TeamResult } from '../../src/agent/team.ts'
import type { VirtualClock } from '../../src/body/virtual-clock.ts'
import { belongingsOf } from '../../src/cli/compose/belongings.ts'
import { createMinds } from '../../src/cli/compose/create-minds.ts'
import { openChannel } from '../../src/cli/compose/open-channel.ts'
import { type Simulation, startSimulation } from '../../src/cli/compose/simulation.ts'
import { joinTeam } from '../../src/cli/compose/start-body.ts'
import type { TeamModels } from '../../src/cli/compose/team-models.ts'
import type { TeamFile } from '../../src/cli/team-schema.ts'
import type { TrialGround } from '../../src/core/body.ts'
import type { JournalEntry } from '../../src/core/journal.ts'
import type { AgentMemory } from '../../src/core/memory.ts'
import { VolatileMemory } from '../../src/memory/volatile-memory.ts'
import { Recorder } from '../../src/record/recorder.ts'
import { VolatileJournal } from '../../src/record/volatile-journal.ts'
import { sharedParts } from './shared-parts.ts'

/** A finished run of a whole team in simulated time. */
export interface SimulatedRun {
  readonly result: TeamResult
  readonly entries: readonly JournalEntry[]
  readonly minds: readonly Mind[]
}

export interface SimulatedTeamOptions {
  readonly trials?: TrialGround
  /** For agents that ask language models. */
  readonly models?: TeamModels
  /** Memories to start from; new ones for agents that are left out. */
  readonly memories?: ReadonlyMap<string, AgentMemory>
  /** Radius of columns that bots get; 4 unless given, which is less than the server gives by itself. */
  readonly viewDistance?: number
  /** Changes the world after all have joined and before any of them thinks. */
  readonly prepare?: (simulation: Simulation) => Promise<void>
}

/** What teams look for lies near: farther land takes longest to make. */
const VIEW_DISTANCE = 4

/** Lets a team live in a simulated world until it has finished or its time is up. Its time begins at tick 0. */
export async function simulateTeam(
  team: TeamFile,
  clock: VirtualClock,
  options: SimulatedTeamOptions = {},
): Promise<SimulatedRun> {
  if (team.world === null) throw new Error('A simulated team plays in a world of ours.')
  clock.restart()
  const simulation = await startSimulation(
    {
      ...{ world: team.world, seed: team.seed, version: team.version, belongings: belongingsOf(team) },
      shared: sharedParts(team.version, options.viewDistance ?? VIEW_DISTANCE),
    },
    clock,
  )
  const journal = new VolatileJournal()
  const abort = new AbortController()
  try {
    const { body } = simulation
    const gameVersion = await clock.until(
      joinTeam(
        body,
        team.agents.map(({ name }) => name),
      ),
    )
    await options.prepare?.(simulation)
    const minds = createMinds({
      person: null,
      team,
      run: 'simulated',
      gameVersion,
      body,
      channel: openChannel(team, { body, clock, gameVersion, signal: abort.signal }),
      clock,
      recorder: new Recorder(journal, clock),
      trials: options.trials ?? null,
      models: options.models ?? null,
      memoryOf: (agent) => options.memories?.get(agent) ?? new VolatileMemory(),
      signal: abort.signal,
    })
    const lives: Promise<unknown>[] = []
    const members = minds.map((mind) => ({
      name: mind.agent,
      live: () => {
        const life = liveAgent(mind, 1, (end) => lives.push(end))
        lives.push(life)
        return life
      },
    }))
    const life = liveTeam(members, team.until)
    const timeIsUp = clock
      .wait(team.limits.minutes * 1200, abort.signal)
      .then((): TeamResult => ({ reached: false, reason: 'The time is up.' }))
    const result = await clock.until(Promise.race([life, timeIsUp]))
    abort.abort(new Error('The run has ended.'))
    await clock.until(Promise.allSettled([life, timeIsUp, ...lives]))
    return { result, entries: [...journal.entries()], minds }
  } finally {
    await simulation.close()
  }
}
