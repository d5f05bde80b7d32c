import { type Command, Option } from 'commander'
import type { Check } from '../commands/doctor.ts'
import type { StartModelServer } from '../commands/model-server.ts'
import type { MakeGame } from '../commands/serve.ts'
import type { EpisodeRunner } from '../compose/episode-pool.ts'
import type { StartRun } from '../compose/run-handle.ts'
import type { RunSkill } from '../compose/skill-run.ts'
import type { DoctorFlags } from '../doctor-checks.ts'
import type { ExitCode } from '../exit-code.ts'
import { gameVersionSchema } from '../team-schema.ts'

/** What the commands start. Each is loaded when its command runs, so that `--help` does not wait for a bot library. */
export interface CommandParts {
  readonly startRun: StartRun
  readonly runSkill: RunSkill
  readonly makeGame: MakeGame
  readonly startModelServer: StartModelServer
  /** Processes that run a study's episodes. */
  readonly openEpisodes: () => EpisodeRunner
  readonly doctorChecks: (flags: DoctorFlags) => readonly Check[]
}

/** Called once with the command's exit code. */
export type End = (code: ExitCode) => void

/** Commander copies output and exit settings only into commands that it made itself. */
export function inherit(program: Command, command: Command): Command {
  return command.copyInheritedSettings(program).option('--debug', 'print where an error came from')
}

/** The choice of a game version, the newest that the embedded server speaks by default. */
export function versionOption(flags: string): Option {
  const { options } = gameVersionSchema
  return new Option(flags, 'Minecraft version').choices(options).default(options[0])
}
