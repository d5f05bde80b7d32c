import type { AgentId } from '../../core/agent-id.ts'
import type { Body, BodyEvent } from '../../core/body.ts'
import { PATIENCE_WITH_PEOPLE } from '../../core/channel.ts'
import type { Clock } from '../../core/clock.ts'
import type { Message } from '../../core/message.ts'
import { namesIn } from '../../core/reading/names-in.ts'
import { readClaims } from '../../core/reading/read-claims.ts'
import type { GameNames } from '../../core/reading/read-name.ts'
import { readOrder } from '../../core/reading/read-order.ts'
import { DOTS } from './words-in-lines.ts'

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
  /** What the words of people can be about. */
  readonly names: GameNames
}

/** A line that all hear comes to each of them; how far apart, in ticks, it may and still be the same one. */
const SAME_LINE = 2

/**
 * Turns what people say in the game into messages to the agents that they speak to: the words as they are, with what they
 * ask about, claim or want done as far as that can be read. All of it is data: what becomes of it is for the hearer to decide.
 */
export class PlayerVoices {
  readonly #options: PlayerVoicesOptions
  readonly #partners = new Map<string, Partner>()
  readonly #aloud = new Set<string>()
  #lines: Line[] = []
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
    const { id, tick } = this.#line(heard)
    if (!whispered) this.#noteAloud(id)
    const meaning = this.#meaning(heard)
    const isAnswer = meaning.act === 'tell' || meaning.act === 'refuse'
    const question = isAnswer ? this.#openQuestion(from, agent) : null
    if (to.length === 1 && question === null) this.#partners.set(from, { agent, tick, question })
    return {
      id,
      conversation: question?.conversation ?? id,
      turn: question === null ? 0 : question.turn + 1,
      from,
      to: [...to],
      reach,
      text: heard.text.slice(0, LONGEST_TEXT),
      grounds: [],
      assumptions: [],
      replyTo: question?.id ?? null,
      tick,
      ...meaning,
    }
  }

  /** What the words want, as far as that can be read. */
  #meaning({ from, text }: Heard): Pick<Message, 'act' | 'about' | 'claims' | 'attachment'> {
    const { names } = this.#options
    const words = this.#withoutAddress(text)
    const order = readOrder(words, from, names)
    if (order !== null)
      return { act: 'propose', about: [], claims: [], attachment: { type: 'task', ...order } }
    if (THANKS.test(words)) return { act: 'thank', about: [], claims: [] }
    if (REFUSAL.test(words)) return { act: 'refuse', about: [], claims: [] }
    if (QUESTION.test(words)) return { act: 'ask', about: [...namesIn(words, names)], claims: [] }
    return { act: 'tell', about: [], claims: [...readClaims(wholeSentences(words), names)] }
  }

  /** "Hey Ada, …" without the part that says who is meant. */
  #withoutAddress(text: string): string {
    const names = [...this.#options.team, 'everybody', 'everyone', 'all', 'team'].join('|')
    const address = new RegExp(`^(?:(?:hey|hi|hello|ok)\\b[,!]?\\s*)?(?:@?(?:${names})\\b[,:!]?\\s*)?`, 'i')
    return text.replace(address, '').replace(new RegExp(`,\\s*(?:${names})\\s*([.!?]*)$`, 'i'), '$1')
  }

  /** One id for a line, whoever hears it, so that those who are spoken to together know that it is the same. */
  #line({ agent, from, text }: Heard): Line {
    const now = this.#options.clock.tick()
    this.#lines = this.#lines.filter(({ tick }) => now - tick <= SAME_LINE)
    const known = this.#lines.find(
      (line) => line.from === from && line.text === text && !line.hearers.has(agent),
    )
    known?.hearers.add(agent)
    if (known !== undefined) return known
    const line = { id: `${from}-${now}-${++this.#count}`, from, text, tick: now, hearers: new Set([agent]) }
    this.#lines.push(line)
    return line
  }

  /** Whether what the message answers was said aloud. */
  spokeAloud({ replyTo }: Message): boolean {
    return replyTo !== null && this.#aloud.has(replyTo)
  }

  /** The player and the agent are in conversation. What the player says next answers the agent's question, if it was one. */
  noteSaid(player: string, message: Message): void {
    const { from: agent, act } = message
    if (act !== 'ask' && this.#openQuestion(player, agent) !== null) return
    const tick = this.#options.clock.tick()
    this.#partners.set(player, { agent, tick, question: act === 'ask' ? message : null })
  }

  /** What the agent has asked the player and still waits for, if anything. */
  #openQuestion(player: string, agent: AgentId): Message | null {
    const partner = this.#partners.get(player)
    return partner?.agent === agent && this.#isWarm(partner) ? partner.question : null
  }

  #isWarm({ tick, question }: Partner): boolean {
    const patience = question === null ? CONVERSATION_TICKS : PATIENCE_WITH_PEOPLE
    return this.#options.clock.tick() - tick <= patience
  }

  #reach(text: string): Message['reach'] {
    if (this.#named(text).length > 0) return 'name'
    return EVERYBODY.test(text) ? 'all' : 'near'
  }

  async #addressees({ from, text }: Heard): Promise<readonly AgentId[]> {
    const { team } = this.#options
    const named = this.#named(text)
    if (named.length > 0) return named
    if (EVERYBODY.test(text)) return team
    const partner = this.#partners.get(from)
    if (partner !== undefined && this.#isWarm(partner)) return [partner.agent]
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

/** The words without the sentences of which a part is in another line. */
function wholeSentences(words: string): string {
  return words.replace(CUT, '')
}

/** Bots write one character, people mostly three dots. */
const CUT = new RegExp(`^(?:${DOTS}|\\.{3})[^.!?;]*[.!?;]?|[^.!?;]*(?:${DOTS}|\\.{3})$`, 'g')

/** Whom a player talks with, since when, and what it was asked last. */
interface Partner {
  readonly agent: AgentId
  readonly tick: number
  readonly question: Message | null
}

interface Line {
  readonly id: string
  readonly from: string
  readonly text: string
  readonly tick: number
  readonly hearers: Set<AgentId>
}

const THANKS = /^\W*(thanks|thank you|thx|ty)\b/i

const REFUSAL = /^\W*sorry\b/i

/** "There is a chest …" and "dirt can be dug by hand" are none: a verb asks where it comes first, but for a word like "so". */
const QUESTION = new RegExp(
  [
    String.raw`\?`,
    String.raw`^\W*(\w+\W+)?(how|what|where|who|which|why|when)\b`,
    String.raw`^\W*((so|and|but|well|ok|okay|please)\W+)?(can|could|do|does|is|are)\b`,
  ].join('|'),
  'i',
)

const EVERYBODY = /^\W*(everybody|everyone|all|team)\b/i
