import type { GameRegistry } from '../../../server/data/game-registry.ts'
import type { GameServer } from '../../../server/game-server.ts'
import type { LocalBody } from '../../body/local-body.ts'
import { installVirtualClock, type VirtualClock } from '../../body/virtual-clock.ts'
import type { ItemCounts } from '../../core/item-counts.ts'
import type { SkillSandbox } from '../../core/sandbox.ts'
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
  /** What bots carry when they join, by name; nothing unless given. */
  readonly belongings?: Readonly<Record<string, ItemCounts>>
  /** What worlds that follow one another may share; new ones for each world unless given. */
  readonly shared?: SharedParts
}

/** Parts that outlive a simulated world, since it leaves no trace in them. */
export interface SharedParts {
  readonly registry: GameRegistry
  /** The sandbox of a bot. */
  readonly createSandbox: () => SkillSandbox
  /** Radius of columns that bots get; the server's own unless given. */
  readonly viewDistance?: number
}

/** Parts for one small world after another, each with a single bot. */
export async function prepareSharedParts(version: GameVersion): Promise<SharedParts> {
  const { createGameRegistry } = await import('../../../server/data/game-registry.ts')
  const { ProcessSandbox, prepareSandboxKit } = await import('../../sandbox/process-sandbox.ts')
  const kit = prepareSandboxKit()
  const sandbox = new ProcessSandbox(() => kit)
  const kept: SkillSandbox = {
    run: (request, host, signal) => sandbox.run(request, host, signal),
    close: async () => {},
  }
  return { registry: createGameRegistry(version), createSandbox: () => kept, viewDistance: 3 }
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
    belongings: options.belongings ?? {},
    ...sharedWithServer(options.shared),
  })
  server.start()
  const kit = options.shared === undefined ? prepareSandboxKit() : null
  const createOwn = () => new ProcessSandbox(() => kit ?? prepareSandboxKit())
  const body = new LocalBody({
    clock,
    address: { host: 'simulated', port: 1, version: options.version, auth: 'offline' },
    link: { connect: () => server.connect(), watch: (counter) => clock.watch(counter) },
    createSandbox: options.shared?.createSandbox ?? createOwn,
  })
  const close = async () => {
    await clock.until(body.close())
    await clock.until(server.close())
  }
  return { clock, server, body, close }
}

function sharedWithServer(shared: SharedParts | undefined) {
  if (shared === undefined) return {}
  const { registry, viewDistance } = shared
  return { registry, ...(viewDistance !== undefined && { viewDistance }) }
}
