import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { NODE_FLAGS } from '../../../src/cli/compose/child-process.ts'
import type { Chores } from './chores.ts'

export interface WorkloadSettings {
  readonly bots: number
  /** Game time that passes before the measurement, until the engine has compiled what runs often, in ticks. */
  readonly warmUp?: number
  /** Game time to measure, in ticks. */
  readonly ticks: number
  readonly seed: number
  /** False for real time. */
  readonly simulated: boolean
}

/** What a process of the workload measured, after its warm-up. The chores count from the start. */
export interface WorkloadFigures extends Readonly<Chores> {
  readonly gameSeconds: number
  readonly wallSeconds: number
  /** Of all threads together: the compiler and the collector of garbage have some of their own. */
  readonly cpuSeconds: number
  /** Of the thread in which all happens. */
  readonly threadSeconds: number
  /** SHA-256 over the state of the game in the end. */
  readonly state: string
}

/** Lets bots do their chores in a fresh process. Rejects when one of them could do nothing. */
export async function runWorkload(
  settings: WorkloadSettings,
  nodeOptions: readonly string[] = [],
): Promise<WorkloadFigures> {
  const script = join(import.meta.dirname, 'workload-process.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...NODE_FLAGS,
    ...nodeOptions,
    script,
    JSON.stringify(settings),
  ])
  const figures = JSON.parse(stdout) as WorkloadFigures
  const idle = (['walked', 'dug', 'crafted', 'fought'] as const).filter((chore) => figures[chore] === 0)
  if (idle.length > 0) throw new Error(`The bots of the workload have not ${idle.join(', ')} even once.`)
  return figures
}
