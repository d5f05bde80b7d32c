import { hurtMob } from '../mobs/hurt-mob.ts'
import { type DamageCause, hurt } from '../rules/damage.ts'
import { entitiesOf, entity } from './arguments/entities.ts'
import { registered } from './arguments/names.ts'
import { float } from './arguments/numbers.ts'
import type { Selector } from './arguments/selector.ts'
import { type Target, targetName } from './arguments/selector.ts'
import { literal } from './arguments/words.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

/** Vanilla's damage types that the server tells apart. */
const causes: Readonly<Record<string, DamageCause>> = {
  generic: 'magic',
  magic: 'magic',
  indirect_magic: 'magic',
  fall: 'fall',
  out_of_world: 'void',
  generic_kill: 'kill',
  starve: 'starvation',
  lava: 'lava',
  drown: 'drowning',
  in_wall: 'suffocation',
  in_fire: 'fire',
  on_fire: 'burning',
  cactus: 'cactus',
  sweet_berry_bush: 'berries',
  hot_floor: 'magma',
  wither: 'wither',
}

const target = entity('target')
const amount = float('amount', { least: 0 })
const type = registered('damageType', 'damage_type', () => [...Object.keys(causes), ...attacks])
const attacks = ['player_attack', 'mob_attack', 'arrow', 'explosion']

/** Minecraft Wiki: Commands/damage. */
export const damageCommand: Command = {
  name: 'damage',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([target, amount], (call, [whom, points]) => damage(call, whom, points, 'magic')),
    syntax([target, amount, type], (call, [whom, points, name]) =>
      damage(call, whom, points, causes[name] ?? 'magic'),
    ),
    syntax([target, amount, type, literal('by'), entity('entity')], (call, [whom, points, name, , by]) => {
      const [attacker] = entitiesOf(call, by)
      if (attacker === undefined) throw new CommandError('No entity was found')
      const weapon = name === 'arrow' ? 'arrow' : name === 'explosion' ? 'blast' : 'blow'
      const { id, position: from } = attacker
      return damage(call, whom, points, { by: targetName(attacker), from, weapon, attacker: id })
    }),
  ],
}

function damage(call: CommandCall, whom: Selector, points: number, cause: DamageCause): string {
  const [victim] = entitiesOf(call, whom)
  if (victim === undefined || !hurtTarget(call, victim, points, cause)) {
    throw new CommandError('Target is invulnerable to the given damage type')
  }
  return `Applied ${Number.isInteger(points) ? `${points}.0` : points} damage to ${targetName(victim)}`
}

function hurtTarget({ game }: CommandCall, victim: Target, points: number, cause: DamageCause): boolean {
  if (victim.type === 'player') return hurt(game, victim, points, cause)
  if (victim.type !== 'mob') return false
  const attacker = typeof cause === 'object' ? (cause.attacker ?? null) : null
  const player = attacker !== null && game.players.has(attacker) ? attacker : null
  return hurtMob(game, victim, { damage: points, player, blockable: typeof cause === 'object' })
}
