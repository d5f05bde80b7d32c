import type { Entity } from '../game/entity.ts'
import type { Player } from '../game/player.ts'
import type { Placement } from '../protocol/version-protocol.ts'
import type { Syntax } from './framework/syntax.ts'

/** Who runs a command. */
export interface CommandSource {
  readonly name: string
  /** Null for the console. */
  readonly player: Player | null
  /** Whom `/execute as` lets run it, which may be no player; the player unless given. */
  readonly entity?: Player | Entity
  /** Where `/execute` lets it run; where the player stands unless given. */
  readonly place?: Placement
  /** Whether it may run commands that only operators may. */
  readonly operator: boolean
}

/** A command with all ways to write it; the first that fits is carried out. */
export interface Command {
  readonly name: string
  readonly aliases: readonly string[]
  /** Whether it needs vanilla's permission level 2 or more, which all operators have. */
  readonly operatorsOnly: boolean
  readonly syntaxes: readonly Syntax[]
}

/** A command could not be carried out; the message is for whoever typed it. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError'
}
