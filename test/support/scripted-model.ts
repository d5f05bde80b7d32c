import { startModelServer } from '../../src/cli/compose/start-model-server.ts'
import { type ModelFiles, openTeamModels, type TeamModels } from '../../src/cli/compose/team-models.ts'
import { parseTeamFile } from '../../src/cli/team-file.ts'
import type { TeamFile } from '../../src/cli/team-schema.ts'
import { QuickModelClock } from './quick-model-clock.ts'

/** A scripted model on a port of its own, with what it was asked. */
export interface ScriptedModel {
  readonly url: string
  /** A line for each request: its number, the fault or `answer`, and the beginning of the text. */
  readonly requests: readonly string[]
  /** Passes quickly; deadlines pass when the server leaves a request without an answer. */
  readonly clock: QuickModelClock
  close(): Promise<void>
}

/** Serves the planner as a model over HTTP, with faults in turn; it can be held to JSON in those forms. */
export async function scriptedModel(faults = 'ok', forms?: string): Promise<ScriptedModel> {
  const requests: string[] = []
  const clock = new QuickModelClock()
  const served = await startModelServer(
    { port: 0, faults, versionOfGame: '1.21.4', ...(forms !== undefined && { forms }) },
    (line) => {
      requests.push(line)
      if (line.includes(' time-out:')) clock.expire()
    },
  )
  return { url: served.url, requests, clock, close: served.close }
}

/** The fields of a team file for a brain on the scripted model. */
export function scriptedBrainAt(url: string, fields: Readonly<Record<string, unknown>> = {}) {
  return { provider: 'scripted', model: 'planner', url, ...fields }
}

export function teamFile(fields: Readonly<Record<string, unknown>>): TeamFile {
  return parseTeamFile(JSON.stringify(fields), 'team.json')
}

/** The models of a team, which keep no files but those that are named. */
export async function modelsOf(
  team: TeamFile,
  { clock }: Pick<ScriptedModel, 'clock'>,
  files: Partial<ModelFiles> = {},
): Promise<TeamModels> {
  const models = await openTeamModels(
    team,
    { callLog: null, journal: [], record: null, replay: null, ...files },
    {},
    clock,
  )
  if (models === null) throw new Error('No agent of the team asks a language model.')
  return models
}
