import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { TaskCost } from '../../src/record/model-usage.ts'
import type { Benchmark } from './benchmark.ts'

const SEEDS = [1, 2, 3, 4, 5]
const SHORT_SEEDS = [1]
const PLAY = new URL('./language/play.ts', import.meta.url).pathname
const run = promisify(execFile)

interface Played {
  readonly reached: boolean
  readonly calls: number
  readonly tokensIn: number
  readonly tokensOut: number
  readonly tasks: readonly TaskCost[]
}

export const benchmark: Benchmark = {
  name: 'language',
  description: 'What a task costs a language agent in tokens, from empty hands to a stone pickaxe.',
  repetitions: 1,
  measure: async (_repetition, { short }) => {
    const played: Played[] = []
    for (const seed of short ? SHORT_SEEDS : SEEDS) {
      const { stdout } = await run(process.execPath, [PLAY, String(seed)])
      played.push(JSON.parse(stdout))
    }
    return metricsOf(played)
  },
}

function metricsOf(played: readonly Played[]): Readonly<Record<string, number>> {
  const tasks = played.flatMap((run) => run.tasks)
  const firstTry = tasks.filter(({ written }) => written === 1).map(({ inputTokens }) => inputTokens)
  const total = (of: (run: Played) => number) => played.reduce((sum, run) => sum + of(run), 0)
  return {
    'language.input_tokens_per_task': mean(firstTry),
    'language.input_tokens_per_task.most': Math.max(...firstTry),
    'language.tasks_at_first_try': firstTry.length,
    'language.input_tokens_per_done_task': total(({ tokensIn }) => tokensIn) / tasks.length,
    'language.output_tokens_per_done_task': total(({ tokensOut }) => tokensOut) / tasks.length,
    'language.calls_per_done_task': total(({ calls }) => calls) / tasks.length,
    'language.reached': total(({ reached }) => (reached ? 1 : 0)),
    'language.seeds': played.length,
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
