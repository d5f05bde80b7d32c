import type { Objective } from '../game/scoreboard.ts'
import { CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'

/** @throws CommandError when there is no such objective */
export function objectiveNamed({ game }: CommandCall, name: string): Objective {
  const found = game.scoreboard.objectives.get(name)
  if (found === undefined) throw new CommandError(`Unknown scoreboard objective '${name}'`)
  return found
}
