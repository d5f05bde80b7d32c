import type { GameServer } from '../../../server/game-server.ts'
import type { LocalBody } from '../../body/local-body.ts'
import { installVirtualClock, type VirtualClock } from '../../body/virtual-clock.ts'
import type { GameVersion } from '../team-schema.ts'

/** A game server and bots in one process, joined in memory and driven by one virtual clock. */
export interface Simulation {
  readonly clock: VirtualClock
  readonly server: GameServer
  readonly body: LocalBody
  close(): Promise<void>
}

export interface SimulationOptions {
  readonly world: string
  readonly seed: number
  readonly version: GameVersion
}

/**
 * Starts a simulated world. The clock is installed before the game server and Mineflayer are loaded, so that they see no
 * other time; a process that simulates again passes the same clock.
 */
export async function startSimulation(
  options: SimulationOptions,
  clock: VirtualClock = installVirtualClock(),
): Promise<Simulation> {
  const { createGameServer } = await import('../../../server/game-server.ts')
  const { loadWorldDefinition } = await import('../../../server/world/world-definition.ts')
  const { LocalBody } = await import('../../body/local-body.ts')
  const { ProcessSandbox, prepareSandboxKit } = await import('../../sandbox/process-sandbox.ts')
  const server = createGameServer({
    version: options.version,
    world: loadWorldDefinition(options.world),
    seed: options.seed,
    operators: [],
    maxPlayers: 100,
  })
  server.start()
  const kit = prepareSandboxKit()
  const body = new LocalBody({
    clock,
    address: { host: 'simulated', port: 1, version: options.version, auth: 'offline' },
    link: { connect: () => server.connect(), watch: (counter) => clock.watch(counter) },
    createSandbox: () => new ProcessSandbox(() => kit),
  })
  const close = async () => {
    await clock.until(body.close())
    await clock.until(server.close())
  }
  return { clock, server, body, close }
}
