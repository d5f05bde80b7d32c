import type { ServerAddress, TrialGround } from '../../core/body.ts'
import { InputError } from '../../core/errors.ts'
import type { TeamFile } from '../team-schema.ts'
import type { Closers } from './closers.ts'
import { ProcessTrialGround } from './process-trial-ground.ts'
import { startServer } from './start-server.ts'

/** Where a team plays. */
export interface Place {
  readonly address: ServerAddress
  /** Where skills are tried from another start; null on a server that is not ours. */
  readonly trials: TrialGround | null
  /** Resolves with the reason when the embedded server dies; never for a server that is not ours. */
  readonly died: Promise<string>
}

/** The team file's server, or the embedded one, started on the team file's world. */
export async function startPlace(team: TeamFile, closers: Closers): Promise<Place> {
  if (team.server !== null) return { address: team.server, trials: null, died: new Promise(() => {}) }
  if (team.world === null)
    throw new InputError('The team has neither a world nor a server: give one of the two.')
  const { world, seed, version } = team
  const trials = new ProcessTrialGround({ world, version, seed })
  closers.add(() => trials.close())
  const server = await startServer(world, seed, version)
  closers.add(() => server.close())
  return {
    address: { host: '127.0.0.1', port: server.port, version, auth: 'offline' },
    trials,
    died: server.died,
  }
}
