import { brainSettings, isPlannerOnly } from '../../brain/language/brain-settings.ts'
import { createLanguageBrain } from '../../brain/language/language-brain.ts'
import type { RolePlay } from '../../brain/language/roles/role-play.ts'
import { createPlannerBrain } from '../../brain/planner/planner-brain.ts'
import type { Brain } from '../../core/brain.ts'
import type { CallLedger } from '../../core/call-ledger.ts'
import type { Embedder } from '../../core/embedder.ts'
import type { ModelRole } from '../../core/model-call.ts'
import { createRandom } from '../../core/random.ts'
import { nameChecks } from '../../mind/name-checks.ts'
import type { TeamAgent, TeamFile } from '../team-schema.ts'
import type { TeamModels } from './team-models.ts'

export interface BrainParts {
  readonly team: TeamFile
  readonly agent: TeamAgent
  readonly seed: string
  readonly gameVersion: string
  /** Null where no agent of the team asks a language model. */
  readonly models: TeamModels | null
  readonly calls: CallLedger
  /** What texts are compared by meaning with; left out where words have to do. */
  readonly embedder?: Embedder | null
  readonly signal: AbortSignal
}

/** What the team file gives an agent to think with: the planner, language models, or some roles by each. */
export function createBrain({ team, agent, seed, gameVersion, models, ...rest }: BrainParts): Brain {
  const planner = createPlannerBrain({
    random: createRandom(`${team.seed}/${team.agents[0]?.name}`),
    place: team.agents.findIndex(({ name }) => name === agent.name),
  })
  if (isPlannerOnly(agent.brain, team.models)) return planner
  if (models === null) throw new Error(`The language models of "${agent.name}" have not been opened.`)
  const { pool, count, clock } = models
  const settings = brainSettings(agent.brain, team.models, team.budget.agent)
  const account = pool.accountOf(agent.name, settings.budget)
  const play = (role: ModelRole): RolePlay | null => {
    const [first, ...others] = settings.models(role)
    if (first === undefined) return null
    const promptTokens = pool.promptTokens([first, ...others])
    const model = pool.model([first, ...others], account)
    const { calls, signal } = rest
    const earlier = models.earlier.filter((call) => call.agent === agent.name && call.role === role)
    return { agent: agent.name, role, model, promptTokens, count, clock, note: calls.note, earlier, signal }
  }
  const { plannerTakesOver } = settings
  const names = nameChecks(gameVersion)
  return createLanguageBrain({
    play,
    planner,
    plannerTakesOver,
    names,
    embedder: rest.embedder ?? null,
    seed,
  })
}
