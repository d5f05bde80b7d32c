import { errorMessage } from '../../src/core/errors.ts'
import { tell } from '../game/chat.ts'
import { literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

/** Minecraft Wiki: Commands/save. Says at once that it saves, and to players in the chat when it has. */
export const saveAllCommand: Command = {
  name: 'save-all',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([], (call) => saveAll(call, false)),
    syntax([literal('flush')], (call) => saveAll(call, true)),
  ],
}

/** Minecraft Wiki: Commands/save. */
export const saveOnCommand: Command = {
  name: 'save-on',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [syntax([], (call) => setAutosave(call, true))],
}

/** Minecraft Wiki: Commands/save. */
export const saveOffCommand: Command = {
  name: 'save-off',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [syntax([], (call) => setAutosave(call, false))],
}

function saveAll(call: CommandCall, atOnce: boolean): string {
  const keeper = keeperOf(call)
  const saved = atOnce ? keeper.save() : keeper.saveSoon()
  const answer = (text: string, color: string) => {
    const { player } = call.source
    if (player !== null && call.game.players.has(player.id)) tell(call.game, player, { text, color })
  }
  saved.then(
    () => answer('Saved the game', 'white'),
    (error) => answer(`Unable to save the game: ${errorMessage(error)}`, 'red'),
  )
  return 'Saving the game (this may take a moment!)'
}

function setAutosave(call: CommandCall, wanted: boolean): string {
  const keeper = keeperOf(call)
  if (keeper.autosaves === wanted) throw new CommandError(`Saving is already turned ${wanted ? 'on' : 'off'}`)
  keeper.autosaves = wanted
  return `Automatic saving is now ${wanted ? 'enabled' : 'disabled'}`
}

function keeperOf({ game }: CommandCall) {
  if (game.keeper !== null) return game.keeper
  throw new CommandError('This world is not kept in a folder: start the server with --save to keep it')
}
