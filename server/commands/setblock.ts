import type { Position } from '../../src/core/position.ts'
import { breakBlock } from '../rules/breaking.ts'
import { block, type NamedBlock } from './arguments/block.ts'
import { blockPlace, demandLoaded } from './arguments/position.ts'
import { literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

const place = [blockPlace('pos'), block('block')] as const

/** Minecraft Wiki: Commands/setblock. */
export const setBlockCommand: Command = {
  name: 'setblock',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax(place, (call, [position, named]) => setBlock(call, position, named, 'replace')),
    ...(['replace', 'keep', 'destroy'] as const).map((how) =>
      syntax([...place, literal(how)], (call, [position, named]) => setBlock(call, position, named, how)),
    ),
  ],
}

type How = 'replace' | 'keep' | 'destroy'

function setBlock({ game }: CommandCall, position: Position, { state }: NamedBlock, how: How): string {
  demandLoaded(position)
  const isFree = game.world.blockStateAt(position) === 0
  if (how === 'keep' && !isFree) throw new CommandError('Could not set the block')
  if (how === 'destroy') breakBlock(game, position, null)
  const changed = game.world.setBlockState(position, state)
  if (!changed && !(how === 'destroy' && !isFree)) throw new CommandError('Could not set the block')
  return `Changed the block at ${position.x}, ${position.y}, ${position.z}`
}
