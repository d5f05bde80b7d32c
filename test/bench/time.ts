import type { Benchmark } from './benchmark.ts'
import { runWorkload } from './time/workload.ts'

const CROWDS = [1, 2, 3, 5, 10, 30]
const SHORT_CROWDS = [1, 3]
/** Game time of one measurement in simulated and in real time, in ticks. */
const SIMULATED_TICKS = 6000
const SHORT_TICKS = 1200
const REAL_TICKS = 300
/** Game time that bots play together before the measurement, in ticks of one bot, and the least of each. */
const WARM_UP_BOT_TICKS = 24_000
const LEAST_WARM_UP_TICKS = 1200

export const benchmark: Benchmark = {
  name: 'time',
  description:
    'How many seconds of game pass in a second of simulated time, with bots that walk, dig, craft and fight.',
  repetitions: 3,
  measure: async (repetition, { short, profile }) => {
    const metrics: Record<string, number> = {}
    const nodeOptions = profile === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`]
    for (const bots of short ? SHORT_CROWDS : CROWDS) {
      const seed = repetition + 1
      const ticks = short ? SHORT_TICKS : SIMULATED_TICKS
      const warmUp = short ? LEAST_WARM_UP_TICKS : Math.max(LEAST_WARM_UP_TICKS, WARM_UP_BOT_TICKS / bots)
      const simulated = await runWorkload({ bots, warmUp, ticks, seed, simulated: true }, nodeOptions)
      const real = await runWorkload({ bots, warmUp: REAL_TICKS, ticks: REAL_TICKS, seed, simulated: false })
      metrics[`time.ratio.${bots}`] = simulated.gameSeconds / simulated.wallSeconds
      metrics[`time.ratio_thread.${bots}`] = simulated.gameSeconds / simulated.threadSeconds
      metrics[`time.ratio_real.${bots}`] = real.gameSeconds / real.wallSeconds
      metrics[`time.cpu_ms_per_s.${bots}`] = (1000 * simulated.cpuSeconds) / simulated.gameSeconds
      metrics[`time.cpu_ms_per_s_real.${bots}`] = (1000 * real.cpuSeconds) / real.gameSeconds
    }
    return metrics
  },
}
