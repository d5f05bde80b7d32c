import type { AgentId } from '../core/agent-id.ts'
import type { BeliefDraft } from '../core/belief.ts'
import type { AttemptLimits, Body, TrialGround } from '../core/body.ts'
import type { Brain } from '../core/brain.ts'
import type { CallLedger } from '../core/call-ledger.ts'
import type { Channel, Mailbox } from '../core/channel.ts'
import type { Claim } from '../core/claim.ts'
import type { Clock } from '../core/clock.ts'
import type { DueTrial } from '../core/due-trial.ts'
import type { Faculties } from '../core/faculties.ts'
import type { Goal } from '../core/goal.ts'
import type { JournalEntry } from '../core/journal.ts'
import type { AgentMemory } from '../core/memory.ts'
import type { MemoryBudget } from '../core/memory-budget.ts'
import type { PlayerRights } from '../core/player-rights.ts'
import type { CheckSkill } from '../core/program.ts'
import type { RunEvent } from '../core/run-event.ts'
import type { ClosingTime } from './closing-time.ts'
import type { ThinkingTime } from './thinking-time.ts'

/** Everything that one agent is made of. Built by the composition root; steps read it and never change it. */
export interface Mind {
  readonly agent: AgentId
  readonly teammates: readonly AgentId[]
  /** Id of the run, for provenance. */
  readonly run: string
  /** What the team was started for; null to let the curriculum choose freely. */
  readonly goal: Goal | null
  /**
   * Set when the team reaches the goal together, dividing it: `all` when the belongings and deeds of all count together,
   * `any` when one agent is to reach it with the help of the others. Left out where each reaches it by itself.
   */
  readonly together?: 'all' | 'any'
  /** What the agent was born knowing. */
  readonly innate: readonly Claim[]
  /** Whether `innate` is all that the game's data holds. */
  readonly innateIsFull: boolean
  /** What the agent has read before it starts, in the documents that its team was given. */
  readonly read: readonly BeliefDraft[]
  readonly limits: MindLimits
  /** Whether `bot.chat` of its skills reaches the game. */
  readonly gameChat: boolean
  /** Seeds the `Math.random` of its skill code. */
  readonly seed: string
  readonly brain: Brain
  /** Where its brain notes the model calls of each thought. */
  readonly calls: CallLedger
  readonly thinking: ThinkingTime
  readonly faculties: Faculties
  /** What people in the game may do. */
  readonly players: readonly PlayerRights[]
  readonly body: Body
  readonly memory: AgentMemory
  readonly mailbox: Mailbox
  readonly channel: Channel
  readonly clock: Clock
  readonly check: CheckSkill
  /** Where skills are tried from another start; null on a server that is not ours. */
  readonly trials: TrialGround | null
  /** Trials of its skills that were due when an earlier part of the run ended; left out where there are none. */
  readonly untried?: readonly DueTrial[]
  /** When all agents of the team have ended their work; left out where nobody keeps count. */
  readonly closing?: ClosingTime
  /**
   * Writes the event to the journal, where recorder and page see it.
   *
   * @param wall what goes with it that is no function of seed and input
   */
  readonly record: (event: RunEvent, wall?: JournalEntry['wall']) => JournalEntry
  /** Aborts when the run ends. */
  readonly signal: AbortSignal
}

export interface MindLimits {
  readonly attempt: AttemptLimits
  readonly attemptsPerStep: number
  /** Questions that may be asked after a failure. */
  readonly communicationRounds: number
  /** How long to wait for each answer, in ticks. */
  readonly answerTicks: number
  /** Beyond it memories are forgotten. */
  readonly memory: MemoryBudget
}
