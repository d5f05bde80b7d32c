import { createBrain } from '../../src/cli/compose/create-brain.ts'
import type { ModelFiles, TeamModels } from '../../src/cli/compose/team-models.ts'
import type { Brain } from '../../src/core/brain.ts'
import { CallLedger, type HadThought } from '../../src/core/call-ledger.ts'
import { createKnowledge } from '../../src/mind/create-knowledge.ts'
import { innateClaims } from '../../src/mind/innate-knowledge.ts'
import { examplePercept, exampleView } from './examples.ts'
import { modelsOf, type ScriptedModel, teamFile } from './scripted-model.ts'

/** What an agent that knows the game sees with oaks beside it. */
export const viewByOaks = exampleView({
  percept: examplePercept({
    blocks: [{ name: 'oak_log', count: 4, nearest: { x: 3, y: 64, z: 0 }, distance: 3 }],
  }),
  knowledge: createKnowledge(innateClaims('1.21.4'), []),
})

/** A brain that asks models, with the ledger of its calls. */
export interface ModelBrain {
  readonly brain: Brain
  readonly calls: CallLedger
  readonly models: TeamModels
}

/** The brain of an agent whose team file has it like that. */
export async function modelBrain(
  brain: object,
  model: Pick<ScriptedModel, 'clock'>,
  files: Partial<ModelFiles> = {},
): Promise<ModelBrain> {
  const team = teamFile({ agents: [{ name: 'Ada', brain }] })
  const [agent] = team.agents
  if (agent === undefined) throw new Error('The team has an agent.')
  const calls = new CallLedger()
  const models = await modelsOf(team, model, files)
  const signal = new AbortController().signal
  const parts = { team, agent, seed: '1', gameVersion: '1.21.4', models, calls, signal }
  return { brain: createBrain(parts), calls, models }
}

/** What came of the calls of a thought. */
export function resultsOf({ calls }: HadThought<unknown>): readonly string[] {
  return calls.map(({ call }) => call.result)
}
