import type { CommandIo } from '../command-io.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import type { GameVersion } from '../team-schema.ts'

export interface ModelServerFlags {
  readonly port: number
  /** What each request gets in turn. */
  readonly faults?: string
  /** Ways of holding it to JSON that it takes, such as `tool,json`; all where it is left out. */
  readonly forms?: string
  /** Recorded model calls to answer from. */
  readonly cassette?: string
  readonly quiet?: boolean
  readonly versionOfGame: GameVersion
}

/** A scripted model that is being served. */
export interface ServedModel {
  /** `http://127.0.0.1:11500/v1`. */
  readonly url: string
  /** What agents name it. */
  readonly model: string
  close(): Promise<void>
}

/** Starts to serve. Throws an InputError for faults that do not exist, an InfrastructureError when the port is taken. */
export type StartModelServer = (
  flags: Omit<ModelServerFlags, 'quiet'>,
  report: (line: string) => void,
) => Promise<ServedModel>

/** Serves a scripted model until it is interrupted. */
export async function modelServerCommand(
  flags: ModelServerFlags,
  start: StartModelServer,
  io: CommandIo,
): Promise<ExitCode> {
  const interrupted = Promise.withResolvers<void>()
  const stopListening = io.onInterrupt(() => interrupted.resolve())
  try {
    const served = await start(flags, flags.quiet === true ? () => {} : io.out)
    io.out(`The scripted model answers at ${served.url}. Ctrl-C ends it.`)
    io.out(`Use it:  npx kithcraft run --brain ${served.model}`)
    await interrupted.promise
    await served.close()
    return EXIT.reached
  } finally {
    stopListening()
  }
}
