import type { Benchmark } from './benchmark.ts'
import { median } from './statistics.ts'
import { type TimedRun, timedRun } from './timed-run.ts'

const EXPERT = {
  name: 'expert-alone',
  world: 'continents',
  goal: 'have 1 diamond_pickaxe',
  limits: { minutes: 40 },
  agents: [{ name: 'Ada', knowledge: 'expert' }],
}

export const benchmark: Benchmark = {
  name: 'runs',
  description:
    'How long whole runs take in simulated time: the default team, and an expert on its way to diamond.',
  repetitions: 1,
  measure: async (_repetition, { short }) => ({
    ...(await measureRuns('team', null, short ? [1] : [1, 2, 3, 4, 5])),
    ...(await measureRuns('expert', EXPERT, short ? [1] : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])),
  }),
}

async function measureRuns(name: string, team: object | null, seeds: readonly number[]) {
  const runs: TimedRun[] = []
  for (const seed of seeds) runs.push(await timedRun(team, seed))
  const each = runs.flatMap((run, index) => [
    [`runs.${name}.play_s.${seeds[index]}`, run.playSeconds],
    [`runs.${name}.trials_s.${seeds[index]}`, run.trialSeconds],
    [`runs.${name}.cpu_s.${seeds[index]}`, run.cpuSeconds],
    [`runs.${name}.game_minutes.${seeds[index]}`, run.gameMinutes],
  ])
  return {
    [`runs.${name}.seeds`]: seeds.length,
    [`runs.${name}.reached`]: runs.filter(({ reached }) => reached).length,
    [`runs.${name}.play_s`]: median(runs.map(({ playSeconds }) => playSeconds)),
    [`runs.${name}.command_s`]: median(runs.map(({ commandSeconds }) => commandSeconds)),
    [`runs.${name}.cpu_s`]: median(runs.map(({ cpuSeconds }) => cpuSeconds)),
    ...Object.fromEntries(each),
  }
}
