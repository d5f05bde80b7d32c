import { brainSettings, choicesOf } from '../brain/language/brain-settings.ts'
import {
  type BrainSpec,
  type ModelSpec,
  resolveChoice,
  type TeamBudget,
} from '../brain/language/model/model-spec.ts'
import { priceOf } from '../brain/language/model-pool.ts'
import { type DocumentIssue, formatKeyPath } from './document-issues.ts'

/** The part of a team file that says what its agents think with. */
export interface TeamBrains {
  readonly models: Readonly<Record<string, ModelSpec>>
  readonly budget: TeamBudget
  readonly agents: readonly { readonly name: string; readonly brain: BrainSpec }[]
}

/** Choices that stand for no model, and limits on money for models without a price. */
export function brainIssues(team: TeamBrains): readonly DocumentIssue[] {
  const unknown = team.agents.flatMap(({ brain }, index) =>
    choicesOf(brain).flatMap(({ path, choice }) => {
      const resolved = resolveChoice(choice, team.models)
      if (resolved.type !== 'unknown') return []
      const place = ['agents', index, 'brain', ...path]
      const shown = typeof choice === 'string' ? choice : `${choice.provider}/${choice.model}`
      return [{ path: place, message: `"${formatKeyPath(place)}" is "${shown}": ${resolved.reason}` }]
    }),
  )
  return unknown.length > 0 ? unknown : priceIssues(team)
}

function priceIssues({ models, budget, agents }: TeamBrains): readonly DocumentIssue[] {
  const isShared = budget.run.money !== undefined || budget.session.money !== undefined
  return agents.flatMap(({ brain }, index) => {
    const settings = brainSettings(brain, models, budget.agent)
    const free = settings.all.find((spec) => priceOf(spec) === undefined)
    if (free === undefined || (!isShared && settings.budget.money === undefined)) return []
    const path = ['agents', index, 'brain']
    const message =
      `"${formatKeyPath(path)}" uses "${free.provider}/${free.model}", whose price is not known, under a budget in ` +
      'money: name the model in "models" with price: { input: …, output: … } in US dollars for a million tokens.'
    return [{ path, message }]
  })
}
