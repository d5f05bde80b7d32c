import type { BodyEvent, ServerAddress } from '../core/body.ts'
import type { Clock } from '../core/clock.ts'
import { InfrastructureError } from '../core/errors.ts'
import { ActFailure } from './acting/act-failure.ts'
import { MovementLock } from './acting/movement-lock.ts'
import { connectBot, endQuietly } from './connection/connect-bot.ts'
import {
  errorProblem,
  infrastructureError,
  type JoinProblem,
  kickProblem,
} from './connection/join-failure.ts'
import type { MemoryLink } from './connection/memory-link.ts'
import type { SharedPackets } from './connection/shared-packets.ts'
import type { Bot } from './mineflayer-library.ts'
import { ActivityWatch } from './sight/activity-watch.ts'
import { BlockSurvey } from './sight/block-survey.ts'
import { TallyCounter } from './sight/tally-counter.ts'
import { addSwimReflex } from './swim-reflex.ts'

/** Ticks before the first attempt to rejoin; each further one waits twice as long, up to the maximum. */
const FIRST_REJOIN_TICKS = 20
const LONGEST_REJOIN_TICKS = 1200
/** Attempts to rejoin before the bot counts as gone for good. */
const REJOIN_ATTEMPTS = 10

export interface AgentBotOptions {
  readonly agent: string
  readonly address: ServerAddress
  readonly link: MemoryLink | null
  readonly clock: Clock
  readonly packets: SharedPackets
  readonly emit: (event: BodyEvent) => void
}

/** A bot in the world, with what it notices there. */
interface Presence {
  readonly bot: Bot
  readonly survey: BlockSurvey
  readonly activities: ActivityWatch
}

/** One agent's bot over all its lives and connections. */
export class AgentBot {
  readonly tally = new TallyCounter()
  readonly lock = new MovementLock()
  readonly #options: AgentBotOptions
  #present: Presence | null = null
  #life = new AbortController()
  #left = new AbortController()
  #lastProblem: JoinProblem | null = null

  constructor(options: AgentBotOptions) {
    this.#options = options
  }

  get isPresent(): boolean {
    return this.#present !== null
  }

  /** Aborted with an ActFailure when the bot dies or loses its connection; then there is a new one. */
  get life(): AbortSignal {
    return this.#life.signal
  }

  /** @throws InfrastructureError when the bot is not in the world */
  get bot(): Bot {
    return this.#here().bot
  }

  /** @throws InfrastructureError when the bot is not in the world */
  get survey(): BlockSurvey {
    return this.#here().survey
  }

  /** @throws InfrastructureError when the bot is not in the world */
  get activities(): ActivityWatch {
    return this.#here().activities
  }

  /** Joins and resolves once the bot stands in the world. @throws InfrastructureError that says why it does not */
  async join(): Promise<void> {
    if (this.#present) return
    this.#left = new AbortController()
    const problem = await this.#connect()
    if (problem) throw infrastructureError(problem)
  }

  /** Leaves for good: nothing rejoins. */
  leave(): void {
    this.#left.abort()
    const present = this.#present
    if (present === null) return
    this.#lose('it left the game')
    endQuietly(present.bot)
    const { agent, emit } = this.#options
    emit({ type: 'bot-left', agent, reason: 'it left the game', final: true })
  }

  #here(): Presence {
    if (this.#present) return this.#present
    const reason = this.#lastProblem ? ` ${this.#lastProblem.message}` : ' Join it first.'
    throw new InfrastructureError(`The bot of "${this.#options.agent}" is not in the world.${reason}`)
  }

  async #connect(): Promise<JoinProblem | null> {
    const { agent, emit } = this.#options
    const connected = await connectBot(this.#options)
    if (connected.type === 'failed') {
      this.#lastProblem = connected.problem
      return connected.problem
    }
    const { bot } = connected
    if (this.#left.signal.aborted) {
      endQuietly(bot)
      return { message: `"${agent}" was told to leave while it joined.`, final: true }
    }
    const tick = () => this.#options.clock.tick()
    this.#present = { bot, survey: new BlockSurvey(bot), activities: new ActivityWatch(bot, tick) }
    this.#lastProblem = null
    this.#watch(bot)
    emit({ type: 'bot-joined', agent, version: bot.version })
    return null
  }

  #watch(bot: Bot): void {
    const { agent, address, emit } = this.#options
    let kick: JoinProblem | null = null
    addSwimReflex(bot, this.lock)
    bot.on('kicked', (reason) => {
      kick = kickProblem(agent, address, reason)
    })
    bot.once('end', (reason) => {
      if (this.#present?.bot !== bot) return
      this.#lost(kick ?? errorProblem(agent, address, new Error(`connection closed (${reason})`)))
    })
    bot.on('death', () => {
      this.tally.addDeath()
      emit({ type: 'bot-died', agent })
      this.#endLife(new ActFailure('died', 'The bot died.'))
    })
    bot.on('chat', (from, text) => {
      if (from !== agent) emit({ type: 'chat-heard', agent, from, text })
    })
    bot.on('whisper', (from, text) => {
      if (from !== agent) emit({ type: 'chat-heard', agent, from, text, whispered: true })
    })
  }

  #lost(problem: JoinProblem): void {
    const { agent, emit } = this.#options
    this.#lastProblem = problem
    this.#lose(problem.message)
    emit({ type: 'bot-left', agent, reason: problem.message, final: problem.final })
    if (!problem.final) this.#rejoin().catch(() => {})
  }

  #lose(reason: string): void {
    this.#present = null
    this.#endLife(new ActFailure('interrupted', `The bot lost its connection: ${reason}`))
  }

  #endLife(failure: ActFailure): void {
    const life = this.#life
    this.#life = new AbortController()
    life.abort(failure)
  }

  /** Tries again and again, ever more slowly, until the bot is back, may not come back, or is told to leave. */
  async #rejoin(): Promise<void> {
    const { agent, clock, emit } = this.#options
    for (let attempt = 0; attempt < REJOIN_ATTEMPTS; attempt++) {
      await clock.wait(Math.min(LONGEST_REJOIN_TICKS, FIRST_REJOIN_TICKS * 2 ** attempt), this.#left.signal)
      const problem = await this.#connect()
      if (problem === null) return
      if (problem.final) break
    }
    const reason = this.#lastProblem?.message ?? 'it could not rejoin'
    if (!this.#left.signal.aborted) emit({ type: 'bot-left', agent, reason, final: true })
  }
}
