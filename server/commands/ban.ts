import { greedy, word } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

const NO_REASON = 'Banned by an operator.'
const anyone = word('targets', ({ game }) => [...game.players.values()].map(({ name }) => name))

/** Minecraft Wiki: Commands/ban. Bans last as long as the server runs. */
export const banCommand: Command = {
  name: 'ban',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([anyone], (call, [name]) => ban(call, name, NO_REASON)),
    syntax([anyone, greedy('reason')], (call, [name, reason]) => ban(call, name, reason)),
  ],
}

/** Minecraft Wiki: Commands/pardon. */
export const pardonCommand: Command = {
  name: 'pardon',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([word('targets', ({ game }) => [...game.banned.keys()])], ({ game }, [name]) => {
      if (!game.banned.delete(name.toLowerCase())) {
        throw new CommandError("Nothing changed. The player isn't banned")
      }
      return `Unbanned ${name}`
    }),
  ],
}

/** Minecraft Wiki: Commands/banlist. */
export const banListCommand: Command = {
  name: 'banlist',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([], ({ game }) => {
      if (game.banned.size === 0) return 'There are no bans'
      const lines = [...game.banned].map(([name, reason]) => `${name} was banned by Server: ${reason}`)
      return [`There are ${lines.length} ban(s):`, ...lines].join('\n')
    }),
  ],
}

function ban({ game }: CommandCall, name: string, reason: string): string {
  const key = name.toLowerCase()
  if (game.banned.has(key)) throw new CommandError('Nothing changed. The player is already banned')
  game.banned.set(key, reason)
  game.playerNamed(name)?.connection.close('You are banned from this server')
  return `Banned ${name}: ${reason}`
}
