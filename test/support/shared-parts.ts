import type { SharedParts } from '../../src/cli/compose/simulation.ts'
import type { GameVersion } from '../../src/cli/team-schema.ts'
import { ProcessSandbox, prepareSandboxKit } from '../../src/sandbox/process-sandbox.ts'
import { sharedRegistry } from './shared-registry.ts'

/**
 * What a simulated world need not make for itself, since others of the same process have.
 *
 * @param viewDistance radius of columns that bots get; the server's own unless given
 */
export function sharedParts(version: GameVersion, viewDistance?: number): SharedParts {
  const kit = prepareSandboxKit()
  return {
    registry: sharedRegistry(version),
    createSandbox: () => new ProcessSandbox(() => kit),
    ...(viewDistance !== undefined && { viewDistance }),
  }
}
