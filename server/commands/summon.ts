import type { Position } from '../../src/core/position.ts'
import { HIGHEST_LEVEL, isProfession } from '../data/profession.ts'
import type { MobEntity } from '../game/entity.ts'
import { spawnMob } from '../mobs/spawn-mob.ts'
import { employ, promote } from '../mobs/villagers/careers.ts'
import type { Trader } from '../mobs/villagers/trader.ts'
import { registered } from './arguments/names.ts'
import { placeOf, position } from './arguments/position.ts'
import { compound } from './arguments/tag.ts'
import { type Command, CommandError } from './command.ts'
import type { CommandCall } from './framework/argument.ts'
import { syntax } from './framework/syntax.ts'

type Tag = Readonly<Record<string, unknown>>

const kind = registered('entity', 'entity_type', ({ game }) => game.registry.entities.map((one) => one.name))

/** Minecraft Wiki: Commands/summon. Only mobs that the server has rules for can be summoned; of tags, villagers' trades count. */
export const summonCommand: Command = {
  name: 'summon',
  aliases: [],
  operatorsOnly: true,
  syntaxes: [
    syntax([kind], (call, [name]) => summon(call, name, placeOf(call).position)),
    syntax([kind, position('pos')], (call, [name, place]) => summon(call, name, place)),
    syntax([kind, position('pos'), compound('nbt')], (call, [name, place, tag]) =>
      summon(call, name, place, tag),
    ),
  ],
}

function summon({ game }: CommandCall, name: string, place: Position, tag: Tag = {}): string {
  const mob = spawnMob(game, name, place)
  if (mob === null) throw new CommandError('Unable to summon entity')
  if (mob.trader !== null) employAs(game, mob, mob.trader, tag.VillagerData)
  return `Summoned new ${mob.kind.displayName}`
}

function employAs(game: CommandCall['game'], mob: MobEntity, trader: Trader, data: unknown): void {
  if (typeof data !== 'object' || data === null) return
  const { profession, level } = data as Tag
  const name = typeof profession === 'string' ? profession.replace(/^minecraft:/, '') : null
  if (!isProfession(name)) return
  employ(game, mob, trader, name)
  while (typeof level === 'number' && trader.level < Math.min(level, HIGHEST_LEVEL))
    promote(game, mob, trader)
}
