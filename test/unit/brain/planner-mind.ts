import { createPlannerBrain } from '../../../src/brain/planner/planner-brain.ts'
import type { Attempt } from '../../../src/core/attempt.ts'
import type { Belief } from '../../../src/core/belief.ts'
import type { Authored, MindView } from '../../../src/core/brain.ts'
import type { Claim } from '../../../src/core/claim.ts'
import type { Task } from '../../../src/core/desire.ts'
import type { Episode } from '../../../src/core/episode.ts'
import type { Goal } from '../../../src/core/goal.ts'
import type { Percept } from '../../../src/core/percept.ts'
import { createRandom } from '../../../src/core/random.ts'
import type { Skill } from '../../../src/core/skill.ts'
import { VolatileSkills } from '../../../src/memory/volatile-skills.ts'
import { createKnowledge } from '../../../src/mind/create-knowledge.ts'
import { innateClaims } from '../../../src/mind/innate-knowledge.ts'
import { grantedClaims, type KnowledgeSpec } from '../../../src/mind/knowledge-spec.ts'
import { examplePercept, exampleTask } from '../../support/examples.ts'
import type { SymbolicWorld } from './symbolic-world.ts'

/** All that is true in the tests' worlds. */
export const TRUTH = innateClaims('1.21.4')

export const brain = createPlannerBrain({ random: createRandom(1) })

export interface PlannerMindOptions {
  readonly knowledge?: KnowledgeSpec
  readonly claims?: readonly Claim[]
  readonly beliefs?: readonly Belief[]
  readonly percept?: Partial<Percept>
  readonly tasks?: readonly Task[]
  readonly skills?: readonly Skill[]
}

export function plannerView(options: PlannerMindOptions = {}): MindView {
  const { beliefs = [], tasks = [], skills = [] } = options
  const library = new VolatileSkills()
  for (const skill of skills) library.set(skill)
  const granted = options.claims ?? grantedClaims(TRUTH, options.knowledge ?? 'expert')
  return {
    agent: 'Ada',
    percept: examplePercept(options.percept),
    beliefs,
    knowledge: createKnowledge(granted, beliefs),
    skills: library,
    tasks,
    teammates: ['Ben'],
    partners: [],
    perspective: null,
  }
}

export function author(
  view: MindView,
  goal: Goal,
  attempts: readonly Attempt[] = [],
  episodes: readonly Episode[] = [],
): Promise<Authored> {
  const recollection = { skills: [], episodes, facts: [] }
  return brain.author.author(view, { task: exampleTask({ goal, text: 'the task' }), recollection, attempts })
}

/** Fails when the author is blocked. */
export async function written(
  view: MindView,
  goal: Goal,
  attempts: readonly Attempt[] = [],
  episodes: readonly Episode[] = [],
): Promise<Extract<Authored, { type: 'skill' }>> {
  const authored = await author(view, goal, attempts, episodes)
  if (authored.type === 'blocked') throw new Error(`The author is blocked: ${authored.reason}`)
  return authored
}

/** Runs what an author wrote, with the library skills that it calls, in a symbolic world. */
export function runWritten(
  world: SymbolicWorld,
  { draft, arguments: values }: Extract<Authored, { type: 'skill' }>,
  library: readonly Skill[] = [],
) {
  const others = library.filter((skill) => skill.name !== draft.name)
  return world.run([...others, draft], draft.name, values)
}

/** A draft as a skill of the library. */
export function learned({ draft }: Extract<Authored, { type: 'skill' }>): Skill {
  return {
    ...draft,
    calls: draft.calls.map((name) => ({ name, version: 1 })),
    version: 1,
    status: 'provisional',
    provenance: { author: 'Ada', task: 'test', run: 'test', tick: 0 },
    statistics: { runs: 1, successes: 1, lastTick: 0 },
  }
}
