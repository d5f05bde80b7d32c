import type { Position } from '../../src/core/position.ts'
import { spawnMob } from '../mobs/spawn-mob.ts'
import { registered } from './arguments/names.ts'
import { placeOf, position } from './arguments/position.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

const kind = registered('entity', 'entity_type', ({ game }) => game.registry.entities.map((one) => one.name))

/** Minecraft Wiki: Commands/summon. Only mobs that the server has rules for can be summoned. */
export const summonCommand: Command = {
  name: 'summon',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([kind], (call, [name]) => summon(call, name, placeOf(call).position)),
    syntax([kind, position('pos')], (call, [name, place]) => summon(call, name, place)),
  ],
}

function summon({ game }: CommandCall, name: string, place: Position): string {
  const mob = spawnMob(game, name, place)
  if (mob === null) throw new CommandError('Unable to summon entity')
  return `Summoned new ${mob.kind.displayName}`
}
