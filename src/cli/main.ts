import { realTimers } from '../core/real-timers.ts'
import { runCommandLine } from './command-line.ts'
import { doctorChecks } from './doctor-checks.ts'
import { processIo } from './process-io.ts'

/** How long something that was left open may keep the process alive after its command has ended, in milliseconds. */
const LEFTOVERS_MS = 2000

const code = await runCommandLine(
  process.argv.slice(2),
  {
    startRun: async (options) => (await import('./compose/start-run.ts')).startRun(options),
    runSkill: async (options) => (await import('./compose/run-skill.ts')).runSkill(options),
    makeGame: async (flags) => (await import('./make-game.ts')).makeGame(flags),
    doctorChecks,
  },
  processIo(),
)
process.exitCode = code
realTimers.setTimeout(() => process.exit(code), LEFTOVERS_MS).unref()
