import { distanceBetween, type Position } from '../../src/core/position.ts'
import type { Player } from '../game/player.ts'
import { players, playersOf } from './arguments/entities.ts'
import { registered } from './arguments/names.ts'
import { float, integer } from './arguments/numbers.ts'
import { placeOf, position } from './arguments/position.ts'
import { literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

/** How far away particles are seen, in blocks. */
const SIGHT = 32
const FAR_SIGHT = 512

/** Particles that carry data, such as a block or a colour, which this command does not take. */
const withData =
  /^(block|block_marker|falling_dust|dust.*|item|vibration|trail|sculk_charge|shriek|block_crumble|entity_effect|ambient_entity_effect)$/

const kind = registered('name', 'particle_type', ({ game }) =>
  game.registry.particles.map((one) => one.name).filter((name) => !withData.test(name)),
)
const delta = [float('deltaX'), float('deltaY'), float('deltaZ')] as const
const amount = [float('speed', { least: 0 }), integer('count', { least: 0 })] as const
const whole = [kind, position('pos'), ...delta, ...amount] as const

/** Minecraft Wiki: Commands/particle. Particles with data are not in. */
export const particleCommand: Command = {
  name: 'particle',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([kind], (call, [name]) => show(call, { ...usual, name, position: placeOf(call).position })),
    syntax([kind, position('pos')], (call, [name, place]) => show(call, { ...usual, name, position: place })),
    syntax(whole, (call, values) => show(call, shownBy(values, false))),
    ...(['normal', 'force'] as const).flatMap((mode) => [
      syntax([...whole, literal(mode)], (call, values) => show(call, shownBy(values, mode === 'force'))),
      syntax([...whole, literal(mode), players('viewers')], (call, values) =>
        show(call, shownBy(values, mode === 'force'), playersOf(call, values[8])),
      ),
    ]),
  ],
}

interface ShownParticles {
  readonly name: string
  readonly position: Position
  readonly spread: Position
  readonly speed: number
  readonly count: number
  readonly force: boolean
}

const usual = { spread: { x: 0, y: 0, z: 0 }, speed: 0, count: 0, force: false }

type WholeValues = readonly [string, Position, number, number, number, number, number, ...unknown[]]

function shownBy([name, place, x, y, z, speed, count]: WholeValues, force: boolean): ShownParticles {
  return { name, position: place, spread: { x, y, z }, speed, count, force }
}

function show(
  { game }: CommandCall,
  shown: ShownParticles,
  viewers: Iterable<Player> = game.players.values(),
): string {
  const { id, displayName } = game.registry.particles.find((one) => one.name === shown.name) ?? {
    id: 0,
    displayName: shown.name,
  }
  const sight = shown.force ? FAR_SIGHT : SIGHT
  const near = [...viewers].filter((player) => distanceBetween(player.position, shown.position) <= sight)
  if (near.length === 0) throw new CommandError('The particle was not visible for anybody')
  game.sendTo(near, game.protocol.particles({ ...shown, id }))
  return `Displaying particle ${displayName}`
}
