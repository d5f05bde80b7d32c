import type { Position } from '../../src/core/position.ts'
import { teleport } from '../game/teleport.ts'
import { wakeItem } from '../rules/item-physics.ts'
import { MIN_Y } from '../world/world-bounds.ts'
import { entities, entitiesOf } from './arguments/entities.ts'
import { float } from './arguments/numbers.ts'
import type { Selector, Target } from './arguments/selector.ts'
import { bool } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'
import { describeTargets } from './targets.ts'

/** Places that are tried for each body before the command gives up. */
const TRIES = 1000

const numbers = [
  float('x'),
  float('z'),
  float('spreadDistance', { least: 0 }),
  float('maxRange', { least: 1 }),
] as const

/** Minecraft Wiki: Commands/spreadplayers. Teams are spread one by one, whatever `respectTeams` says. */
export const spreadPlayersCommand: Command = {
  name: 'spreadplayers',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([...numbers, bool('respectTeams'), entities('targets')], (call, values) => {
      const [x, z, apart, range, , targets] = values
      return spread(call, { x, z, apart, range }, targets)
    }),
  ],
}

interface Area {
  readonly x: number
  readonly z: number
  /** Least distance between two of the bodies, in blocks. */
  readonly apart: number
  readonly range: number
}

function spread(call: CommandCall, area: Area, selector: Selector): string {
  const targets = entitiesOf(call, selector)
  const places: Position[] = []
  for (const _target of targets) places.push(freePlace(call, area, places))
  for (const [index, target] of targets.entries()) move(call, target, places[index] ?? target.position)
  const who = describeTargets(targets, 'players')
  return `Spread ${targets.length} player(s) around ${area.x.toFixed(1)}, ${area.z.toFixed(1)}: ${who}`
}

function freePlace(
  { game }: CommandCall,
  { x, z, apart, range }: Area,
  taken: readonly Position[],
): Position {
  const random = game.stream('spreadplayers')
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const place = {
      x: Math.floor(x + (random.float() * 2 - 1) * range),
      z: Math.floor(z + (random.float() * 2 - 1) * range),
    }
    const y = game.world.surfaceY(place.x, place.z)
    const ground = game.world.blockAt({ ...place, y }).name
    const isApart = taken.every(
      (other) => Math.hypot(other.x - place.x - 0.5, other.z - place.z - 0.5) >= apart,
    )
    if (y < MIN_Y || /^(water|lava|fire|cactus)$/.test(ground) || !isApart) continue
    return { x: place.x + 0.5, y: y + 1, z: place.z + 0.5 }
  }
  throw new CommandError(`Could not spread the players around ${x}, ${z} (too many for the space)`)
}

function move({ game }: CommandCall, target: Target, place: Position): void {
  if (target.type === 'player') teleport(game, target, place)
  else {
    if (target.type === 'item') wakeItem(game, target)
    target.position = place
    target.moved = true
  }
}
