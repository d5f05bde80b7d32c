import { liveAgent } from '../../src/agent/agent.ts'
import type { Mind } from '../../src/agent/mind.ts'
import { InProcessChannel } from '../../src/channel/in-process-channel.ts'
import type { BeliefDraft } from '../../src/core/belief.ts'
import type { TrialGround } from '../../src/core/body.ts'
import type { Authored } from '../../src/core/brain.ts'
import { CallLedger } from '../../src/core/call-ledger.ts'
import type { TaskProposal } from '../../src/core/desire.ts'
import { ALL_FACULTIES, type Faculties } from '../../src/core/faculties.ts'
import type { Goal } from '../../src/core/goal.ts'
import { type MemoryBudget, NO_BUDGET } from '../../src/core/memory-budget.ts'
import type { Message } from '../../src/core/message.ts'
import type { RunEvent } from '../../src/core/run-event.ts'
import { VolatileMemory } from '../../src/memory/volatile-memory.ts'
import { VolatileJournal } from '../../src/record/volatile-journal.ts'
import { exampleDraft, examplePercept } from './examples.ts'
import { type FakeAct, FakeBody } from './fake-body.ts'
import { ManualClock } from './manual-clock.ts'
import { type BrainScript, scriptedBrain } from './scripted-brain.ts'

export const GOAL: Goal = { type: 'have', item: 'clay_ball', count: 3 }
export const PROPOSAL: TaskProposal = { text: 'Obtain 3 clay_ball', goal: GOAL, proposedBy: 'curriculum' }
export const CODE: Extract<Authored, { type: 'skill' }> = {
  type: 'skill',
  draft: exampleDraft(),
  arguments: [3],
  reused: null,
  dependsOn: [],
}
export const DROP: BeliefDraft = {
  kind: 'interaction',
  sentence: 'Clay gives clay balls.',
  claim: { type: 'drop', block: 'clay', items: ['clay_ball'] },
  source: { type: 'told', by: 'Ada', message: 'm' },
  confidence: 0.9,
}

export interface TeamPart {
  readonly trials?: TrialGround
  readonly act?: FakeAct
  readonly faculties?: Partial<Faculties>
  readonly budget?: MemoryBudget
  readonly check?: Mind['check']
  readonly memory?: Mind['memory']
  readonly innate?: Mind['innate']
}

/** Agents of one team that share clock, channel and journal. */
export class Team {
  readonly clock: ManualClock
  readonly journal = new VolatileJournal()
  readonly abort = new AbortController()
  readonly #channel: InProcessChannel

  constructor(clock = new ManualClock()) {
    this.clock = clock
    this.#channel = new InProcessChannel(clock)
  }

  add(agent: string, script: BrainScript, parts: TeamPart = {}) {
    const brain = scriptedBrain(script)
    const body = new FakeBody(parts.act ?? findClay)
    const mind: Mind = {
      agent,
      teammates: ['Ada', 'Ben'].filter((name) => name !== agent),
      run: 'run-1',
      goal: GOAL,
      innate: parts.innate ?? [],
      innateIsFull: false,
      read: [],
      limits: {
        attempt: { ticks: 600, fuel: 1000, turnMs: 1000, memoryMb: 128 },
        attemptsPerStep: 4,
        communicationRounds: 3,
        answerTicks: 100,
        memory: parts.budget ?? NO_BUDGET,
      },
      gameChat: false,
      seed: '1',
      brain,
      calls: new CallLedger(),
      thinking: 'freeze',
      faculties: { ...ALL_FACULTIES, ...parts.faculties },
      players: [],
      body,
      memory: parts.memory ?? new VolatileMemory(),
      mailbox: this.#channel.join(agent),
      channel: this.#channel,
      clock: this.clock,
      check: parts.check ?? (() => []),
      trials: parts.trials ?? null,
      record: (event) => this.journal.append(event, agent, this.clock.tick()),
      signal: this.abort.signal,
    }
    return { mind, body, brain, life: (more: Partial<Mind> = {}) => liveAgent({ ...mind, ...more }) }
  }

  events(type: RunEvent['type']): readonly RunEvent[] {
    return [...this.journal.entries()].map((entry) => entry.event).filter((event) => event.type === type)
  }

  /** What the agent has said so far. */
  messages(agent: string): readonly Message[] {
    return [...this.journal.entries()].flatMap(({ event }) =>
      event.type === 'message-sent' && event.message.from === agent ? [event.message] : [],
    )
  }
}

export function findClay(body: FakeBody) {
  body.percept = examplePercept({ inventory: { clay_ball: 3 } })
  return {}
}
