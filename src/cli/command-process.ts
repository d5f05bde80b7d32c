import { realTimers } from '../core/real-timers.ts'
import { runCommandLine } from './command-line.ts'
import { EpisodePool } from './compose/episode-pool.ts'
import { doctorChecks } from './doctor-checks.ts'
import { describeFailure } from './exit-code.ts'
import { processIo } from './process-io.ts'

/** How long something that was left open may keep the process alive after its command has ended, in milliseconds. */
const LEFTOVERS_MS = 2000

const words = process.argv.slice(2)
const io = processIo()

// Also for rejections that nobody handled. Whatever state the run is in, its journal is complete up to the last entry.
process.on('uncaughtException', (error) => {
  const failure = describeFailure(error, words.includes('--debug'))
  if (failure.text !== null) io.err(failure.text)
  process.exit(failure.code)
})

const code = await runCommandLine(
  words,
  {
    startRun: async (options) => (await import('./compose/start-run.ts')).startRun(options),
    runSkill: async (options) => (await import('./compose/run-skill.ts')).runSkill(options),
    makeGame: async (flags, report) => (await import('./make-game.ts')).makeGame(flags, report),
    openEpisodes: () => new EpisodePool(),
    startModelServer: async (flags, report) =>
      (await import('./compose/start-model-server.ts')).startModelServer(flags, report),
    doctorChecks,
  },
  io,
)
process.exitCode = code
realTimers.setTimeout(() => process.exit(code), LEFTOVERS_MS).unref()
