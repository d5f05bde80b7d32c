import type { AttemptRequest, Body } from '../../core/body.ts'
import { bindArguments, bindGoal } from '../../core/goal-binding.ts'
import { checkGoal } from '../../core/goal-holds.ts'
import { goalProgram } from '../../core/goal-program.ts'
import { assembleProgram } from '../../learn/assemble-program.ts'
import { VolatileMemory } from '../../memory/volatile-memory.ts'
import { startSimulation } from './simulation.ts'
import type { RunSkill, SkillRunOptions, SkillRunResult } from './skill-run.ts'
import { joinTeam, startBody } from './start-body.ts'

/** Name of the bot that runs a recorded skill. */
const RUNNER = 'Kith'

/** A world of ours is simulated, as fast as the machine can; a server is joined in real time. */
export const runSkill: RunSkill = async (options) => {
  const { place } = options
  if (place.type === 'server') {
    const body = startBody(place.server, [RUNNER], null)
    try {
      return await runWith(body, options)
    } finally {
      await body.close()
    }
  }
  const simulation = await startSimulation(place)
  try {
    return await simulation.clock.until(runWith(simulation.body, options))
  } finally {
    await simulation.close()
    simulation.clock.uninstall()
  }
}

async function runWith(body: Body, options: SkillRunOptions): Promise<SkillRunResult> {
  const { skill, signal, log } = options
  await joinTeam(body, [RUNNER])
  const before = await body.perceive(RUNNER)
  log(`Running ${skill.name} version ${skill.version}.`)
  const outcome = await body.attempt(attemptRequest(options), signal)
  if (skill.postcondition === null) return { outcome, held: outcome.status === 'completed', missing: '' }
  const goal = bindGoal(skill.postcondition, bindArguments(skill.parameters, options.arguments))
  const check = await checkGoal(goal, {
    percept: await body.perceive(RUNNER),
    baseline: before.tally,
    blockAt: (position) => body.blockAt(RUNNER, position),
    runCode: async (source) => {
      const judged = await body.attempt({ ...attemptRequest(options), program: goalProgram(source) }, signal)
      return judged.status === 'completed' && judged.value === true
    },
  })
  return { outcome, held: check.holds, missing: check.missing }
}

function attemptRequest({ skill, library, limits, arguments: values }: SkillRunOptions): AttemptRequest {
  const memory = new VolatileMemory()
  memory.apply(
    0,
    library.map((known) => ({ type: 'skill-set', skill: known })),
  )
  return {
    agent: RUNNER,
    attempt: `replay-${skill.name}`,
    program: assembleProgram(skill, skill.calls, values, memory.skills).program,
    knowledge: { scope: 'full' },
    limits,
    seed: skill.name,
    gameChat: false,
  }
}
