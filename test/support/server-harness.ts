import type { Bot } from 'mineflayer'
import type { MinecraftVersion } from '../../server/data/minecraft-version.ts'
import type { GameServer, GameServerOptions } from '../../server/game-server.ts'
import { countActivity } from '../../src/body/connection/memory-link.ts'
import { installVirtualClock, type VirtualClock } from '../../src/body/virtual-clock.ts'
import { sharedRegistry } from './shared-registry.ts'

/** A game server and unmodified Mineflayer bots in one process, joined in memory and driven by a virtual clock. */
export interface ServerHarness {
  readonly server: GameServer
  readonly clock: VirtualClock
  readonly version: MinecraftVersion
  /** What clients and the server got wrong so far. */
  readonly problems: readonly string[]
  /** Joins a bot and resolves once it has spawned and stands on the ground. */
  join(name: string): Promise<Bot>
  /** Lets time pass until the promise settles. */
  run<T>(promise: Promise<T>): Promise<T>
  close(): Promise<void>
}

export interface HarnessOptions
  extends Partial<Pick<GameServerOptions, 'maxPlayers' | 'viewDistance' | 'save' | 'resourcePack'>> {
  readonly version?: MinecraftVersion
  readonly world?: string
  readonly seed?: number
  readonly operators?: readonly string[]
  /** Changes to the rules of the world. */
  readonly rules?: Partial<GameServerOptions['world']['rules']>
}

/** Installs the virtual clock, then loads the server and Mineflayer. One harness at a time per process. */
export async function startHarness(options: HarnessOptions = {}): Promise<ServerHarness> {
  const clock = installVirtualClock()
  const { createGameServer } = await import('../../server/game-server.ts')
  const { loadWorldDefinition } = await import('../../server/world/world-definition.ts')
  const mineflayer = (await import('mineflayer')).default
  const version = options.version ?? '1.21.4'
  const definition = loadWorldDefinition(options.world ?? 'flat')
  const problems: string[] = []
  const server = createGameServer({
    version,
    registry: sharedRegistry(version),
    world: { ...definition, rules: { ...definition.rules, ...options.rules } },
    seed: options.seed ?? 1,
    operators: options.operators ?? [],
    maxPlayers: options.maxPlayers ?? 10,
    viewDistance: options.viewDistance ?? 2,
    ...(options.save === undefined ? {} : { save: options.save }),
    ...(options.resourcePack === undefined ? {} : { resourcePack: options.resourcePack }),
    onProblem: (problem) => problems.push(problem),
  })
  server.start()
  const join = (name: string) => clock.until(joinBot(mineflayer.createBot, { server, clock, version, name }))
  const close = async () => {
    await clock.until(server.close())
    clock.uninstall()
    const bugs = problems.filter((problem) => /^(Tick|Packet) .* failed/.test(problem))
    if (bugs.length > 0) throw new Error(`The server has bugs: ${bugs.join('\n')}`)
  }
  return { server, clock, version, problems, join, run: (promise) => clock.until(promise), close }
}

interface JoinOptions {
  readonly server: GameServer
  readonly clock: VirtualClock
  readonly version: MinecraftVersion
  readonly name: string
}

type CreateBot = typeof import('mineflayer').createBot

async function joinBot(createBot: CreateBot, { server, clock, version, name }: JoinOptions): Promise<Bot> {
  const bot = createBot({
    username: name,
    version,
    auth: 'offline',
    hideErrors: true,
    connect: (client) => {
      setTimeout(() => {
        const stream = server.connect()
        stream.once('close', clock.watch(countActivity(stream)))
        client.setSocket(stream as never)
        client.emit('connect')
      }, 5)
    },
  })
  await new Promise<void>((resolve, reject) => {
    bot.once('spawn', () => resolve())
    bot.once('kicked', (reason) => reject(new Error(`Kicked: ${JSON.stringify(reason)}`)))
    bot.once('end', (reason) => reject(new Error(`Ended: ${reason}`)))
  })
  await bot.waitForChunksToLoad()
  await bot.waitForTicks(5)
  return bot
}
