import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Benchmark } from './benchmark.ts'

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]
const SHORT_SEEDS = [1, 2]
const TICKS_PER_MINUTE = 1200
const GAME = new URL('./quest/game.ts', import.meta.url).pathname
const run = promisify(execFile)

interface Outcome {
  readonly missing: readonly string[]
  readonly ticks: number
  readonly cpuSeconds: number
}

export const benchmark: Benchmark = {
  name: 'quest',
  description:
    'Whether and how fast a scripted bot gets from empty hands to diamond pickaxe, armour, bread and more.',
  repetitions: 1,
  measure: async (_repetition, { short, profile }) => {
    const seeds = short ? SHORT_SEEDS : SEEDS
    const nodeOptions = profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
    const metrics: Record<string, number> = { 'quest.seeds': seeds.length, 'quest.reached': 0 }
    for (const seed of seeds) {
      const { stdout } = await run(process.execPath, [...nodeOptions, GAME, String(seed)])
      const outcome: Outcome = JSON.parse(stdout)
      if (outcome.missing.length === 0) metrics['quest.reached'] = (metrics['quest.reached'] ?? 0) + 1
      metrics[`quest.game_minutes.${seed}`] = outcome.ticks / TICKS_PER_MINUTE
      metrics[`quest.cpu_s.${seed}`] = outcome.cpuSeconds
    }
    return metrics
  },
}
