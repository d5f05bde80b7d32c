import type { CommandIo } from '../command-io.ts'
import { EXIT, type ExitCode } from '../exit-code.ts'
import type { GameVersion } from '../team-schema.ts'

export interface ServeFlags {
  readonly world: string
  readonly seed: number
  readonly host: string
  readonly port: number
  readonly version: GameVersion
  /** Names of the players who may use commands. */
  readonly op: readonly string[]
  readonly maxPlayers: number
}

/** A game server that was made and does not listen yet. */
export interface ServableGame {
  /** Resolves with the port; rejects with an InfrastructureError when it is taken. */
  listen(host: string, port: number): Promise<number>
  start(): void
  close(): Promise<void>
}

/** Makes the embedded game server. Throws an InputError for a world that does not exist. */
export type MakeGame = (flags: ServeFlags) => Promise<ServableGame>

/** Serves a world over TCP in real time until it is interrupted. */
export async function serveCommand(flags: ServeFlags, makeGame: MakeGame, io: CommandIo): Promise<ExitCode> {
  const game = await makeGame(flags)
  const interrupted = Promise.withResolvers<void>()
  let interrupts = 0
  const stopListening = io.onInterrupt(() => {
    if (++interrupts > 1) io.quit()
    interrupted.resolve()
  })
  try {
    const port = await game.listen(flags.host, flags.port)
    game.start()
    const { version, world, seed } = flags
    io.out(
      `Minecraft ${version}, world "${world}", seed ${seed}: join at ${flags.host}:${port}. Ctrl-C ends it.`,
    )
    await interrupted.promise
    io.err('Closing the server.')
    return EXIT.reached
  } finally {
    stopListening()
    await game.close()
  }
}
