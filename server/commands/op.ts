import { word } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { commandTreePacket } from './framework/command-tree.ts'
import { syntax } from './framework/syntax.ts'

/** Entity statuses that tell a client its permission level: all commands, and those for everyone. */
const OPERATOR_STATUS = 28
const PLAYER_STATUS = 24

const others = word('targets', ({ game }) => [...game.players.values()].map((player) => player.name))

/** Minecraft Wiki: Commands/op. The list of operators lasts as long as the server runs. */
export const opCommand: Command = {
  name: 'op',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([others], (call, [name]) => {
      if (call.game.operators.has(name.toLowerCase())) {
        throw new CommandError('Nothing changed. The player already is an operator')
      }
      return `Made ${setOperator(call, name, true)} a server operator`
    }),
  ],
}

/** Minecraft Wiki: Commands/deop. */
export const deopCommand: Command = {
  name: 'deop',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([others], (call, [name]) => {
      if (!call.game.operators.has(name.toLowerCase())) {
        throw new CommandError('Nothing changed. The player is not an operator')
      }
      return `Made ${setOperator(call, name, false)} no longer a server operator`
    }),
  ],
}

/** @returns the name as the player writes it, where it is here */
function setOperator({ game, commands }: CommandCall, name: string, operator: boolean): string {
  if (operator) game.operators.add(name.toLowerCase())
  else game.operators.delete(name.toLowerCase())
  const player = game.playerNamed(name)
  if (player === null) return name
  player.operator = operator
  player.connection.send({
    name: 'entity_status',
    params: { entityId: player.id, entityStatus: operator ? OPERATOR_STATUS : PLAYER_STATUS },
  })
  player.connection.send(commandTreePacket(commands, operator))
  return player.name
}
