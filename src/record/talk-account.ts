import type { Message, SpeechAct } from '../core/message.ts'
import type { RunEvent } from '../core/run-event.ts'

/** What an agent's talk cost, and how well it foresaw what its partners did. */
export interface TalkSummary {
  /** Words and bytes of all that it sent; bytes are those of the messages as JSON, claims and all. */
  readonly words: number
  readonly bytes: number
  /** What models took and gave to find the words; 0 where none did. */
  readonly tokens: number
  /** Conversations that it spoke in. */
  readonly conversations: number
  /** Messages that it sent, by what they do. */
  readonly acts: Readonly<Partial<Record<SpeechAct, number>>>
  /** Messages that it kept to itself, by the reason, such as `repeated`. */
  readonly withheld: Readonly<Record<string, number>>
  /** Times that it considered its partner's side before it spoke. */
  readonly perspectives: number
  /** Guesses what a partner does next, those of them that the partner's next task decided, and those that were right. */
  readonly intents: { readonly predicted: number; readonly scored: number; readonly right: number }
}

/** Counts an agent's talk as a run is replayed. */
export class TalkAccount {
  #words = 0
  #bytes = 0
  #tokens = 0
  readonly #conversations = new Set<string>()
  readonly #acts: Partial<Record<SpeechAct, number>> = {}
  readonly #withheld: Record<string, number> = {}
  #perspectives = 0
  readonly #intents = { predicted: 0, scored: 0, right: 0 }

  fold(event: RunEvent): void {
    switch (event.type) {
      case 'message-sent':
        this.#send(event.message, event.tokens ?? 0)
        break
      case 'message-withheld':
        this.#withheld[event.reason] = (this.#withheld[event.reason] ?? 0) + 1
        break
      case 'perspective-taken':
        this.#perspectives++
        break
      case 'intent-predicted':
        this.#intents.predicted++
        break
      case 'intent-scored':
        this.#intents.scored++
        if (event.hit) this.#intents.right++
        break
      default:
    }
  }

  summary(): TalkSummary {
    return {
      words: this.#words,
      bytes: this.#bytes,
      tokens: this.#tokens,
      conversations: this.#conversations.size,
      acts: { ...this.#acts },
      withheld: { ...this.#withheld },
      perspectives: this.#perspectives,
      intents: { ...this.#intents },
    }
  }

  #send(message: Message, tokens: number): void {
    this.#words += message.text.split(/\s+/).filter(Boolean).length
    this.#bytes += Buffer.byteLength(JSON.stringify(message))
    this.#tokens += tokens
    this.#conversations.add(message.conversation)
    this.#acts[message.act] = (this.#acts[message.act] ?? 0) + 1
  }
}
