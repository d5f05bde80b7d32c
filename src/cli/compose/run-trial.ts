import type { Body, TrialRequest, TrialResult } from '../../core/body.ts'
import { checkGoal, type GoalEvidence } from '../../core/goal-holds.ts'
import { goalProgram } from '../../core/goal-program.ts'
import { outcomeEnding } from '../../core/outcome-ending.ts'

/**
 * Runs a skill with a bot that stands in a world of its own, and says whether its goal was false before and true
 * afterwards. The bot's name is the request's agent.
 *
 * @returns null where the goal held before the skill had run: from there it cannot show anything
 */
export async function runTrial(
  body: Body,
  request: TrialRequest,
  signal: AbortSignal,
): Promise<TrialResult | null> {
  const { agent } = request.attempt
  const before = await body.perceive(agent)
  const evidence = (percept: typeof before): GoalEvidence => ({
    percept,
    baseline: before.tally,
    blockAt: (position) => body.blockAt(agent, position),
    runCode: async (source) => {
      const outcome = await body.attempt({ ...request.attempt, program: goalProgram(source) }, signal)
      return outcome.status === 'completed' && outcome.value === true
    },
  })
  if ((await checkGoal(request.goal, evidence(before))).holds) return null
  const outcome = await body.attempt(request.attempt, signal)
  const check = await checkGoal(request.goal, evidence(await body.perceive(agent)))
  if (check.holds) return { held: true, reason: 'It held from another start.', outcome }
  const reason = outcome.error ? `: ${outcome.error.message}` : '.'
  const ending = `The skill ${outcomeEnding(outcome.status)}${reason}`
  return { held: false, reason: `${ending} Still missing: ${check.missing}.`, outcome }
}
