import type { Target } from './arguments/selector.ts'
import { targetName } from './arguments/selector.ts'

/** How replies name whom a command hit: the one by name, several by their number. */
export function describeTargets(
  targets: readonly Target[],
  plural: 'players' | 'entities' | 'targets',
): string {
  const [only] = targets
  return targets.length === 1 && only !== undefined ? targetName(only) : `${targets.length} ${plural}`
}
