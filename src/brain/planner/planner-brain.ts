import type { Brain } from '../../core/brain.ts'
import type { Random } from '../../core/random.ts'
import { PlannerAuthor } from './planner-author.ts'
import { PlannerConverser } from './planner-converser.ts'
import { PlannerDescriber } from './planner-describer.ts'
import { PlannerInferrer } from './planner-inferrer.ts'
import { PlannerJudge } from './planner-judge.ts'
import { PlannerProposer } from './planner-proposer.ts'
import { PlannerReflector } from './planner-reflector.ts'
import { seedSources } from './seed-sources.ts'

export interface PlannerOptions {
  /** Chooses the direction in which a team's first agent goes when it has to look for something. */
  readonly random: Random
  /** The agent's place in its team, counted from 0: each looks in another direction first. */
  readonly place?: number
}

const DIRECTIONS = 4

/**
 * A brain that needs no model: it plans over what the agent believes and writes the code of its plans. Deterministic,
 * and without access to anything but the view that it is given.
 */
export function createPlannerBrain({ random, place = 0 }: PlannerOptions): Brain {
  const firstTurn = (random.fork('exploration').below(DIRECTIONS) + place) % DIRECTIONS
  const author = new PlannerAuthor(seedSources(), firstTurn)
  return {
    proposer: new PlannerProposer(),
    author,
    judge: new PlannerJudge(),
    describer: new PlannerDescriber(),
    reflector: new PlannerReflector(),
    converser: new PlannerConverser(author),
    inferrer: new PlannerInferrer(),
  }
}
