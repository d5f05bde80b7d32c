import type { MindView, Reply } from '../core/brain.ts'
import type { Message } from '../core/message.ts'
import { claimGrounds } from '../mind/claim-grounds.ts'
import { Correspondence } from './correspondence.ts'
import type { Mind } from './mind.ts'
import { SpeechGuard } from './speech-guard.ts'

/** Messages that are brought back from memory when an agent starts. */
const MOST_REMEMBERED = 200

/** A conversation that rested longer than that is over, in ticks. */
const WARM = 400

/** To whom something is said, and in which conversation. */
export interface Address {
  readonly to: readonly string[]
  /** By name unless given. */
  readonly reach?: Message['reach']
  /** What it answers; null to speak of one's own accord. */
  readonly answers?: Message | null
  /** The conversation to go on with; a new one unless given. */
  readonly conversation?: { readonly id: string; readonly turn: number } | null
}

/** All that one agent says goes through here: it gets its id and turn, passes the guard, is journalled and sent. */
export class Voice {
  readonly correspondence: Correspondence
  readonly #mind: Mind
  readonly #guard: SpeechGuard
  /** Turns of a conversation. */
  readonly #longest: number
  readonly #unnoted: Message[] = []
  #count = 0

  constructor(mind: Mind) {
    this.#mind = mind
    const remembered = [...mind.memory.episodes.messages(MOST_REMEMBERED)].reverse()
    this.correspondence = new Correspondence(mind.agent, remembered)
    this.#longest = 2 * mind.limits.communicationRounds + 4
    this.#guard = new SpeechGuard(this.#longest)
  }

  /** Puts words into a message that may be sent; null when the guard objects, which is journalled. */
  compose(view: MindView, words: Reply, address: Address): Message | null {
    const message = this.#message(view, words, address)
    const reason = this.#guard.objection(message, address.answers ?? null)
    if (reason === null) return message
    const { act, to, text } = message
    this.#mind.record({ type: 'message-withheld', act, to, text, reason })
    return null
  }

  /** Journals the message and sends it. */
  async send(message: Message, tokens?: number): Promise<void> {
    this.#guard.note(message)
    this.correspondence.note(message)
    this.#unnoted.push(message)
    this.#mind.record({ type: 'message-sent', message, ...(tokens === undefined ? {} : { tokens }) })
    await this.#mind.channel.send(message)
  }

  /** The conversation with the partner that is still warm, to go on with; null to begin a new one. */
  conversationWith(partner: string): { readonly id: string; readonly turn: number } | null {
    const last = this.correspondence.with(partner).at(-1)
    if (last === undefined || last.act === 'thank' || last.turn + 2 >= this.#longest) return null
    if (this.#mind.clock.tick() - last.tick > WARM) return null
    return { id: last.conversation, turn: last.turn + 1 }
  }

  /** Composes and sends; null when the guard objects. */
  async say(view: MindView, words: Reply, address: Address): Promise<Message | null> {
    const message = this.compose(view, words, address)
    if (message !== null) await this.send(message, words.tokens)
    return message
  }

  /** Removes and returns what was said since the last call, for the next commit to keep. */
  takeUnnoted(): readonly Message[] {
    return this.#unnoted.splice(0)
  }

  #message(view: MindView, words: Reply, { to, reach = 'name', answers, conversation }: Address): Message {
    const { agent, clock, innate } = this.#mind
    const tick = clock.tick()
    const id = `${agent}-${tick}-${++this.#count}`
    const going = answers ? { id: answers.conversation, turn: answers.turn + 1 } : conversation
    return {
      id,
      conversation: going?.id ?? id,
      turn: going?.turn ?? 0,
      from: agent,
      to: [...to],
      reach,
      act: words.act,
      text: words.text,
      about: [...words.about],
      claims: [...words.claims],
      grounds: claimGrounds(words.claims, { ...view, innate }),
      assumptions: [...(words.assumptions ?? [])],
      ...(words.denies === undefined ? {} : { denies: [...words.denies] }),
      replyTo: answers?.id ?? null,
      tick,
      ...(words.attachment === undefined ? {} : { attachment: words.attachment }),
    }
  }
}
