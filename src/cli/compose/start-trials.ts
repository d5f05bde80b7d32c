import type { TeamFile } from '../team-schema.ts'
import type { Closers } from './closers.ts'
import { ProcessTrialGround } from './process-trial-ground.ts'

/** Where the team's skills are tried from another start; null where its file wants none. */
export function startTrials(
  { trials, world, version, seed, time }: TeamFile & { readonly world: string },
  closers: Closers,
): ProcessTrialGround | null {
  if (!trials) return null
  const ground = new ProcessTrialGround({ world, version, seed, yields: time === 'real' })
  closers.add(() => ground.close())
  return ground
}
