import type { AgentId } from '../../core/agent-id.ts'
import type { Body, BodyEvent } from '../../core/body.ts'
import type { Channel, Mailbox } from '../../core/channel.ts'
import type { Clock } from '../../core/clock.ts'
import type { Message } from '../../core/message.ts'
import type { GameNames } from '../../core/reading/read-name.ts'
import { checkMessage } from '../check-message.ts'
import { InProcessChannel } from '../in-process-channel.ts'
import { LineJoiner, MOST_LINES, splitIntoLines } from './chat-lines.ts'
import { LineQueue } from './line-queue.ts'
import { PlayerVoices } from './player-voices.ts'
import { readMessage, writeMessage } from './wire-format.ts'
import { wordsInLines } from './words-in-lines.ts'

/** The game refuses longer lines. */
const LONGEST_LINE = 256

export type ChatBody = Pick<Body, 'say' | 'whisper' | 'onEvent' | 'perceive'>

export interface GameChannelOptions {
  readonly body: ChatBody
  readonly clock: Clock
  readonly team: readonly AgentId[]
  /** What the words of people can be about; unless given, nothing is read out of them. */
  readonly names?: GameNames
  /** How teammates reach one another: within this process, or through the game's chat too. */
  readonly between: 'process' | 'chat'
  /** Aborts when the run ends: what waits to be said then stays unsaid. */
  readonly signal: AbortSignal
  /** Ticks between lines of one speaker; more where its skills chat too. `PAUSE_TICKS` unless given. */
  readonly pauseTicks?: number
}

/** Between two lines of a speaker, in ticks, after a burst. */
const PAUSE_TICKS = 25
/** A message whose next part does not come within so many ticks is not on its way any more. */
const STALLED = 200

/**
 * Carries messages between agents and the people in the game, by its chat and whispers, and on demand between agents too. A
 * message to one addressee is whispered, one to several is said aloud. Long ones take several lines, which are said no
 * faster than servers allow: `send` does not wait for that. What is heard is data: only a teammate's line can be a message of
 * the team, every other line is plain text of whoever said it.
 */
export class GameChannel implements Channel {
  readonly #options: GameChannelOptions
  readonly #inner: InProcessChannel
  readonly #queues = new Map<AgentId, LineQueue>()
  /** By hearer and speaker, since each hearer gets each line. */
  readonly #joiners = new Map<string, LineJoiner>()
  readonly #players: PlayerVoices
  #count = 0

  constructor(options: GameChannelOptions) {
    const { body, clock, team, names = new Set() } = options
    this.#options = options
    this.#inner = new InProcessChannel(clock, (agent) => this.#isArriving(agent))
    this.#players = new PlayerVoices({ body, clock, team, names })
    body.onEvent((event) => this.#hear(event))
  }

  join(agent: AgentId): Mailbox {
    return this.#inner.join(agent)
  }

  async send(message: Message): Promise<void> {
    const checked = checkMessage(message)
    const { team, between } = this.#options
    const mates = [...new Set(checked.to)].filter((name) => team.includes(name))
    if (between === 'chat') await this.#sendByChat(checked, mates)
    else for (const mate of mates) this.#inner.deliver(mate, checked)
    for (const player of new Set(checked.to)) {
      if (!team.includes(player)) await this.#tellPlayer(player, checked)
    }
  }

  async #sendByChat(message: Message, mates: readonly AgentId[]): Promise<void> {
    const { from } = message
    if (mates.includes(from)) this.#inner.deliver(from, message)
    const others = mates.filter((name) => name !== from)
    const [first] = others
    if (first === undefined) return
    const { body } = this.#options
    const whispered = others.length === 1
    const label = (++this.#count).toString(36)
    const longest = whispered ? LONGEST_LINE - `/tell ${first} `.length : LONGEST_LINE
    const lines = linesOf(message, label, longest)
    await this.#queueOf(from).add(
      lines.map((line) => () => (whispered ? body.whisper(from, first, line) : body.say(from, line))),
    )
  }

  /** People get the words alone, aloud where they spoke aloud. */
  async #tellPlayer(player: string, message: Message): Promise<void> {
    const { body } = this.#options
    const { from } = message
    const aloud = this.#players.spokeAloud(message)
    const longest = LONGEST_LINE - `/tell ${player} `.length
    this.#players.noteSaid(player, message)
    await this.#queueOf(from).add(
      wordsInLines(message, longest).map(
        (line) => () => (aloud ? body.say(from, line) : body.whisper(from, player, line)),
      ),
    )
  }

  #queueOf(speaker: AgentId): LineQueue {
    const known = this.#queues.get(speaker)
    if (known !== undefined) return known
    const { clock, signal, pauseTicks = PAUSE_TICKS } = this.#options
    const queue = new LineQueue({ clock, signal, pauseTicks })
    this.#queues.set(speaker, queue)
    return queue
  }

  #hear(event: BodyEvent): void {
    if (event.type !== 'chat-heard' || event.from === event.agent) return
    const { agent, from, text } = event
    if (!this.#options.team.includes(from)) {
      void this.#hearPlayer(event).catch(() => {})
      return
    }
    if (this.#options.between !== 'chat') return
    const joined = this.#joinerOf(agent, from).take(text, this.#options.clock.tick())
    if (joined.type !== 'complete') return
    const message = readMessage(joined.text, from)
    if (message?.to.includes(agent)) this.#inner.deliver(agent, message)
  }

  /** Simulated time stands still until it is clear who is meant. */
  async #hearPlayer(event: Extract<BodyEvent, { type: 'chat-heard' }>): Promise<void> {
    const release = this.#options.clock.hold(`${event.agent} listening`)
    try {
      const message = await this.#players.hear(event)
      if (message?.to.includes(event.agent)) this.#inner.deliver(event.agent, message)
    } finally {
      release()
    }
  }

  #isArriving(hearer: AgentId): boolean {
    const { team, clock } = this.#options
    const since = clock.tick() - STALLED
    return team.some((speaker) => this.#joiners.get(`${hearer}/${speaker}`)?.isPartial(since))
  }

  #joinerOf(hearer: AgentId, speaker: AgentId): LineJoiner {
    const key = `${hearer}/${speaker}`
    const known = this.#joiners.get(key)
    if (known !== undefined) return known
    const joiner = new LineJoiner()
    this.#joiners.set(key, joiner)
    return joiner
  }
}

/** A message whose code would take more lines than anybody puts together again goes without it. */
function linesOf(message: Message, label: string, longest: number): readonly string[] {
  const lines = splitIntoLines(writeMessage(message), label, longest)
  if (lines.length <= MOST_LINES || message.attachment === undefined) return lines
  const { attachment: _, ...bare } = message
  return splitIntoLines(writeMessage(bare), label, longest)
}
