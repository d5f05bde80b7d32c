import type { PersonRoles } from '../../brain/human/with-person.ts'
import type { Journal } from '../../core/journal.ts'
import type { PaceState, RunControl } from '../../core/run-control.ts'
import type { TeamFile } from '../team-schema.ts'
import type { SimulatedWorlds } from './simulated-worlds.ts'

/** What a run is started with. */
export interface RunOptions {
  /** The checked team file, defaults and command line flags applied. */
  readonly team: TeamFile
  /** Where the run is kept; null for a new folder under `runs/` in the working directory. */
  readonly directory: string | null
  /** Port of the page on loopback, 0 for any free one; null for no page. */
  readonly pagePort: number | null
  /** How fast simulated time passes; paused only once all bots are in the world. */
  readonly pace: PaceState
  /** Cassettes of model calls to record or to replay; neither unless given. */
  readonly cassettes?: { readonly record: string | null; readonly replay: string | null }
  /** Takes lines for the person at the terminal that are no events of the run, such as what is being started. */
  readonly log: (line: string) => void
  /** Who plays which roles at the keyboard; null when nobody does. */
  readonly person?: PersonRoles | null
  /** Where simulated worlds are played; each in a new process unless given. */
  readonly worlds?: SimulatedWorlds
  /** Ends the start-up when it is aborted; a run that has started is ended with `stop`. */
  readonly signal?: AbortSignal
}

/** A run that is under way. */
export interface RunHandle {
  /** Absolute path of the run directory. */
  readonly directory: string
  readonly journal: Journal
  /** Address of the page; null without one. The page stays up until `stop`, also after the run has finished. */
  readonly pageUrl: string | null
  /** Pauses and speeds up simulated time; null in real time. */
  readonly control: RunControl | null
  /** Resolves when the goal is reached, the time is up or the run was stopped; rejects with an InfrastructureError. */
  readonly finished: Promise<RunResult>
  /** Ends the run if it is still going, then frees everything, the page too. Calls after the first wait for the first. */
  stop(reason: string): Promise<void>
}

export interface RunResult {
  readonly reached: boolean
  readonly reason: string
}

/**
 * Starts a run and resolves once all bots are in the world. Rejects with an InputError or an InfrastructureError, or with
 * the signal's reason; then everything is closed and the directory of a new run is gone. `start-run.ts` implements it.
 */
export type StartRun = (options: RunOptions) => Promise<RunHandle>
