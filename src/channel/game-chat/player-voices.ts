import type { AgentId } from '../../core/agent-id.ts'
import type { Body, BodyEvent } from '../../core/body.ts'
import type { Clock } from '../../core/clock.ts'
import type { Message } from '../../core/message.ts'

type Heard = Extract<BodyEvent, { type: 'chat-heard' }>

/** Who says no name speaks to whom it just spoke with, for so many ticks, */
const CONVERSATION_TICKS = 400
/** or else to the agent that stands nearest, at most that many blocks away. */
const EARSHOT = 16
/** A text in a message holds at most this many characters. */
const LONGEST_TEXT = 2000
/** Lines whose way of speaking is remembered. */
const MOST_REMEMBERED = 200

export interface PlayerVoicesOptions {
  readonly body: Pick<Body, 'perceive'>
  readonly clock: Clock
  readonly team: readonly AgentId[]
}

/** Turns what people say in the game into messages to the agents that they speak to. The text stays as it is: it is data. */
export class PlayerVoices {
  readonly #options: PlayerVoicesOptions
  readonly #partners = new Map<string, { readonly agent: AgentId; readonly tick: number }>()
  readonly #aloud = new Set<string>()
  #count = 0

  constructor(options: PlayerVoicesOptions) {
    this.#options = options
  }

  /** The message to the agent that heard the line; null when it is not meant. */
  async hear(heard: Heard): Promise<Message | null> {
    const { agent, from, whispered } = heard
    const reach = whispered ? 'name' : this.#reach(heard.text)
    const to = whispered ? [agent] : await this.#addressees(heard)
    if (!to.includes(agent)) return null
    const tick = this.#options.clock.tick()
    const id = `${from}-${tick}-${++this.#count}`
    if (!whispered) this.#noteAloud(id)
    if (to.length === 1) this.#partners.set(from, { agent, tick })
    return {
      id,
      conversation: `${from}-${agent}-${tick}`,
      turn: 0,
      from,
      to: [...to],
      reach,
      act: QUESTION.test(heard.text) ? 'ask' : 'tell',
      text: heard.text.slice(0, LONGEST_TEXT),
      about: [],
      claims: [],
      grounds: [],
      assumptions: [],
      replyTo: null,
      tick,
    }
  }

  /** Whether what the message answers was said aloud. */
  spokeAloud({ replyTo }: Message): boolean {
    return replyTo !== null && this.#aloud.has(replyTo)
  }

  /** The player and the agent are in conversation. */
  noteAnswer(player: string, agent: AgentId): void {
    this.#partners.set(player, { agent, tick: this.#options.clock.tick() })
  }

  #reach(text: string): Message['reach'] {
    if (this.#named(text).length > 0) return 'name'
    return EVERYBODY.test(text) ? 'all' : 'near'
  }

  async #addressees({ from, text }: Heard): Promise<readonly AgentId[]> {
    const { team, clock } = this.#options
    const named = this.#named(text)
    if (named.length > 0) return named
    if (EVERYBODY.test(text)) return team
    const partner = this.#partners.get(from)
    if (partner !== undefined && clock.tick() - partner.tick <= CONVERSATION_TICKS) return [partner.agent]
    return this.#nearest(from)
  }

  #named(text: string): readonly AgentId[] {
    const words = new Set(text.toLowerCase().match(/\w+/g) ?? [])
    return this.#options.team.filter((name) => words.has(name.toLowerCase()))
  }

  async #nearest(player: string): Promise<readonly AgentId[]> {
    const { team, body } = this.#options
    const looks = team.map(async (agent) => {
      const percept = await body.perceive(agent).catch(() => null)
      const seen = percept?.entities.find(({ kind, name }) => kind === 'player' && name === player)
      return { agent, distance: seen?.distance ?? Number.POSITIVE_INFINITY }
    })
    const [nearest] = (await Promise.all(looks)).sort((a, b) => a.distance - b.distance)
    return nearest !== undefined && nearest.distance <= EARSHOT ? [nearest.agent] : []
  }

  #noteAloud(id: string): void {
    this.#aloud.add(id)
    const [oldest] = this.#aloud
    if (this.#aloud.size > MOST_REMEMBERED && oldest !== undefined) this.#aloud.delete(oldest)
  }
}

const QUESTION = /\?|^\W*(\w+\W+)?(how|what|where|who|which|why|when|can|could|do|does|is|are)\b/i

const EVERYBODY = /^\W*(everybody|everyone|all|team)\b/i
