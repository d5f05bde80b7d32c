import * as z from 'zod'
import type { BeliefDraft } from '../../../core/belief.ts'
import type { Inferrer, MindView } from '../../../core/brain.ts'
import { type Claim, claimSchema } from '../../../core/claim.ts'
import { claimSentence } from '../../../core/claim-sentence.ts'
import { isAboutWorld } from '../../../core/know-how.ts'
import type { Message } from '../../../core/message.ts'
import { always } from '../prompt/assemble-prompt.ts'
import { nameOrQuote, quote } from '../prompt/quote.ts'
import { readJson } from '../reply/read-json.ts'
import { askModel } from './ask-model.ts'
import type { RolePlay } from './role-play.ts'

const claimsSchema = z.object({ claims: z.array(z.unknown()).max(40) })

/** What was read out of somebody's words is held less firmly than what was claimed outright. */
const CONFIDENCE = 0.6
const MOST_CLAIMS = 12

/** Claims that words can make about their speaker alone, besides those about the world: nobody speaks for others. */
const ABOUT_SENDER = new Set(['holds', 'needs', 'doing'])

/** Acts whose words may claim something. */
const TELLING = new Set<Message['act']>(['tell', 'report', 'correct', 'propose'])

/**
 * Reads messages: what they claim outright without a model, the words of those that claim nothing with one. Whatever the
 * words are, claims are all that can come of them, and they count as the sender's hearsay.
 */
export class LanguageInferrer implements Inferrer {
  readonly #play: RolePlay
  readonly #plain: Inferrer

  /** @param plain reads what is claimed outright */
  constructor(play: RolePlay, plain: Inferrer) {
    this.#play = play
    this.#plain = plain
  }

  async infer(view: MindView, message: Message): Promise<readonly BeliefDraft[]> {
    const claimed = await this.#plain.infer(view, message)
    const isRead = claimed.some(({ source }) => source.type === 'told')
    if (message.from === view.agent || isRead || !hasOnlyWords(message)) return claimed
    const answered = await askModel(this.#play, {
      slots: { sender: always(nameOrQuote(message.from)), message: always(quote(message.text, 1000)) },
      json: true,
      read: (reply) => readJson(reply, claimsSchema),
    })
    if (!answered.ok) return claimed
    const claims = answered.value.claims.flatMap((value) => readClaim(value, message.from))
    return [...claimed, ...claims.slice(0, MOST_CLAIMS).map((claim) => hearsay(claim, message))]
  }
}

function hasOnlyWords({ act, claims, text }: Message): boolean {
  return TELLING.has(act) && claims.length === 0 && text.trim() !== ''
}

function readClaim(value: unknown, sender: string): readonly Claim[] {
  const parsed = claimSchema.safeParse(value)
  if (!parsed.success) return []
  const claim = parsed.data
  const isOwn = ABOUT_SENDER.has(claim.type) && 'agent' in claim && claim.agent === sender
  return isAboutWorld(claim) || isOwn ? [claim] : []
}

function hearsay(claim: Claim, { from, id }: Message): BeliefDraft {
  const kind = ABOUT_SENDER.has(claim.type) ? 'partner' : 'interaction'
  const source = { type: 'told', by: from, message: id } as const
  return { kind, sentence: claimSentence(claim), claim, source, confidence: CONFIDENCE }
}
