import type { SharedParts } from '../../src/cli/compose/simulation.ts'
import type { GameVersion } from '../../src/cli/team-schema.ts'
import { keptParts } from './kept-parts.ts'
import { whenFileEnds } from './when-file-ends.ts'

/**
 * What a simulated world need not make for itself, since others of the same process have: the registry, and processes that
 * run skills, which are kept until the test file ends.
 *
 * @param viewDistance radius of columns that bots get; the server's own unless given
 */
export function sharedParts(version: GameVersion, viewDistance?: number): SharedParts {
  whenFileEnds(endProcesses)
  return { ...keptParts.of(version), ...(viewDistance !== undefined && { viewDistance }) }
}

function endProcesses(): Promise<void> {
  return keptParts.close()
}
