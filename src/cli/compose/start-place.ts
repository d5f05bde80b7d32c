import type { Body, TrialGround } from '../../core/body.ts'
import type { Clock } from '../../core/clock.ts'
import { InputError } from '../../core/errors.ts'
import type { PaceState, RunControl } from '../../core/run-control.ts'
import type { TeamFile } from '../team-schema.ts'
import type { Closers } from './closers.ts'
import type { SimulatedWorlds } from './simulated-worlds.ts'
import { startRealPlace } from './start-real-place.ts'
import { startSimulatedPlace } from './start-simulated-place.ts'

/** Where and in which time a team plays. */
export interface Place {
  readonly clock: Clock
  readonly body: Body
  /** Where skills are tried from another start; null on a server that is not ours. */
  readonly trials: TrialGround | null
  /** Resolves with the reason when the game dies; never for a server that is not ours. */
  readonly died: Promise<string>
  /** Null in real time. */
  readonly control: RunControl | null
}

export interface PlaceSetting {
  readonly team: TeamFile
  /** Port for the 3D views; null without a page. */
  readonly viewerPort: number | null
  /** What the clock shows at the start: 0, or where the earlier part of a resumed run ended. */
  readonly startTick: number
  /** How fast simulated time passes. */
  readonly pace: PaceState
  /** Where simulated worlds are played; each in a new process unless given. */
  readonly worlds?: SimulatedWorlds
}

/** Starts what the team file asks for: simulated time, the embedded server in real time, or a server that is there. */
export async function startPlace(setting: PlaceSetting, closers: Closers): Promise<Place> {
  const { world, server, time } = setting.team
  if (time === 'real') return startRealPlace(setting, closers)
  if (server !== null) {
    throw new InputError(
      `Time cannot be simulated on the server ${server.host}:${server.port}, whose time is not ours: leave "server" ` +
        'out and name a world, or play in real time.',
    )
  }
  if (world === null)
    throw new InputError('Time can be simulated only in a world: name one, such as "plains".')
  return startSimulatedPlace({ ...setting, world }, closers)
}
