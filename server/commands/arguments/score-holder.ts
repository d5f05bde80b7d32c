import { CommandError } from '../command.ts'
import type { Argument, CommandCall } from '../framework/argument.ts'
import { entities, entitiesOf } from './entities.ts'
import { targetName } from './selector.ts'

/** Whom a command means, once it runs. */
export type ScoreHolders = (call: CommandCall) => readonly string[]

/** Names that may have a score or be in a team: a selector, `*` for all that have a score, or any name. */
export function scoreHolder(name: string): Argument<ScoreHolders> {
  const selector = entities(name)
  return {
    name,
    parser: { name: 'minecraft:score_holder', properties: { unused: 0, allowMultiple: 1 } },
    read: (reader, call) => {
      if (reader.next === '@') {
        const selected = selector.read(reader, call)
        return (running) => entitiesOf(running, selected).map(targetName)
      }
      const holder = reader.word()
      return holder === '*' ? allHolders : () => [holder]
    },
    suggest: selector.suggest,
  }
}

/** The name of a team or an objective. */
export function objectiveOrTeamName(
  kind: 'team' | 'objective',
  suggest: Argument<string>['suggest'],
  name: string = kind,
): Argument<string> {
  return {
    name,
    parser: { name: `minecraft:${kind}` },
    read: (reader) => reader.read(/[\w.+-]*/) || reader.fail('Incorrect argument for command'),
    suggest,
  }
}

function allHolders({ game }: CommandCall): readonly string[] {
  const holders = game.scoreboard.holders()
  if (holders.length === 0) throw new CommandError('No relevant score holders could be found')
  return holders
}
