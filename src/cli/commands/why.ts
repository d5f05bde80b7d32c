import { type Claim, claimKey } from '../../core/claim.ts'
import { errorMessage, InputError } from '../../core/errors.ts'
import { nearestName } from '../../core/nearest-name.ts'
import { innateClaims } from '../../mind/innate-knowledge.ts'
import { grantedClaims } from '../../mind/knowledge-spec.ts'
import { readFileJournal } from '../../record/file-journal.ts'
import { openRunDirectory } from '../../record/run-directory.ts'
import { findStep, type StepAccount, type StepSearch } from '../../record/step-account.ts'
import type { CommandIo } from '../command-io.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import { teamFileSchema } from '../team-schema.ts'
import { stepStory } from '../why/step-story.ts'

/** Says why an agent did what it did in a step of a run. Only reads; may be used while the run goes on. */
export function whyCommand(
  path: string,
  agent: string,
  step: number,
  { json, io }: { readonly json: boolean; readonly io: CommandIo },
): ExitCode {
  const { journal } = openRunDirectory(path)
  const search = findStep(readFileJournal(journal), agent, step)
  const { account } = search
  if (account === null) throw new InputError(whyNoStep(path, agent, step, search))
  if (json) io.out(JSON.stringify(plain(account)))
  else io.out(stepStory(account, innateOf(journal, agent)).join('\n'))
  return EXIT.reached
}

function whyNoStep(path: string, agent: string, step: number, { steps }: StepSearch): string {
  const count = steps.get(agent)
  if (count === undefined) {
    const names = [...steps.keys()]
    const near = nearestName(agent, names)
    const all =
      names.length === 0 ? 'Nobody has done anything in it yet.' : `Its agents are ${names.join(', ')}.`
    return `There is no agent "${agent}" in the run "${path}". ${near === null ? all : `Did you mean "${near}"?`}`
  }
  const known = count === 0 ? 'it has not finished a step' : `its steps are 1 to ${count}`
  return `There is no step ${step} of ${agent} in the run "${path}": ${known}.`
}

/** What the agent knew from the start, by key, as the team file of the run says. */
function innateOf(journal: string, agent: string): ReadonlyMap<string, Claim> {
  for (const { event } of readFileJournal(journal)) {
    if (event.type !== 'run-started') continue
    const team = teamFileSchema.safeParse(event.team)
    const member = team.data?.agents.find(({ name }) => name === agent)
    if (team.data === undefined || member === undefined) break
    try {
      const claims = grantedClaims(
        innateClaims(team.data.server?.version ?? team.data.version),
        member.knowledge,
      )
      return new Map(claims.map((claim) => [claimKey(claim), claim]))
    } catch (error) {
      throw new InputError(`What ${agent} knew from the start cannot be told: ${errorMessage(error)}`, {
        cause: error,
      })
    }
  }
  return new Map()
}

function plain(account: StepAccount) {
  return { ...account, before: Object.fromEntries(account.before) }
}
