import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'

/** Who runs a command. */
export interface CommandSource {
  readonly name: string
  /** Null for the console. */
  readonly player: Player | null
  /** Whether it may run commands that only operators may. */
  readonly operator: boolean
}

export interface Command {
  readonly name: string
  readonly aliases: readonly string[]
  /** How to write it, for error messages. */
  readonly usage: string
  readonly operatorsOnly: boolean
  /**
   * Carries the command out and returns what its caller reads; an empty text for no answer.
   *
   * @throws CommandError with a text for the caller
   */
  run(game: Game, source: CommandSource, words: readonly string[]): string
}

/** A command could not be carried out; the message is for whoever typed it. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}
