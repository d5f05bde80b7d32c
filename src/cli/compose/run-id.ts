import { createHash } from 'node:crypto'
import type { RunDirectory } from '../../record/run-directory.ts'
import type { TeamFile } from '../team-schema.ts'

/**
 * What a run is called where its skills and memories say where they come from. In simulated time it follows from the team
 * file alone, as all that happens does; in real time no run is like another, and it is the directory's name.
 */
export function runId(team: TeamFile, directory: RunDirectory): string {
  if (team.time === 'real') return directory.name
  const { library: _path, memory, ...rest } = team
  const { from: _from, ...remembering } = memory
  const input = { ...rest, memory: remembering }
  const hash = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  return `${team.name}-${hash.slice(0, 12)}`
}
