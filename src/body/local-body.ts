import type { AttemptRequest, Body, BodyEvent, ServerAddress } from '../core/body.ts'
import type { Clock } from '../core/clock.ts'
import { InfrastructureError, InputError } from '../core/errors.ts'
import type { Outcome } from '../core/outcome.ts'
import type { Percept } from '../core/percept.ts'
import { distanceBetween, type Position } from '../core/position.ts'
import type { SkillSandbox } from '../core/sandbox.ts'
import { AgentBot } from './agent-bot.ts'
import { runAttempt } from './attempt-runner.ts'
import { LONGEST_CHAT_LINE } from './chat-relay.ts'
import type { MemoryLink } from './connection/memory-link.ts'
import { SharedPackets } from './connection/shared-packets.ts'
import type { Bot } from './mineflayer-library.ts'
import { perceptSnapshot } from './sight/percept-snapshot.ts'
import { toBlockVec3 } from './values/position-value.ts'

/** How far a bot can tell one block from another, in blocks. */
const SIGHT = 64

export interface LocalBodyOptions {
  readonly address: ServerAddress
  /** Reaches a server in this process, whose version the address must name; null to connect over the network. */
  readonly link: MemoryLink | null
  readonly clock: Clock
  /** Makes the sandbox of an agent, once each. */
  readonly createSandbox: (agent: string) => SkillSandbox
}

/** The bots of a team, in this process. */
export class LocalBody implements Body {
  readonly #options: LocalBodyOptions
  readonly #packets = new SharedPackets()
  readonly #bots = new Map<string, AgentBot>()
  readonly #sandboxes = new Map<string, SkillSandbox>()
  readonly #attempting = new Set<string>()
  readonly #listeners = new Set<(event: BodyEvent) => void>()

  constructor(options: LocalBodyOptions) {
    if (options.link !== null && options.address.version === null) {
      throw new Error(
        'A body that is linked in memory needs the version of its server: nothing can be asked for it.',
      )
    }
    this.#options = options
  }

  async join(agent: string): Promise<void> {
    const { address, link, clock } = this.#options
    const known = this.#bots.get(agent)
    const agentBot =
      known ?? new AgentBot({ agent, address, link, clock, packets: this.#packets, emit: this.#emit })
    this.#bots.set(agent, agentBot)
    await agentBot.join()
  }

  /** Gets the agent's sandbox ready before there is anything to run. */
  warmUp(agent: string): void {
    this.#sandbox(agent).warmUp?.()
  }

  async perceive(agent: string): Promise<Percept> {
    const { bot, survey, activities, tally } = this.#agentBot(agent)
    const tick = this.#options.clock.tick()
    return perceptSnapshot({ agent, bot, survey, activities, tally, tick })
  }

  async attempt(request: AttemptRequest, signal: AbortSignal): Promise<Outcome> {
    const { agent } = request
    if (this.#attempting.has(agent)) {
      throw new Error(`"${agent}" is making an attempt already: wait for its outcome first.`)
    }
    const agentBot = this.#agentBot(agent)
    const { bot } = agentBot
    this.#attempting.add(agent)
    try {
      const setting = {
        agentBot,
        bot,
        clock: this.#options.clock,
        sandbox: this.#sandbox(agent),
        emit: this.#emit,
      }
      return await runAttempt(setting, request, signal)
    } finally {
      this.#attempting.delete(agent)
    }
  }

  async blockAt(agent: string, position: Position): Promise<string | null> {
    const { bot } = this.#agentBot(agent)
    if (distanceBetween(bot.entity.position, position) > SIGHT) return null
    return bot.blockAt(toBlockVec3(position))?.name ?? null
  }

  async say(agent: string, text: string): Promise<void> {
    const { bot } = this.#agentBot(agent)
    checkLine(agent, text)
    bot.chat(text)
  }

  async whisper(agent: string, to: string, text: string): Promise<void> {
    const { bot } = this.#agentBot(agent)
    if (!PLAYER_NAME.test(to))
      throw new InputError(`"${agent}" cannot whisper to "${to}": it is no player name.`)
    checkLine(agent, text, LONGEST_CHAT_LINE - `/tell ${to} `.length)
    bot.whisper(to, text)
  }

  async leave(agent: string): Promise<void> {
    this.#bots.get(agent)?.leave()
    this.#bots.delete(agent)
    const sandbox = this.#sandboxes.get(agent)
    this.#sandboxes.delete(agent)
    await sandbox?.close()
  }

  onEvent(listener: (event: BodyEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async close(): Promise<void> {
    await Promise.all([...this.#bots.keys()].map((agent) => this.leave(agent)))
  }

  /** What a viewer shows of the agent: its world, its place and its moves. Null while the bot is not in the world. */
  viewable(agent: string): Viewable | null {
    const agentBot = this.#bots.get(agent)
    return agentBot?.isPresent ? agentBot.bot : null
  }

  #agentBot(agent: string): AgentBot {
    const agentBot = this.#bots.get(agent)
    if (agentBot) return agentBot
    throw new InfrastructureError(`The bot of "${agent}" is not in the world. Join it first.`)
  }

  #sandbox(agent: string): SkillSandbox {
    const known = this.#sandboxes.get(agent)
    if (known) return known
    const sandbox = this.#options.createSandbox(agent)
    this.#sandboxes.set(agent, sandbox)
    return sandbox
  }

  readonly #emit = (event: BodyEvent): void => {
    for (const listener of this.#listeners) listener(event)
  }
}

/** As the game has it. */
const PLAYER_NAME = /^\w{1,16}$/

/** @throws InputError for what is a command, no line, or too long */
function checkLine(agent: string, text: string, longest = LONGEST_CHAT_LINE): void {
  if (text.trimStart().startsWith('/')) {
    throw new InputError(`"${agent}" cannot say "${text}": lines that start with "/" are commands.`)
  }
  if (text.length > longest || /[\n\r]/.test(text) || text.trim() === '') {
    const limit = `one line of 1 to ${longest} characters`
    throw new InputError(`"${agent}" cannot say a text of ${text.length} characters: chat takes ${limit}.`)
  }
}

/** The part of a bot that a viewer looks at. */
export type Viewable = Pick<
  Bot,
  'username' | 'world' | 'entity' | 'entities' | 'version' | 'registry' | 'on' | 'removeListener'
>
