import type { Belief } from '../core/belief.ts'
import type { Claim } from '../core/claim.ts'
import type { Message } from '../core/message.ts'
import type { Estimate, PartnerModel } from '../core/partner.ts'
import type { Percept } from '../core/percept.ts'
import type { Position } from '../core/position.ts'
import { answeringOf } from './answering.ts'
import { beliefsAboutMe } from './beliefs-about-me.ts'
import { believedClaims } from './believed-claims.ts'
import { fade, HALF_LIFE } from './fade.ts'

/** What a picture of partners is drawn from. */
export interface PartnerEvidence {
  /** Whose picture it is. */
  readonly me: string
  readonly tick: number
  readonly percept: Percept
  readonly beliefs: readonly Belief[]
  /** Messages between the agent and others, oldest first. */
  readonly messages: readonly Message[]
  /** How long an answer may take, in ticks; later it counts as silence. */
  readonly patience: number
}

/** Draws the picture of a partner from what is believed about it and from the messages exchanged; newer evidence wins. */
export function partnerModel(agent: string, evidence: PartnerEvidence): PartnerModel {
  const { beliefs, messages, me, tick } = evidence
  const about = beliefs.filter(
    ({ status, claim }) => status === 'held' && claim !== null && 'agent' in claim && claim.agent === agent,
  )
  const exchanged = messages.filter(({ from, to }) => from === agent || (from === me && to.includes(agent)))
  const said = exchanged.filter(({ from }) => from === agent)
  return {
    agent,
    lastHeard: said.at(-1)?.tick ?? null,
    place: placeOf(about, tick),
    doing: doingOf(about, tick),
    knows: knowsOf(about, exchanged, evidence),
    believes: believedClaims(agent, exchanged),
    needs: countsOf('needs', about, tick),
    holds: countsOf('holds', about, tick),
    aboutMe: beliefsAboutMe(agent, exchanged, evidence),
    answering: answeringOf(agent, exchanged, evidence),
    intent: null,
  }
}

function doingOf(about: readonly Belief[], tick: number): Estimate<string> | null {
  const found = newest(about, 'doing')
  return found && { ...estimate(found.belief, tick, HALF_LIFE.doing), value: found.claim.task }
}

function placeOf(about: readonly Belief[], tick: number): Estimate<Position> | null {
  const found = newest(about, 'at')
  return found && { ...estimate(found.belief, tick, HALF_LIFE.place), value: found.claim.position }
}

function newest<Type extends Claim['type']>(about: readonly Belief[], type: Type) {
  const found = claimsOf(about, type).sort((a, b) => a.belief.tick - b.belief.tick)
  return found.at(-1) ?? null
}

function claimsOf<Type extends Claim['type']>(about: readonly Belief[], type: Type) {
  return about.flatMap((belief) => {
    const { claim } = belief
    return claim?.type === type ? [{ belief, claim: claim as Extract<Claim, { type: Type }> }] : []
  })
}

function countsOf(type: 'needs' | 'holds', about: readonly Belief[], tick: number) {
  return Object.fromEntries(
    claimsOf(about, type).map(({ belief, claim }) => [
      claim.item,
      { ...estimate(belief, tick, HALF_LIFE.items), value: claim.count },
    ]),
  )
}

/** What was told about a topic is known since, until the partner shows that it did not take it in. */
function knowsOf(
  about: readonly Belief[],
  exchanged: readonly Message[],
  { me, tick }: PartnerEvidence,
): PartnerModel['knows'] {
  const known = new Map<string, Estimate<boolean>>()
  for (const { belief, claim } of claimsOf(about, 'knows')) {
    const confidence = claim.knows
      ? belief.confidence
      : fade(belief.confidence, tick - belief.tick, HALF_LIFE.lack)
    known.set(claim.topic, { value: claim.knows, tick: belief.tick, confidence })
  }
  for (const { from, act, about: topics, tick: told } of exchanged) {
    if (from !== me || (act !== 'tell' && act !== 'correct')) continue
    for (const topic of topics) {
      if ((known.get(topic)?.tick ?? -1) > told) continue
      known.set(topic, { value: true, tick: told, confidence: TAKEN_IN })
    }
  }
  return Object.fromEntries(known)
}

/** How sure it is that a partner took in what it was told. */
const TAKEN_IN = 0.7

function estimate({ tick: since, confidence }: Belief, tick: number, halfLife: number) {
  return { tick: since, confidence: fade(confidence, tick - since, halfLife) }
}
