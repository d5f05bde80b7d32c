import type { Duplex } from 'node:stream'
import { errorMessage } from '../src/core/errors.ts'
import type { ItemCounts } from '../src/core/item-counts.ts'
import { createRandom, type Random } from '../src/core/random.ts'
import { runConsoleCommand, sendCommandTree } from './commands/run-command.ts'
import { createGameRegistry, type GameRegistry } from './data/game-registry.ts'
import type { MinecraftVersion } from './data/minecraft-version.ts'
import { admission, population } from './game/admission.ts'
import { Game } from './game/game.ts'
import { handlePacket } from './game/incoming.ts'
import { joinGame, leaveGame } from './game/join.ts'
import { tickGame } from './game/tick.ts'
import { watchWorld } from './game/world-watch.ts'
import type { Connection } from './protocol/connection.ts'
import { Transport } from './protocol/transport.ts'
import type { ResourcePackOffer } from './protocol/version-protocol.ts'
import { protocolOf } from './protocol/version-protocols.ts'
import { closeWindow } from './rules/windows.ts'
import { wakeWorldBlocks } from './rules/world-blocks.ts'
import { spawnWorldMobs } from './rules/world-mobs.ts'
import { demandSameWorld, type OpenSave, restoreGame, type SavedGame } from './saving/open-save.ts'
import { WorldKeeper } from './saving/world-keeper.ts'
import { startTicking } from './tick-driver.ts'
import { createBareWorld, createWorld } from './world/create-world.ts'
import type { WorldDefinition } from './world/world-definition.ts'

export interface GameServerOptions {
  readonly version: MinecraftVersion
  readonly world: WorldDefinition
  readonly seed: number
  /** Names of players who may use all commands. */
  readonly operators: readonly string[]
  readonly maxPlayers: number
  /** Radius of columns that players get; 6 unless given. */
  readonly viewDistance?: number
  /** A resource pack that clients are asked to load; none unless given. */
  readonly resourcePack?: ResourcePackOffer
  /** What players carry when they join for the first time, by name; nothing unless given. */
  readonly belongings?: Readonly<Record<string, ItemCounts>>
  /** The version's data, if the caller has loaded it already. */
  readonly registry?: GameRegistry
  /** Where the game is kept, and what is kept there already: the world then goes on from that. Nowhere unless given. */
  readonly save?: OpenSave
  /** Called with what clients got wrong and with errors of the server itself; does nothing unless given. */
  readonly onProblem?: (problem: string) => void
}

/** A running game server. The same seed and the same packets in the same ticks give the same game. */
export interface GameServer {
  /** The state of the game, for tests and for who hosts the server. */
  readonly game: Game
  /**
   * Opens a TCP port; 0 takes any free one. Resolves with the port.
   *
   * @throws InfrastructureError when the port cannot be opened
   */
  listen(host: string, port: number): Promise<number>
  /** Opens a connection inside the process and gives the client's end of it. */
  connect(): Duplex
  /** Connections that are open, of players and of others. */
  readonly connectionCount: number
  /** Lets one tick pass. */
  tick(): void
  /** Lets a tick pass every 50 ms by the timers and the clock that are global at this moment. */
  start(): void
  /** Stops ticking; `start` goes on. */
  pause(): void
  /** Runs a command as the console, with or without a slash, and returns its answer. */
  command(line: string): string
  /** Ends the game, saves it if it is kept, closes the port and all connections. @throws InfrastructureError on a full disk */
  close(): Promise<void>
}

const DEFAULT_VIEW_DISTANCE = 6

/**
 * Creates a server with its world. It neither listens nor ticks until told to.
 *
 * @throws InputError on a bad world, and where another one is saved
 */
export function createGameServer(options: GameServerOptions): GameServer {
  const saved = options.save?.saved ?? null
  if (options.save !== undefined) demandSameWorld(options.save, { ...options, world: options.world.name })
  const definition = saved?.facts.world ?? options.world
  const registry = options.registry ?? createGameRegistry(options.version)
  const protocol = protocolOf(registry)
  const report = options.onProblem ?? (() => {})
  const transport = new Transport({
    protocol,
    maxPlayers: options.maxPlayers,
    admit: (name) => admission(game, name),
    population: () => population(game),
    onJoin: (connection) => attach(game, connection, report),
    onProblem: report,
  })
  const game: Game = new Game({
    registry,
    protocol,
    world: (saved === null ? createWorld : createBareWorld)(definition, registry, options.seed),
    rules: definition.rules,
    random: randomOf(options.seed, saved),
    seed: options.seed,
    maxPlayers: options.maxPlayers,
    operators: options.operators,
    belongings: options.belongings ?? {},
    viewDistance: options.viewDistance ?? DEFAULT_VIEW_DISTANCE,
    resourcePack: options.resourcePack ?? null,
    isFlat: definition.generator.type === 'flat',
    time: definition.time,
    encode: (packet) => transport.encode(packet),
  })
  watchWorld(game)
  if (options.save !== undefined) game.keeper = new WorldKeeper(game, options.save.folder, definition, report)
  if (saved === null) {
    spawnWorldMobs(game, definition.mobs)
    wakeWorldBlocks(game, definition.blocks)
  } else restoreGame(game, saved)
  return new RunningServer(game, transport, report)
}

/** A saved game draws other numbers than it would have without a pause, but the same ones each time that it goes on. */
function randomOf(seed: number, saved: SavedGame | null): Random {
  const random = createRandom(seed).fork('server')
  return saved === null ? random : random.fork(`from tick ${saved.tick}`)
}

/** Connects a client's packets to the game. Nothing that a client sends may bring the server down. */
function attach(game: Game, connection: Connection, report: (problem: string) => void): void {
  const player = joinGame(game, connection)
  if (player === null) return
  sendCommandTree(player)
  connection.onPacket((packet) => {
    if (!game.players.has(player.id)) return
    try {
      handlePacket(game, player, packet.name, packet.params)
    } catch (error) {
      report(`Packet "${packet.name}" of ${player.name} failed: ${errorMessage(error)}`)
      connection.close('The server failed to handle what your client sent.')
    }
  })
  connection.onClose(() => leaveGame(game, player))
}

class RunningServer implements GameServer {
  readonly game: Game
  readonly #transport: Transport
  readonly #report: (problem: string) => void
  #stopTicking: (() => void) | null = null

  constructor(game: Game, transport: Transport, report: (problem: string) => void) {
    this.game = game
    this.#transport = transport
    this.#report = report
  }

  listen(host: string, port: number): Promise<number> {
    return this.#transport.listen(host, port)
  }

  connect(): Duplex {
    return this.#transport.connect()
  }

  tick(): void {
    tickGame(this.game)
    this.#transport.tick()
  }

  get connectionCount(): number {
    return this.#transport.connectionCount
  }

  start(): void {
    this.#stopTicking ??= startTicking(() => this.#tickSafely())
  }

  pause(): void {
    this.#stopTicking?.()
    this.#stopTicking = null
  }

  command(line: string): string {
    return runConsoleCommand(this.game, line)
  }

  async close(): Promise<void> {
    this.pause()
    for (const player of this.game.players.values()) closeWindow(this.game, player)
    try {
      await this.game.keeper?.close()
    } finally {
      for (const player of this.game.players.values()) player.connection.close('Server closed')
      await this.#transport.close()
    }
  }

  /** A bug in one rule costs the rest of a tick, not the server with everybody on it. */
  #tickSafely(): void {
    try {
      this.tick()
    } catch (error) {
      this.#report(`Tick ${this.game.tick} failed: ${errorMessage(error)}`)
    }
  }
}
