import type { Position } from '../../src/core/position.ts'
import { breakBlock } from '../rules/breaking.ts'
import { block, type NamedBlock } from './arguments/block.ts'
import { blockFilter } from './arguments/block-filter.ts'
import { blockPlace } from './arguments/position.ts'
import { literal } from './arguments/words.ts'
import { type BlockArea, blockArea, blocksOf } from './block-area.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

/** Gives the state for a place of the area; null to leave it. */
type Choose = (call: CommandCall, position: Position, area: BlockArea) => number | null

const place = [blockPlace('from'), blockPlace('to'), block('block')] as const

const modes: Readonly<Record<string, (named: NamedBlock) => Choose>> = {
  replace: (named) => () => named.state,
  keep: (named) => (call, position) => (call.game.world.blockStateAt(position) === 0 ? named.state : null),
  destroy: (named) => (call, position) => {
    breakBlock(call.game, position, null)
    return named.state
  },
  outline: (named) => (_call, position, area) => (isShell(position, area) ? named.state : null),
  hollow: (named) => (_call, position, area) => (isShell(position, area) ? named.state : 0),
}

/** Minecraft Wiki: Commands/fill. */
export const fillCommand: Command = {
  name: 'fill',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax(place, (call, [from, to, named]) => fill(call, blockArea(from, to), () => named.state)),
    ...Object.entries(modes).map(([mode, choose]) =>
      syntax([...place, literal(mode)], (call, [from, to, named]) =>
        fill(call, blockArea(from, to), choose(named)),
      ),
    ),
    syntax([...place, literal('replace'), blockFilter('filter')], (call, [from, to, named, , filter]) =>
      fill(call, blockArea(from, to), ({ game }, position) =>
        filter(game.world.blockAt(position)) ? named.state : null,
      ),
    ),
  ],
}

function fill(call: CommandCall, area: BlockArea, choose: Choose): string {
  let count = 0
  for (const position of blocksOf(area)) {
    const state = choose(call, position, area)
    if (state !== null && call.game.world.setBlockState(position, state)) count += 1
  }
  if (count === 0) throw new CommandError('No blocks were filled')
  return `Successfully filled ${count} block(s)`
}

function isShell(position: Position, { from, to }: BlockArea): boolean {
  return (['x', 'y', 'z'] as const).some(
    (axis) => position[axis] === from[axis] || position[axis] === to[axis],
  )
}
