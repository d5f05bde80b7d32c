import { ClosingTime } from '../../agent/closing-time.ts'
import type { Mind } from '../../agent/mind.ts'
import { type PersonRoles, withPerson } from '../../brain/human/with-person.ts'
import type { AttemptLimits, Body, TrialGround } from '../../core/body.ts'
import { CallLedger } from '../../core/call-ledger.ts'
import type { Channel } from '../../core/channel.ts'
import type { Clock } from '../../core/clock.ts'
import type { DueTrial } from '../../core/due-trial.ts'
import type { Embedder } from '../../core/embedder.ts'
import type { AgentMemory } from '../../core/memory.ts'
import { documentBeliefs } from '../../mind/document-beliefs.ts'
import { gameNames } from '../../mind/game-names.ts'
import { innateClaims } from '../../mind/innate-knowledge.ts'
import { grantedClaims } from '../../mind/knowledge-spec.ts'
import { startingBeliefs } from '../../mind/starting-beliefs.ts'
import type { Recorder } from '../../record/recorder.ts'
import { createCheckSkill } from '../../sandbox/create-check-skill.ts'
import { readDocuments } from '../read-documents.ts'
import type { TeamAgent, TeamFile, TeamLimits } from '../team-schema.ts'
import { createBrain } from './create-brain.ts'
import type { TeamModels } from './team-models.ts'

/** What the minds of a team share. */
export interface TeamParts {
  readonly team: TeamFile
  /** Id of the run. */
  readonly run: string
  /** The Minecraft version whose recipes and rules the agents know. */
  readonly gameVersion: string
  readonly body: Body
  readonly channel: Channel
  readonly clock: Clock
  readonly recorder: Recorder
  readonly trials: TrialGround | null
  /** Left out where no agent of the team asks a language model. */
  readonly models?: TeamModels | null
  /** What texts are compared by meaning with; left out where words have to do. */
  readonly embedder?: Embedder | null
  readonly memoryOf: (agent: string) => AgentMemory
  readonly signal: AbortSignal
  /** Trials that an earlier part of the run left; left out where nothing is carried on. */
  readonly untried?: ReadonlyMap<string, readonly DueTrial[]>
  /** Who plays which roles at the keyboard; null when nobody does. */
  readonly person: PersonRoles | null
}

/** The minds of a team, each with its own memory, knowledge and brain. Mailboxes are open when it returns. */
export function createMinds(parts: TeamParts): readonly Mind[] {
  const full = innateClaims(parts.gameVersion)
  const names = gameNames(parts.gameVersion)
  const read = readDocuments(parts.team.documents).flatMap((document) => documentBeliefs(document, names))
  const closing = new ClosingTime(parts.team.agents.map(({ name }) => name))
  return parts.team.agents.map((agent) => {
    const innate = grantedClaims(full, agent.knowledge)
    const mind = createMind(parts, agent)
    // Who goes on from before has made up its mind since.
    const isNew = mind.memory.facts.issued() === 0
    const planted = isNew && innate !== full ? startingBeliefs(innate) : []
    return { ...mind, innate, innateIsFull: innate === full, read: [...planted, ...read], closing }
  })
}

function createMind(parts: TeamParts, agent: TeamAgent): Omit<Mind, 'innate' | 'innateIsFull' | 'read'> {
  const { team, gameVersion, clock, recorder, models = null, embedder = null, signal } = parts
  const calls = new CallLedger()
  const seed = `${team.seed}/${agent.name}`
  return {
    agent: agent.name,
    teammates: team.agents.map(({ name }) => name).filter((name) => name !== agent.name),
    run: parts.run,
    goal: team.goal,
    ...(team.shared && { together: team.until === 'any' ? 'any' : 'all' }),
    limits: { ...mindLimits(team.limits), memory: team.memory.budget },
    gameChat: team.gameChat,
    seed,
    brain: withPerson(
      createBrain({ team, agent, seed, gameVersion, models, calls, embedder, signal }),
      parts.person,
    ),
    calls,
    thinking: team.thinking,
    faculties: agent.faculties,
    players: team.players,
    body: parts.body,
    memory: parts.memoryOf(agent.name),
    mailbox: parts.channel.join(agent.name),
    channel: parts.channel,
    clock,
    check: createCheckSkill(),
    trials: parts.trials,
    untried: parts.untried?.get(agent.name) ?? [],
    record: recorder.of(agent.name),
    signal,
  }
}

function mindLimits(limits: TeamLimits): Omit<Mind['limits'], 'memory'> {
  return {
    attempt: attemptLimits(limits),
    attemptsPerStep: limits.attemptsPerStep,
    communicationRounds: limits.communicationRounds,
    answerTicks: limits.answerTicks,
  }
}

export function attemptLimits({ attemptTicks, fuel, turnMs, memoryMb }: TeamLimits): AttemptLimits {
  return { ticks: attemptTicks, fuel, turnMs, memoryMb }
}
