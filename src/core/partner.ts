import type { AgentId } from './agent-id.ts'
import type { Claim } from './claim.ts'
import type { Grounds } from './grounds.ts'
import type { Position } from './position.ts'

/** Something thought about a partner that may be out of date. */
export interface Estimate<T> {
  readonly value: T
  /** When it was learned. */
  readonly tick: number
  /** 0 to 1, what time has worn off taken away. */
  readonly confidence: number
}

/** A claim that a partner is thought to hold true. */
export interface BelievedClaim {
  readonly claim: Claim
  readonly tick: number
  /** It vouched for it, goes by it without vouching, or was told it by this agent. */
  readonly because: 'vouched' | 'assumed' | 'told'
  /** How it says that it came to it. */
  readonly basis: Grounds['basis']
}

/** What a partner is thought to believe about the agent itself: second order. */
export interface BeliefsAboutMe {
  /** What it last heard that the agent works on. */
  readonly doing: Estimate<string> | null
  /** Topics that it knows the agent to know (true) or to lack (false). */
  readonly knows: Readonly<Record<string, Estimate<boolean>>>
  readonly holds: Readonly<Record<string, Estimate<number>>>
  readonly needs: Readonly<Record<string, Estimate<number>>>
  /** Where it last could see the agent. */
  readonly place: Estimate<Position> | null
}

/** How a partner answers: silence lowers what is expected of it. */
export interface Answering {
  readonly asked: number
  readonly answered: number
  /** Questions that it let pass without an answer. */
  readonly silent: number
  /** How likely the next question is answered, 0 to 1. */
  readonly expectation: number
}

/** What the partner is thought to take up next. */
export interface Intent {
  readonly task: string
  /** Any of them counts as what was meant. */
  readonly items: readonly string[]
  readonly tick: number
}

/** What an agent thinks of one of its partners: from what it says, from what it is seen doing, and from its silence. */
export interface PartnerModel {
  readonly agent: AgentId
  /** Null when nothing was ever heard of it. */
  readonly lastHeard: number | null
  readonly place: Estimate<Position> | null
  /** What it works on, in the task's words. */
  readonly doing: Estimate<string> | null
  /** Topics that it knows (true) or lacks (false). */
  readonly knows: Readonly<Record<string, Estimate<boolean>>>
  /** Newest last; of each subject the newest claim only. */
  readonly believes: readonly BelievedClaim[]
  readonly needs: Readonly<Record<string, Estimate<number>>>
  readonly holds: Readonly<Record<string, Estimate<number>>>
  readonly aboutMe: BeliefsAboutMe
  readonly answering: Answering
  readonly intent: Intent | null
}

/** A claim that a partner holds and that the agent holds to be false. */
export interface Misbelief {
  readonly believed: Claim
  /** What the agent holds instead; null where it only knows that it is not so. */
  readonly truth: Claim | null
}

/** A partner's side of a conversation, considered before speaking. */
export interface Perspective {
  readonly partner: AgentId
  /** Blocks that it is likely to see where it stands. */
  readonly sees: readonly string[]
  /** What it holds true already and need not be told. */
  readonly knowsAlready: readonly Claim[]
  /** Topics that it is thought to know, and to lack. */
  readonly knows: readonly string[]
  readonly lacks: readonly string[]
  readonly misbelieves: readonly Misbelief[]
  /** Items that it wants, with numbers. */
  readonly needs: Readonly<Record<string, number>>
  /** Items that it is thought to have. */
  readonly holds: Readonly<Record<string, number>>
}
