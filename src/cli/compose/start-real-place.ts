import type { ServerAddress } from '../../core/body.ts'
import { InputError } from '../../core/errors.ts'
import { RealClock } from '../../core/real-clock.ts'
import type { TeamFile } from '../team-schema.ts'
import { belongingsOf } from './belongings.ts'
import type { Closers } from './closers.ts'
import { startBody } from './start-body.ts'
import type { Place, PlaceSetting } from './start-place.ts'
import { startServer } from './start-server.ts'
import { startTrials } from './start-trials.ts'

/** The team file's server, or the embedded one in a process of its own; the bots in another process. */
export async function startRealPlace(setting: PlaceSetting, closers: Closers): Promise<Place> {
  const { team, viewerPort, startTick } = setting
  const { address, ...game } = await startGame(team, closers)
  const agents = team.agents.map(({ name }) => name)
  const body = startBody(address, agents, viewerPort)
  closers.add(() => body.close())
  return { ...game, clock: new RealClock(startTick), body, control: null }
}

type Game = Pick<Place, 'trials' | 'died'> & { readonly address: ServerAddress }

async function startGame(team: TeamFile, closers: Closers): Promise<Game> {
  if (team.server !== null) return { address: team.server, trials: null, died: new Promise(() => {}) }
  if (team.world === null)
    throw new InputError('The team has neither a world nor a server: give one of the two.')
  const { world, seed, version } = team
  const trials = startTrials({ ...team, world }, closers)
  trials?.warmUp()
  const server = await startServer({ world, seed, version, belongings: belongingsOf(team) })
  closers.add(() => server.close())
  return {
    address: { host: '127.0.0.1', port: server.port, version, auth: 'offline' },
    trials,
    died: server.died,
  }
}
