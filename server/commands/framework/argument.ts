import type { Game } from '../../game/game.ts'
import type { Command, CommandSource } from '../command.ts'
import type { CommandReader } from './command-reader.ts'

/** One run of a command: where and by whom. */
export interface CommandCall {
  readonly game: Game
  readonly source: CommandSource
  /** All commands of the server. */
  readonly commands: readonly Command[]
}

/** How a client reads an argument: a parser of the protocol with its properties. */
export interface ClientParser {
  readonly name: string
  readonly properties?: unknown
}

/** One part of a command's syntax: a fixed word, or something that the caller fills in. */
export interface Argument<Value> {
  /** The word itself, or what the caller fills in. */
  readonly name: string
  /** Null for a fixed word. */
  readonly parser: ClientParser | null
  /**
   * Reads the argument; the reader stands at its first character and must come to stand behind its last.
   *
   * @throws CommandSyntaxError with vanilla's text
   */
  read(reader: CommandReader, call: CommandCall): Value
  /** What the caller may write here, whatever it has typed so far. */
  suggest(call: CommandCall): readonly string[]
}
