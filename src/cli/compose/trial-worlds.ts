import type { VirtualClock } from '../../body/virtual-clock.ts'
import type { TrialRequest, TrialResult } from '../../core/body.ts'
import { errorMessage } from '../../core/errors.ts'
import type { GameVersion } from '../team-schema.ts'
import { runTrial } from './run-trial.ts'
import { prepareSharedParts, type SharedParts, type Simulation, startSimulation } from './simulation.ts'

/** After so many ticks, a day of the game, a world is left for a new one: what is near is used up. */
const LONGEST_STAY = 24_000

interface OpenWorld {
  readonly agent: string
  readonly simulation: Simulation
}

/**
 * Simulated worlds in which skills are tried, one at a time. The trials of one agent follow one another in the same world
 * as long as they hold, each from where the last one ended: another start than the one that the skill was learned from,
 * without a new world for each. A skill that soon fails there is tried in a new world, from empty hands, for what is left of
 * its time; that decides.
 */
export class TrialWorlds {
  readonly #place: { readonly world: string; readonly version: GameVersion }
  readonly #clock: VirtualClock
  readonly #shared: SharedParts
  #open: OpenWorld | null = null

  /** The clock must be installed before the first world is opened. */
  static async prepare(
    place: { readonly world: string; readonly version: GameVersion },
    clock: VirtualClock,
  ): Promise<TrialWorlds> {
    return new TrialWorlds(place, clock, await prepareSharedParts(place.version))
  }

  private constructor(
    place: { readonly world: string; readonly version: GameVersion },
    clock: VirtualClock,
    shared: SharedParts,
  ) {
    this.#place = place
    this.#clock = clock
    this.#shared = shared
  }

  /** @param seed of the world, if a new one is opened */
  async tryOut(request: TrialRequest, seed: number): Promise<TrialResult> {
    try {
      const known = this.#knownFor(request.attempt.agent)
      const result = known === null ? null : await this.#runIn(known, request)
      const left = request.attempt.limits.ticks - ticksOf(result)
      if (result !== null && (result.held || left <= 0)) return result
      const again = await this.#runIn(await this.#openNew(request.attempt.agent, seed), within(left, request))
      return again ?? { held: false, reason: 'The goal held before the skill had run.', outcome: null }
    } catch (error) {
      await this.close()
      return { held: false, reason: errorMessage(error), outcome: null }
    }
  }

  async close(): Promise<void> {
    const open = this.#open
    this.#open = null
    await open?.simulation.close()
  }

  /** The world where the agent's last skill held. */
  #knownFor(agent: string): OpenWorld | null {
    const open = this.#open
    const isFit = open?.agent === agent && this.#clock.tick() < LONGEST_STAY
    return isFit ? open : null
  }

  async #runIn({ simulation }: OpenWorld, request: TrialRequest): Promise<TrialResult | null> {
    const result = await this.#clock.until(runTrial(simulation.body, request, neverAborted()))
    if (!result?.held) await this.close()
    return result
  }

  async #openNew(agent: string, seed: number): Promise<OpenWorld> {
    await this.close()
    this.#clock.restart()
    const simulation = await startSimulation({ ...this.#place, seed, shared: this.#shared }, this.#clock)
    const opened = { agent, simulation }
    this.#open = opened
    await this.#clock.until(simulation.body.join(agent))
    return opened
  }
}

/** How long it took, in ticks. */
function ticksOf(result: TrialResult | null): number {
  const outcome = result?.outcome
  return outcome ? outcome.endTick - outcome.startTick : 0
}

function within(ticks: number, { attempt, goal }: TrialRequest): TrialRequest {
  return { goal, attempt: { ...attempt, limits: { ...attempt.limits, ticks } } }
}

function neverAborted(): AbortSignal {
  return new AbortController().signal
}
