/** What the game process is told when it is started. */
export interface GameSettings {
  readonly world: string
  readonly seed: number
  readonly maxPlayers: number
}

/** What the bot process is told when it is started. */
export interface BotSettings extends GameSettings {
  readonly port: number
  /** Mineflayer bots, which come first. */
  readonly fullBots: number
  /** Clients that only speak the protocol. */
  readonly lightBots: number
  /** Number of the first bot, so that names differ between groups. */
  readonly first: number
}

/** Sent by the game process once it listens and has let a tick pass. Times count from the start of its process. */
export interface GameReady {
  readonly type: 'ready'
  readonly port: number
  readonly listeningMs: number
  readonly firstTickMs: number
  /** Processor time of the whole process until then, other threads included. */
  readonly cpuMs: number
}

/** What the game process measured since it was last asked. */
export interface GameFigures {
  readonly type: 'figures'
  /** Wall time of each call of the tick function, in milliseconds. */
  readonly tickMs: readonly number[]
  /** The same in processor time, which other programs on the machine change less. */
  readonly tickCpuMs: readonly number[]
  /** For each tick: time that the event loop was busy since the tick before, with packets, ticks and all else. */
  readonly busyMs: readonly number[]
  readonly wallMs: number
  readonly cpuMs: number
  /** Resident memory after a garbage collection. */
  readonly rssMb: number
  readonly players: number
}

/** Sent by the bot process when all its bots have joined. */
export interface BotsJoined {
  readonly type: 'joined'
}

/** Answer of the bot process to being asked how it is doing. */
export interface BotFigures {
  readonly type: 'bot-figures'
  readonly cpuMs: number
  readonly wallMs: number
  /** Longest delay of a bot's 50 ms step, in milliseconds. */
  readonly lateMs: number
  readonly problems: readonly string[]
}

export type ChildMessage = GameReady | GameFigures | BotsJoined | BotFigures
