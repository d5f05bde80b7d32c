import type { ItemCounts } from '../../src/core/item-counts.ts'
import type { Position } from '../../src/core/position.ts'
import type { Random } from '../../src/core/random.ts'
import { dyedBox } from '../data/dyed-box.ts'
import type { GameRegistry } from '../data/game-registry.ts'
import { repairedByCrafting } from '../data/grinding.ts'
import { stewRecipes } from '../data/stew-flowers.ts'
import { createRecipeBook, type RecipeBook } from '../inventory/recipe-book.ts'
import type { Packet } from '../protocol/packet.ts'
import type { GameMode, ResourcePackOffer, VersionProtocol } from '../protocol/version-protocol.ts'
import type { World } from '../world/world.ts'
import type { WorldRules } from '../world/world-definition.ts'
import { ActiveArea } from './active-area.ts'
import { BlockTicks } from './block-ticks.ts'
import type { BossBar } from './boss-bars.ts'
import { columnKey } from './column-key.ts'
import type { Difficulty } from './difficulty.ts'
import { Entities } from './entities.ts'
import type { GameKeeper } from './game-keeper.ts'
import { type GameRules, initialGameRules } from './game-rules.ts'
import { Growth } from './growth.ts'
import type { Player } from './player.ts'
import { Redstone } from './redstone.ts'
import type { SavedPlayer } from './saved-player.ts'
import { Scoreboard } from './scoreboard.ts'
import { Sight } from './sight.ts'
import { TickBudget } from './tick-budget.ts'
import { Weather } from './weather.ts'

export { columnKey }

const SEARCHES_PER_TICK = 8

export interface GameOptions {
  readonly registry: GameRegistry
  readonly protocol: VersionProtocol
  readonly world: World
  readonly rules: WorldRules
  readonly random: Random
  readonly seed: number
  readonly maxPlayers: number
  readonly operators: readonly string[]
  /** What players carry when they join for the first time, by name. */
  readonly belongings: Readonly<Record<string, ItemCounts>>
  /** Radius of columns that a player gets. */
  readonly viewDistance: number
  /** A resource pack that clients are asked to load; null for none. */
  readonly resourcePack: ResourcePackOffer | null
  /** Whether the world is a plane of layers. */
  readonly isFlat: boolean
  /** Time of day at the start, in ticks. */
  readonly time: number
  /** Makes bytes that can be sent to many clients. */
  readonly encode: (packet: Packet) => Buffer
}

/** The state of one running game. Rules read and change it; it decides nothing itself. */
export class Game {
  readonly registry: GameRegistry
  readonly protocol: VersionProtocol
  readonly world: World
  /** Replaced as a whole when an operator changes one. */
  rules: WorldRules
  readonly random: Random
  readonly recipes: RecipeBook
  readonly options: GameOptions
  /** By entity id, in the order of joining. */
  readonly players = new Map<number, Player>()
  readonly entities = new Entities()
  readonly sight = new Sight()
  /** Ids of the players who ride on an entity, in the order in which they got on. */
  readonly passengers = new Map<number, readonly number[]>()
  readonly growth: Growth
  readonly weather: Weather
  /** Players who have left, by name in small letters. */
  readonly departed = new Map<string, SavedPlayer>()
  /** Water and lava that are about to flow. */
  readonly fluidTicks = new BlockTicks()
  /** Buttons that are pressed. */
  readonly buttonTicks = new BlockTicks()
  /** Keys of the columns that got their first animals. */
  readonly settledColumns = new Set<string>()
  /** Ways that mobs look for in a tick, at most. */
  readonly searches = new TickBudget(SEARCHES_PER_TICK)
  /** Fires that burn. */
  readonly fireTicks = new BlockTicks()
  /** Where mobs live. */
  readonly activeArea = new ActiveArea()
  /** Apart from the game's own randomness, for mobs that appear by themselves. */
  readonly spawnRandom: Random
  readonly redstone = new Redstone()
  /** Ticks until which hoppers rest after a move, by position. */
  readonly hopperRests = new Map<string, number>()
  /** How many players look into a chest, by its position. */
  readonly viewers = new Map<string, number>()
  /** Keeps the game in a folder; null where it ends with the process. */
  keeper: GameKeeper | null = null
  readonly scoreboard = new Scoreboard()
  /** By name. */
  readonly bossBars = new Map<string, BossBar>()
  /** Names of operators in small letters, whether they are here or not. */
  readonly operators: Set<string>
  /** Ticks since the start. */
  tick = 0
  /** Ticks that items have aged by. Before them in a tick items come into the game that age in it, and behind them others. */
  itemTicks = 0
  /** Ticks since the first dawn; the time of day is this modulo 24000. */
  time: number
  difficulty: Difficulty
  /** Game rules besides those of the world's definition. */
  readonly gameRules: GameRules = { ...initialGameRules }
  #lastId = 0
  /** Reasons for bans by name in small letters. */
  readonly banned = new Map<string, string>()
  /** Who may join while the list is on, besides operators: names in small letters. */
  readonly whitelist = { isOn: false, names: new Set<string>() }
  /** Columns that a command has marked to stay loaded, as it names them. */
  readonly forcedColumns = new Set<string>()
  /** Mode of those who join for the first time; null for that of the world's rules. */
  defaultGameMode: GameMode | null = null
  /** Words that commands have put on bodies, by UUID, so that players keep them. */
  readonly tags = new Map<string, Set<string>>()
  readonly #streams = new Map<string, Random>()

  constructor(options: GameOptions) {
    this.options = options
    this.registry = options.registry
    this.protocol = options.protocol
    this.world = options.world
    this.rules = options.rules
    this.random = options.random
    this.spawnRandom = options.random.fork('spawning')
    this.weather = new Weather(options.random.fork('weather'))
    this.growth = new Growth(options.random.fork('growth'))
    this.time = options.time
    this.difficulty = options.rules.difficulty
    this.operators = new Set(options.operators.map((name) => name.toLowerCase()))
    this.recipes = createRecipeBook(
      [...options.registry.recipes, ...stewRecipes],
      (stacks) => repairedByCrafting(options.registry, stacks) ?? dyedBox(stacks),
    )
  }

  nextId(): number {
    this.#lastId += 1
    return this.#lastId
  }

  get lastId(): number {
    return this.#lastId
  }

  /** Lets entities count on from those of a saved game. */
  countIdsFrom(last: number): void {
    this.#lastId = last
  }

  /** The source of chance of one feature, so that what it draws does not shift what others draw. */
  stream(label: string): Random {
    const known = this.#streams.get(label) ?? this.random.fork(label)
    this.#streams.set(label, known)
    return known
  }

  /** A UUID for the entity that follows from its id, so that equal runs have equal ones. */
  uuidOf(id: number): string {
    return `00000000-0000-4000-8000-${id.toString(16).padStart(12, '0')}`
  }

  playerNamed(name: string): Player | null {
    const wanted = name.toLowerCase()
    return [...this.players.values()].find((player) => player.name.toLowerCase() === wanted) ?? null
  }

  stackSize = (name: string): number => this.registry.findItem(name)?.stackSize ?? 64

  /** Sends the packet to all of these players, encoded once. */
  sendTo(players: Iterable<Player>, packet: Packet): void {
    let bytes: Buffer | null = null
    for (const player of players) {
      bytes ??= this.options.encode(packet)
      player.connection.sendEncoded(bytes)
    }
  }

  /** Sends to everyone who has been shown the entity. */
  sendToWatchers(id: number, packet: Packet): void {
    this.sendTo(
      [...this.players.values()].filter((player) => player.seen.has(id)),
      packet,
    )
  }

  /** Sends to everyone who has the column with the position. */
  sendNear(position: Position, packet: Packet): void {
    const key = columnKey(Math.floor(position.x) >> 4, Math.floor(position.z) >> 4)
    this.sendTo(
      [...this.players.values()].filter((player) => player.columns.has(key)),
      packet,
    )
  }
}
