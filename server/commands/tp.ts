import type { Position } from '../../src/core/position.ts'
import { teleport } from '../game/teleport.ts'
import { wakeItem } from '../rules/item-physics.ts'
import { entities, entitiesOf, entity, ownPlayer } from './arguments/entities.ts'
import { position, rotation } from './arguments/position.ts'
import { type Target, targetName } from './arguments/selector.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'
import { describeTargets } from './targets.ts'

interface Direction {
  readonly yaw: number
  readonly pitch: number
}

/** Minecraft Wiki: Commands/teleport. */
export const teleportCommand: Command = {
  name: 'tp',
  aliases: ['teleport'],
  operatorsOnly: true,
  syntaxes: [
    syntax([position('location')], (call, [place]) => toPosition(call, [ownPlayer(call)], place)),
    syntax([entity('destination')], (call, [destination]) =>
      toEntity(call, [ownPlayer(call)], entitiesOf(call, destination)),
    ),
    syntax([entities('targets'), position('location')], (call, [targets, place]) =>
      toPosition(call, entitiesOf(call, targets), place),
    ),
    syntax(
      [entities('targets'), position('location'), rotation('rotation')],
      (call, [targets, place, direction]) => toPosition(call, entitiesOf(call, targets), place, direction),
    ),
    syntax([entities('targets'), entity('destination')], (call, [targets, destination]) =>
      toEntity(call, entitiesOf(call, targets), entitiesOf(call, destination)),
    ),
  ],
}

function toPosition(
  call: CommandCall,
  targets: readonly Target[],
  place: Position,
  direction?: Direction,
): string {
  for (const target of targets) move(call, target, place, direction)
  const numbers = [place.x, place.y, place.z].map((value) => value.toFixed(6))
  return `Teleported ${describeTargets(targets, 'entities')} to ${numbers.join(', ')}`
}

function toEntity(call: CommandCall, targets: readonly Target[], destinations: readonly Target[]): string {
  const [destination] = destinations
  if (destination === undefined) throw new CommandError('No entity was found')
  const { yaw, pitch } = destination
  for (const target of targets) move(call, target, destination.position, { yaw, pitch })
  return `Teleported ${describeTargets(targets, 'entities')} to ${targetName(destination)}`
}

function move({ game }: CommandCall, target: Target, place: Position, direction?: Direction): void {
  if (target.type === 'player') {
    teleport(game, target, place, direction)
    return
  }
  if (target.type === 'item') wakeItem(game, target)
  target.position = place
  target.moved = true
}
