import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { guessTokens } from '../../src/brain/language/model/count-tokens.ts'
import { cycledFaults } from '../../src/brain/language/server/faults.ts'
import { createModelServer } from '../../src/brain/language/server/model-server.ts'
import { createPlannerAnswers } from '../../src/brain/language/server/planner-answers.ts'
import { createPlannerBrain } from '../../src/brain/planner/planner-brain.ts'
import { createBrain } from '../../src/cli/compose/create-brain.ts'
import type { TeamModels } from '../../src/cli/compose/team-models.ts'
import type { TeamFile } from '../../src/cli/team-schema.ts'
import type { Brain } from '../../src/core/brain.ts'
import { CallLedger } from '../../src/core/call-ledger.ts'
import { createRandom } from '../../src/core/random.ts'
import { createKnowledge } from '../../src/mind/create-knowledge.ts'
import { listenOnLoopback } from '../../src/web/listen-on-loopback.ts'
import { isLocalRequest } from '../../src/web/local-request.ts'
import { QuickModelClock } from '../support/quick-model-clock.ts'
import { modelsOf, scriptedBrainAt, teamFile } from '../support/scripted-model.ts'
import { CLAY, describeBrain } from './brain.ts'

/** A model that knows what the suite's mind knows. */
const server = createModelServer({
  model: 'planner',
  answer: createPlannerAnswers({
    planner: createPlannerBrain({ random: createRandom(1) }),
    knowledge: () => createKnowledge(CLAY, []),
  }),
  faults: cycledFaults([]),
  forms: ['tool'],
  count: guessTokens,
  accepts: isLocalRequest,
  report: () => {},
})
let team: TeamFile
let models: TeamModels

beforeAll(async () => {
  const url = `http://127.0.0.1:${await listenOnLoopback(server, 0, 'the test')}/v1`
  team = teamFile({ agents: [{ name: 'Ada', brain: scriptedBrainAt(url) }] })
  models = await modelsOf(team, { clock: new QuickModelClock() })
})
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

function languageBrain(): Brain {
  const [agent] = team.agents
  if (agent === undefined) throw new Error('The team has an agent.')
  const signal = new AbortController().signal
  return createBrain({
    team,
    agent,
    seed: '1',
    gameVersion: '1.21.4',
    models,
    calls: new CallLedger(),
    signal,
  })
}

describeBrain('The language brain, over HTTP,', languageBrain)

describe('The scripted model', () => {
  test('refuses pages of other sites', async () => {
    const { url } = (team.agents[0]?.brain ?? {}) as { url: string }
    const refused = await fetch(`${url}/models`, { headers: { origin: 'http://evil.example' } })
    expect(refused.status).toBe(403)
    const models = await fetch(`${url}/models`)
    expect(await models.json()).toMatchObject({ data: [{ id: 'planner' }] })
  })
})
