import type { Claim } from '../../core/claim.ts'
import { claimKey } from '../../core/claim.ts'
import { claimSentence } from '../../core/claim-sentence.ts'
import type { Message } from '../../core/message.ts'
import type { StepAccount } from '../../record/step-account.ts'
import { cleanText } from '../live-view/text-fit.ts'
import { sourceWords } from './belief-words.ts'
import { BeliefsThen } from './beliefs-then.ts'

/** Claims of one message that are listed. */
const MOST_CLAIMS = 6

/** What the agent said in the step, on which beliefs, and what it was told. */
export function talkLines(account: StepAccount, innate: ReadonlyMap<string, Claim>): readonly string[] {
  const said = account.sent.map((message) => ({
    tick: message.tick,
    lines: [heading('It said', message, 'to', message.to), ...groundLines(message, account, innate)],
  }))
  const heard = account.heard.map((message) => ({
    tick: message.tick,
    lines: [heading('It heard', message, 'from', [message.from])],
  }))
  return [...said, ...heard].sort((a, b) => a.tick - b.tick).flatMap(({ lines }) => lines)
}

function heading(
  what: string,
  { id, act, text, tick, replyTo }: Message,
  preposition: string,
  names: readonly string[],
): string {
  const answer = replyTo === null ? '' : `, an answer to ${replyTo}`
  return `tick ${tick}: ${what} ${preposition} ${names.map(cleanText).join(', ')} (${id}, ${act}${answer}): "${cleanText(text)}"`
}

/** Where each claim of what was said came from. What is said of oneself needs no grounds. */
function groundLines(
  { claims, tick }: Message,
  account: StepAccount,
  innate: ReadonlyMap<string, Claim>,
): readonly string[] {
  const then = new BeliefsThen(account, innate, tick)
  const grounded = claims.flatMap((claim) => {
    const [belief] = then.about(claimKey(claim))
    return belief === undefined
      ? []
      : [`  because "${claimSentence(claim)}" (${belief.id}: ${sourceWords(belief.source)})`]
  })
  const more = grounded.length - MOST_CLAIMS
  return more > 0 ? [...grounded.slice(0, MOST_CLAIMS), `  and ${more} more beliefs`] : grounded
}
