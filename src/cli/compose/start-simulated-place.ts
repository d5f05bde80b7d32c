import { RemoteClock } from '../../body/lockstep/remote-clock.ts'
import { RemoteBody } from '../../body/remote-body.ts'
import { belongingsOf } from './belongings.ts'
import type { Closers } from './closers.ts'
import { newProcesses } from './simulated-worlds.ts'
import type { Place, PlaceSetting } from './start-place.ts'
import { startTrials } from './start-trials.ts'

/** Game server and bots in one process that keeps step with the minds in this one. */
export function startSimulatedPlace(
  { team, world, viewerPort, startTick, pace, worlds }: PlaceSetting & { readonly world: string },
  closers: Closers,
): Place {
  const { seed, version } = team
  const agents = team.agents.map(({ name }) => name)
  const trials = startTrials({ ...team, world }, closers)
  // Time stands still only once everybody is there.
  const joiningPace = { ...pace, isPaused: false }
  const child = (worlds ?? newProcesses).start({
    world,
    seed,
    version,
    agents,
    belongings: belongingsOf(team),
    viewerPort,
    pace: joiningPace,
  })
  const clock = new RemoteClock(child, joiningPace, startTick)
  const body = new RemoteBody({ start: () => clock.bodyChild, restarts: false })
  // Not while everything starts: the game and its bots come first.
  body.onEvent(({ type }) => type === 'bot-joined' && trials?.warmUp())
  let closing = false
  closers.add(async () => {
    closing = true
    // Nobody is left behind in a world that ends, and time may stand still: the bots need not leave first.
    await Promise.all([body.close(), child.end()])
  })
  const died = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      if (!closing)
        resolve(`The simulated game ended (${signal ?? `exit code ${code}`}), and its world with it.`)
    })
  })
  return { clock, body, trials, died, control: clock }
}
