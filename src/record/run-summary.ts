import type { AgentId } from '../core/agent-id.ts'
import type { Goal } from '../core/goal.ts'
import type { ItemCounts } from '../core/item-counts.ts'
import type { Skill } from '../core/skill.ts'
import type { AgentReplay, TrialState } from './agent-replay.ts'
import { countHandovers, type Handovers } from './count-handovers.ts'
import type { ModelUsage, TaskCost } from './model-usage.ts'
import type { RunReplay } from './replay.ts'
import { skillDepth } from './skill-depth.ts'
import type { TalkSummary } from './talk-account.ts'

/**
 * What came of a run. `kithcraft run --json` prints it as one JSON object, so its names are stable: fields may be added,
 * none is renamed or removed within a major version.
 */
export interface RunSummary {
  readonly run: string
  /** Absolute path of the run directory; null for a run that was not kept. */
  readonly directory: string | null
  readonly goal: Goal | null
  readonly reached: boolean
  /** Why the run ended; null while it goes on or when it was cut off. */
  readonly reason: string | null
  /** Length of the run in game ticks, 20 a second. */
  readonly ticks: number
  /** False when a wall-clock or memory limit decided an attempt, so that the same seed may give another run. */
  readonly reproducible: boolean
  readonly agents: Readonly<Record<AgentId, AgentSummary>>
}

export interface AgentSummary {
  readonly reached: boolean
  readonly reason: string | null
  /** How many tasks ended in which way. */
  readonly tasks: {
    readonly done: number
    readonly setAside: number
    readonly givenUp: number
    readonly open: number
  }
  /** `rejected` ones failed the static check and did not run; they count as failed too. */
  readonly attempts: {
    readonly total: number
    readonly succeeded: number
    readonly failed: number
    readonly rejected: number
    /** Those that used a library skill as it was. */
    readonly reused: number
  }
  /** Skills that were admitted to the library in this run, newest version of each name. */
  readonly skillsLearned: readonly LearnedSkill[]
  /** Names of library skills that an attempt used as they were, or that its code called. */
  readonly skillsReused: readonly string[]
  /** New code, counted once however often it ran. */
  readonly codeWritten: { readonly skills: number; readonly lines: number }
  readonly handovers: Handovers
  readonly messagesSent: number
  readonly messagesReceived: number
  readonly talk: TalkSummary
  /** Held beliefs by where they come from, and those that were given up. */
  readonly beliefs: {
    readonly seen: number
    readonly told: number
    readonly inferred: number
    readonly innate: number
    readonly refuted: number
  }
  /** What it asked of language models; null when it asked nothing. */
  readonly models: ModelSummary | null
  readonly deaths: number
  /** As last seen; empty before the first look. */
  readonly inventory: ItemCounts
}

export interface ModelSummary {
  readonly calls: number
  readonly inputTokens: number
  readonly outputTokens: number
  /** US dollars; null where the team file names no price for a model. */
  readonly cost: number | null
  /** Calls that gave nothing usable, by the reason, such as `rate-limited` or `unusable`. */
  readonly failures: Readonly<Record<string, number>>
  /** The model and what its provider's last failure was, for people; null where none failed. */
  readonly lastFailure: string | null
  readonly tasks: {
    /** Tasks done with the help of a model. */
    readonly done: number
    /** All input tokens, also those of tasks that failed, for each task that was done. */
    readonly inputTokens: number | null
    /** Input tokens of a task that took one new piece of code, from the task before it to its end. */
    readonly firstTry: number | null
  }
}

export interface LearnedSkill {
  readonly name: string
  readonly version: number
  readonly status: Skill['status']
  readonly description: string
  /** How it did from another start; null where it was not to be tried. */
  readonly trial: TrialState | null
  /** 1 for a skill that calls no other, else one more than the deepest that it calls. */
  readonly depth: number
}

export function summarizeRun(replay: RunReplay, directory: string | null): RunSummary {
  const agents = [...replay.agents.values()]
  const outcomes = agents.flatMap((agent) => [...agent.attempts.values()].map((attempt) => attempt.outcome))
  return {
    run: replay.run,
    directory,
    goal: replay.goal,
    reached: replay.end?.reached ?? false,
    reason: replay.end?.reason ?? null,
    ticks: replay.tick,
    reproducible: outcomes.every((outcome) => outcome?.reproducible ?? true),
    agents: Object.fromEntries(agents.map((agent) => [agent.name, summarizeAgent(agent)])),
  }
}

function summarizeAgent(agent: AgentReplay): AgentSummary {
  return {
    reached: agent.end?.reached ?? false,
    reason: agent.end?.reason ?? null,
    tasks: countTasks(agent),
    attempts: countAttempts(agent),
    skillsLearned: learnedSkills(agent),
    skillsReused: reusedSkills(agent),
    codeWritten: writtenCode(agent),
    handovers: countHandovers([...agent.attempts.values()].flatMap(({ outcome }) => outcome?.trace ?? [])),
    messagesSent: agent.sent.length,
    messagesReceived: agent.received.length,
    talk: agent.talk.summary(),
    beliefs: countBeliefs(agent),
    models: summarizeModels(agent.models),
    deaths: agent.deaths,
    inventory: agent.state?.inventory ?? {},
  }
}

function countTasks(agent: AgentReplay): AgentSummary['tasks'] {
  const tasks = [...agent.tasks.values()]
  const count = (status: string) => tasks.filter((task) => task.status === status).length
  return {
    done: count('done'),
    setAside: count('set-aside'),
    givenUp: count('given-up'),
    open: count('open'),
  }
}

function countAttempts(agent: AgentReplay): AgentSummary['attempts'] {
  const attempts = [...agent.attempts.values()]
  const ended = attempts.filter((attempt) => attempt.endTick !== null)
  return {
    total: attempts.length,
    succeeded: ended.filter((attempt) => attempt.success).length,
    failed: ended.filter((attempt) => !attempt.success).length,
    rejected: ended.filter((attempt) => attempt.outcome === null).length,
    reused: attempts.filter((attempt) => attempt.reused).length,
  }
}

function learnedSkills(agent: AgentReplay): readonly LearnedSkill[] {
  const admitted = [...agent.admitted]
    .map((key) => agent.skills.get(key))
    .filter((skill) => skill !== undefined)
  const newest = new Map(admitted.map((skill) => [skill.name, skill]))
  return [...newest.values()].map((skill) => ({
    name: skill.name,
    version: skill.version,
    status: skill.status,
    description: skill.description,
    trial: agent.trials.get(`${skill.name}@${skill.version}`) ?? null,
    depth: skillDepth(skill, agent.skills),
  }))
}

/** Library skills that were run again: by an attempt as they are, or called by the code of one. */
function reusedSkills(agent: AgentReplay): readonly string[] {
  const libraryNames = new Set([...agent.skills.values()].map((skill) => skill.name))
  const reused = new Set<string>()
  for (const attempt of agent.attempts.values()) {
    if (attempt.reused) reused.add(attempt.skill)
    for (const entry of attempt.outcome?.trace ?? []) {
      const called = entry.type === 'skill' && entry.phase === 'entered' && entry.name !== attempt.skill
      if (called && libraryNames.has(entry.name)) reused.add(entry.name)
    }
  }
  return [...reused].sort()
}

function writtenCode(agent: AgentReplay): AgentSummary['codeWritten'] {
  const fresh = [...agent.attempts.values()].filter((attempt) => !attempt.reused)
  const sources = new Set(fresh.map((attempt) => attempt.source))
  const lines = [...sources].flatMap((source) => source.split('\n')).filter((line) => line.trim() !== '')
  return { skills: sources.size, lines: lines.length }
}

function summarizeModels(usage: ModelUsage): ModelSummary | null {
  const { calls, inputTokens, outputTokens, cost, failures, lastFailure, tasks } = usage
  if (calls === 0) return null
  return {
    calls,
    inputTokens,
    outputTokens,
    cost,
    failures: Object.fromEntries([...failures].sort(([a], [b]) => (a < b ? -1 : 1))),
    lastFailure,
    tasks: {
      done: tasks.length,
      inputTokens: tasks.length === 0 ? null : Math.round(inputTokens / tasks.length),
      firstTry: meanTokens(tasks.filter(({ written }) => written === 1)),
    },
  }
}

function meanTokens(tasks: readonly TaskCost[]): number | null {
  if (tasks.length === 0) return null
  return Math.round(tasks.reduce((sum, { inputTokens }) => sum + inputTokens, 0) / tasks.length)
}

function countBeliefs(agent: AgentReplay): AgentSummary['beliefs'] {
  const beliefs = [...agent.beliefs.values()]
  const held = (source: string) =>
    beliefs.filter((belief) => belief.status === 'held' && belief.source.type === source).length
  return {
    seen: held('seen'),
    told: held('told'),
    inferred: held('inferred'),
    innate: held('innate'),
    refuted: beliefs.filter((belief) => belief.status === 'refuted').length,
  }
}
