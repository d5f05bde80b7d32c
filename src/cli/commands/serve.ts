import type { CommandIo } from '../command-io.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import type { GameVersion } from '../team-schema.ts'

/** What is missing comes from the saved world, or else is the default. */
export interface ServeFlags {
  readonly world?: string
  readonly seed?: number
  readonly host: string
  readonly port: number
  readonly version?: GameVersion
  /** Folder of the saved world. */
  readonly save?: string
  /** Names of the players who may use commands. */
  readonly op: readonly string[]
  readonly maxPlayers: number
}

/** A game server that was made and does not listen yet. */
export interface ServableGame {
  /** What is served, as a line for people. */
  readonly title: string
  /** Resolves with the port; rejects with an InfrastructureError when it is taken. */
  listen(host: string, port: number): Promise<number>
  start(): void
  close(): Promise<void>
}

/** Makes the embedded game server. Throws an InputError for a world that does not exist or is not the saved one. */
export type MakeGame = (flags: ServeFlags, report: Report) => Promise<ServableGame>

/** Tells the person what went wrong while the server goes on. */
export type Report = (problem: string) => void

/** Serves a world over TCP in real time until it is interrupted. */
export async function serveCommand(flags: ServeFlags, makeGame: MakeGame, io: CommandIo): Promise<ExitCode> {
  const game = await makeGame(flags, (problem) => io.err(problem))
  const interrupted = Promise.withResolvers<void>()
  let interrupts = 0
  const stopListening = io.onInterrupt(() => {
    if (++interrupts > 1) io.quit()
    interrupted.resolve()
  })
  try {
    const port = await game.listen(flags.host, flags.port)
    game.start()
    io.out(`${game.title}: join at ${flags.host}:${port}. Ctrl-C ends it.`)
    await interrupted.promise
    io.err(flags.save === undefined ? 'Closing the server.' : 'Saving the world and closing the server.')
    return EXIT.reached
  } finally {
    stopListening()
    await game.close()
  }
}
