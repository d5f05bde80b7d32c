import { changeScore } from '../game/scoreboard-packets.ts'
import { ownPlayer } from './arguments/entities.ts'
import { integer } from './arguments/numbers.ts'
import { objectiveOrTeamName } from './arguments/score-holder.ts'
import { literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'
import { objectiveNamed } from './objective-named.ts'

const objective = objectiveOrTeamName('objective', ({ game }) =>
  [...game.scoreboard.objectives.values()]
    .filter((one) => one.criterion === 'trigger')
    .map((one) => one.name),
)

/** Minecraft Wiki: Commands/trigger. Everyone may use it, once each time that an operator has enabled it. */
export const triggerCommand: Command = {
  name: 'trigger',
  aliases: [],
  operatorsOnly: false,
  syntaxes: [
    syntax([objective], (call, [name]) => {
      return `Triggered ${pull(call, name, (old) => old + 1)}`
    }),
    syntax([objective, literal('add'), integer('value')], (call, [name, , value]) => {
      return `Triggered ${pull(call, name, (old) => old + value)} (added ${value} to value)`
    }),
    syntax([objective, literal('set'), integer('value')], (call, [name, , value]) => {
      return `Triggered ${pull(call, name, () => value)} (set value to ${value})`
    }),
  ],
}

function pull(call: CommandCall, name: string, next: (old: number) => number): string {
  const player = ownPlayer(call)
  const found = objectiveNamed(call, name)
  if (found.criterion !== 'trigger') {
    throw new CommandError("You can only trigger objectives that are 'trigger' type")
  }
  if (!found.enabled.delete(player.name)) throw new CommandError('You cannot trigger this objective yet')
  changeScore(call.game, found, player.name, next(found.scores.get(player.name) ?? 0))
  return `[${found.title}]`
}
