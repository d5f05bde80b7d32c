import { gameModes } from '../protocol/version-protocol.ts'
import { choice } from './arguments/words.ts'
import type { Command } from './command.ts'
import { syntax } from './framework/syntax.ts'

const mode = choice('gamemode', gameModes, 'Unknown game mode: %s')

/** Minecraft Wiki: Commands/defaultgamemode. It is the mode of those who join for the first time. */
export const defaultGameModeCommand: Command = {
  name: 'defaultgamemode',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([mode], ({ game }, [wanted]) => {
      game.defaultGameMode = wanted
      return `The default game mode is now ${wanted.charAt(0).toUpperCase()}${wanted.slice(1)} Mode`
    }),
  ],
}
