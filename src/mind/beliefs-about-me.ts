import type { Message } from '../core/message.ts'
import type { BeliefsAboutMe, Estimate } from '../core/partner.ts'
import { fade, HALF_LIFE } from './fade.ts'
import type { PartnerEvidence } from './partner.ts'

/** How far a player can make out another, in blocks. */
const SIGHT = 48

/**
 * What a partner is thought to believe about the agent itself: what it was told, what the agent's questions and answers
 * showed it, and what it sees while it stands near. What it was last told to be so and has changed since, it does not know.
 */
export function beliefsAboutMe(
  agent: string,
  exchanged: readonly Message[],
  { me, tick, percept }: PartnerEvidence,
): BeliefsAboutMe {
  const shown = new Shown(tick)
  for (const message of exchanged) {
    if (message.from === me) shown.hear(message, me)
    else for (const claim of message.claims) shown.take(claim, message.tick, me)
  }
  const near = percept.entities.some(
    ({ kind, name, distance }) => kind === 'player' && name === agent && distance <= SIGHT,
  )
  if (near && percept.equipment.hand !== null) shown.hold(percept.equipment.hand, percept.tick)
  const place = near ? { value: percept.position, tick: percept.tick, confidence: 1 } : null
  return { doing: shown.doing, knows: shown.knows, holds: shown.holds, needs: shown.needs, place }
}

class Shown {
  readonly #tick: number
  doing: Estimate<string> | null = null
  readonly knows: Record<string, Estimate<boolean>> = {}
  readonly holds: Record<string, Estimate<number>> = {}
  readonly needs: Record<string, Estimate<number>> = {}

  constructor(tick: number) {
    this.#tick = tick
  }

  /** What one's own message shows: who asks does not know, who tells does. */
  hear({ act, about, claims, tick }: Message, me: string): void {
    for (const claim of claims) this.take(claim, tick, me)
    const knows = KNOWING[act]
    if (knows === undefined) return
    for (const topic of about) this.knows[topic] = { value: knows, tick, confidence: 0.8 }
  }

  take(claim: Message['claims'][number], tick: number, me: string): void {
    if (!('agent' in claim) || claim.agent !== me) return
    if (claim.type === 'doing') this.doing = { value: claim.task, ...this.#worn(tick, HALF_LIFE.doing) }
    if (claim.type === 'knows') this.knows[claim.topic] = { value: claim.knows, tick, confidence: 0.8 }
    if (claim.type === 'holds') this.holds[claim.item] = this.#count(claim.count, tick)
    if (claim.type === 'needs') this.needs[claim.item] = this.#count(claim.count, tick)
  }

  /** It sees at least one of the item in the agent's hand. */
  hold(item: string, tick: number): void {
    const known = this.holds[item]
    if (known === undefined || known.value < 1) this.holds[item] = this.#count(1, tick)
  }

  #count(value: number, tick: number): Estimate<number> {
    return { value, ...this.#worn(tick, HALF_LIFE.items) }
  }

  #worn(tick: number, halfLife: number) {
    return { tick, confidence: fade(1, this.#tick - tick, halfLife) }
  }
}

const KNOWING: Partial<Record<Message['act'], boolean>> = {
  ask: false,
  refuse: false,
  tell: true,
  correct: true,
}
