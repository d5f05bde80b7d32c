import type { ChatBody } from '../../src/channel/game-chat/game-channel.ts'
import type { BodyEvent } from '../../src/core/body.ts'
import { InfrastructureError, InputError } from '../../src/core/errors.ts'
import type { Percept } from '../../src/core/percept.ts'
import { examplePercept } from './examples.ts'

/** The game refuses longer lines. */
const LONGEST_LINE = 256

export interface ChatLine {
  readonly from: string
  /** Null for a line that all hear. */
  readonly to: string | null
  readonly text: string
}

/** A game in which bots and people do nothing but chat: every line is heard at once by those whom it reaches. */
export class ChatLoop implements ChatBody {
  readonly lines: ChatLine[] = []
  /** Speakers that are out of the world at the moment. */
  readonly absent = new Set<string>()
  readonly percepts = new Map<string, Percept>()
  readonly #bots: readonly string[]
  readonly #listeners = new Set<(event: BodyEvent) => void>()

  /** @param bots who hears for a mind */
  constructor(bots: readonly string[]) {
    this.#bots = bots
  }

  async say(from: string, text: string): Promise<void> {
    this.#speak({ from, to: null, text }, LONGEST_LINE)
  }

  async whisper(from: string, to: string, text: string): Promise<void> {
    this.#speak({ from, to, text }, LONGEST_LINE - `/tell ${to} `.length)
  }

  onEvent(listener: (event: BodyEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  async perceive(agent: string): Promise<Percept> {
    return { ...(this.percepts.get(agent) ?? examplePercept()), agent }
  }

  #speak(line: ChatLine, longest: number): void {
    if (this.absent.has(line.from)) throw new InfrastructureError(`"${line.from}" is not in the world.`)
    // What Minecraft's own server does to a line: white space at its ends goes, and what is too long or odd is refused.
    const text = line.text.replace(/\s+/g, ' ').trim()
    if (text === '' || line.text.length > longest || text.startsWith('/') || /[\p{Cc}§]/u.test(line.text))
      throw new InputError(`No line of chat: "${line.text}"`)
    this.lines.push({ ...line, text })
    for (const agent of this.#bots) {
      if (agent === line.from || (line.to !== null && line.to !== agent)) continue
      for (const listener of this.#listeners) {
        listener({
          type: 'chat-heard',
          agent,
          from: line.from,
          text,
          ...(line.to === null ? {} : { whispered: true }),
        })
      }
    }
  }
}
