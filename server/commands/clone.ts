import type { Position } from '../../src/core/position.ts'
import { block, matchesBlock } from './arguments/block.ts'
import { blockPlace } from './arguments/position.ts'
import { literal } from './arguments/words.ts'
import { blockArea, blocksOf, overlap } from './block-area.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

/** Whether a block of the source is copied. */
type Filter = (call: CommandCall, position: Position) => boolean

const place = [blockPlace('begin'), blockPlace('end'), blockPlace('destination')] as const
const everything: Filter = () => true
const solid: Filter = ({ game }, position) => game.world.blockStateAt(position) !== 0

interface Copy {
  readonly filter: Filter
  readonly mode: 'normal' | 'force' | 'move'
}

/** Minecraft Wiki: Commands/clone. */
export const cloneCommand: Command = {
  name: 'clone',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax(place, (call, corners) => clone(call, corners, { filter: everything, mode: 'normal' })),
    ...Object.entries({ replace: everything, masked: solid }).flatMap(([mask, filter]) => [
      syntax([...place, literal(mask)], (call, [begin, end, to]) =>
        clone(call, [begin, end, to], { filter, mode: 'normal' }),
      ),
      ...(['normal', 'force', 'move'] as const).map((mode) =>
        syntax([...place, literal(mask), literal(mode)], (call, [begin, end, to]) =>
          clone(call, [begin, end, to], { filter, mode }),
        ),
      ),
    ]),
    syntax([...place, literal('filtered'), block('filter')], (call, [begin, end, to, , wanted]) => {
      const filter: Filter = ({ game }, position) => matchesBlock(wanted, game.world.blockAt(position))
      return clone(call, [begin, end, to], { filter, mode: 'normal' })
    }),
  ],
}

function clone(
  call: CommandCall,
  [begin, end, to]: readonly [Position, Position, Position],
  { filter, mode }: Copy,
): string {
  const { world } = call.game
  const source = blockArea(begin, end)
  const { from } = source
  const shift = { x: to.x - from.x, y: to.y - from.y, z: to.z - from.z }
  const moved = (position: Position) => ({
    x: position.x + shift.x,
    y: position.y + shift.y,
    z: position.z + shift.z,
  })
  if (mode === 'normal' && overlap(source, blockArea(to, moved(source.to)))) {
    throw new CommandError('The source and destination areas cannot overlap')
  }
  const copied = [...blocksOf(source)].filter((position) => filter(call, position))
  const states = copied.map((position) => world.blockStateAt(position))
  if (mode === 'move') for (const position of copied) world.setBlockState(position, 0)
  const changes = copied.filter((position, index) => world.setBlockState(moved(position), states[index] ?? 0))
  if (changes.length === 0) throw new CommandError('No blocks were cloned')
  return `Successfully cloned ${changes.length} block(s)`
}
