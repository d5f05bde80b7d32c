import type { MindView } from '../core/brain.ts'
import { errorMessage } from '../core/errors.ts'
import { forget } from '../mind/forget.ts'
import { Acquaintances } from './acquaintances.ts'
import { Attention } from './attention.ts'
import { endsWaiting, isAboutOwnPromise } from './collaboration/awaited-news.ts'
import { Commitments } from './collaboration/commitments.ts'
import { SharedWork } from './collaboration/shared-work.ts'
import { introduce } from './collaboration/team-goal.ts'
import { Interruption } from './interruption.ts'
import type { Mind } from './mind.ts'
import { isOrder } from './people.ts'
import { perceive } from './perceive.ts'
import { startResponder } from './responder.ts'
import { type StepResult, step, type Worker } from './step.ts'
import { StepDraft } from './step-draft.ts'
import { takeVerifications } from './take-verifications.ts'
import { thinkingMind } from './thinking-mind.ts'
import { takeUpTrials } from './try-elsewhere.ts'
import { Verifications } from './verification.ts'
import { Voice } from './voice.ts'

/** How an agent's work ended. */
export interface AgentResult {
  readonly reached: boolean
  readonly reason: string
}

/** After this many tasks in a row that failed without anything learned, an agent has no way on. */
const FAILURES_IN_A_ROW = 6

/** Between two looks at whether anybody wants anything of an agent whose own work is done, in ticks. */
const SERVICE_TICKS = 20

/**
 * Lives one agent's life in a run: steps until its goal is reached, nothing is left to try or the run ends. It goes on
 * answering questions after its own work is done, brings what it promises and does what people ask it to, until the run's
 * signal aborts.
 *
 * @param firstStep number of the first commit, which counts on when a run is resumed
 * @param onService gets what settles when the agent has stopped serving others too
 */
export async function liveAgent(
  mind: Mind,
  firstStep = 1,
  onService: (end: Promise<void>) => void = () => {},
): Promise<AgentResult> {
  const life = new Life(mind, firstStep)
  const stop = startResponder(mind, life)
  mind.signal.addEventListener('abort', stop, { once: true })
  const result = await life.work()
  mind.record({ type: 'agent-finished', ...result })
  onService(life.serve(result))
  return result
}

class Life implements Worker {
  readonly mind: Mind
  readonly attention: Attention
  readonly verifications: Verifications
  readonly voice: Voice
  readonly acquaintances: Acquaintances
  readonly interruption = new Interruption()
  readonly commitments: Commitments
  readonly sharedWork = new SharedWork()
  /** The state that partners are answered from; null before the first commit. */
  committed: MindView | null = null
  isAtWork = true
  #nextStep: number

  constructor(mind: Mind, firstStep: number) {
    this.attention = new Attention(mind.clock, mind.agent)
    this.mind = thinkingMind(mind, this.attention)
    this.verifications = new Verifications(this.mind, () => this.#takeTrialsWhileWaiting())
    this.commitments = new Commitments(mind.agent, this.interruption)
    this.voice = new Voice(this.mind)
    mind.mailbox.onArrival((message) => {
      if (mind.teammates.includes(message.from) && this.sharedWork.hear(message))
        this.interruption.raise(`${message.from} has done a part of the work.`)
      if (this.committed !== null && mind.faculties.talk && endsWaiting(message, this.committed))
        this.interruption.raise(`${message.from} is not waited for any more.`)
      return false
    })
    this.acquaintances = new Acquaintances(this.mind, this.voice.correspondence)
    this.#nextStep = firstStep
  }

  async work(): Promise<AgentResult> {
    try {
      await this.#settleIn()
      const result = await this.#stepUntilDone()
      this.mind.closing?.endWork(this.mind.agent)
      await this.#finishTrials()
      return result
    } catch (error) {
      this.isAtWork = false
      if (this.mind.signal.aborted) return { reached: false, reason: 'The run ended first.' }
      return { reached: false, reason: errorMessage(error) }
    } finally {
      this.mind.closing?.endWork(this.mind.agent)
      this.attention.end()
    }
  }

  /** Is there for others until the run ends. Does nothing after a failure of its own. */
  async serve(result: AgentResult): Promise<void> {
    const { clock, signal, mailbox } = this.mind
    let isOrdered = false
    mailbox.onArrival((message) => {
      isOrdered ||= isOrder(this.mind, message) || isAboutOwnPromise(message, this.mind.agent)
      return false
    })
    try {
      while (this.isAtWork) {
        await this.attention.during(() => clock.wait(SERVICE_TICKS, signal))
        if (!isOrdered && !this.commitments.arePending) continue
        isOrdered = false
        while ((await step(this, 'service')).type !== 'waited') signal.throwIfAborted()
      }
    } catch (error) {
      const reason = `${result.reason} It can be there for others no longer: ${errorMessage(error)}`
      if (!signal.aborted) this.mind.record({ type: 'agent-finished', ...result, reason })
    } finally {
      this.isAtWork = false
      this.attention.end()
    }
  }

  commit(draft: StepDraft): void {
    for (const message of this.voice.takeUnnoted()) draft.note(message)
    const { memory, limits } = this.mind
    for (const change of forget(memory, limits.memory, draft.percept.tick)) draft.forget(change)
    if (draft.changes.length > 0) {
      const entry = this.mind.record({
        type: 'step-committed',
        step: this.#nextStep++,
        changes: [...draft.changes],
      })
      this.mind.memory.apply(entry.sequence, draft.changes)
    }
    this.committed = draft.view()
  }

  /**
   * A trial that ends while the agent waits counts at once, in a commit of its own: an attempt may take minutes. At other
   * times the next step takes it.
   */
  #takeTrialsWhileWaiting(): void {
    if (!this.attention.isWaiting || this.committed === null) return
    const draft = new StepDraft(this, this.committed.percept)
    takeVerifications(this, draft)
    this.commit(draft)
  }

  /** Takes a first look and keeps what it has read, so that partners can be answered before the first task is done. */
  async #settleIn(): Promise<void> {
    const draft = new StepDraft(this, await perceive(this.mind, this.attention))
    draft.learn(this.mind.read)
    takeUpTrials(this, draft)
    this.commit(draft)
    await introduce(this, draft)
  }

  async #stepUntilDone(): Promise<AgentResult> {
    let failures = 0
    while (failures < FAILURES_IN_A_ROW) {
      this.mind.signal.throwIfAborted()
      const result = await step(this)
      if (result.type === 'goal-reached') return { reached: true, reason: 'The goal is reached.' }
      if (result.type === 'nothing-to-do') return { reached: false, reason: this.#whyStuck() }
      if (result.type === 'task-ended') failures = isProgress(result) ? 0 : failures + 1
    }
    return { reached: false, reason: `${FAILURES_IN_A_ROW} tasks in a row failed. ${this.#whyStuck()}` }
  }

  #whyStuck(): string {
    const last = this.mind.memory.tasks.all().findLast((task) => task.status === 'given-up')
    return last === undefined
      ? 'Nothing is left to want.'
      : `Nothing is left to try: ${last.reason ?? last.text}`
  }

  /** Waits for the trials of the last skills and keeps what they show. */
  async #finishTrials(): Promise<void> {
    await this.attention.during(() => {
      this.#takeTrialsWhileWaiting()
      return this.verifications.settled()
    })
  }
}

function isProgress(result: Extract<StepResult, { type: 'task-ended' }>): boolean {
  return result.task.status !== 'given-up'
}
