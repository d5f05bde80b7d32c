import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { colours } from '../mobs/spawning/wool-colours.ts'
import { byteTag, intTag, type Tag } from '../protocol/tags.ts'

/** What vanilla knows of animals, for other tools: the server reads their minds instead. */
export function animalTags(game: Game, { mind, traits }: MobEntity): Readonly<Record<string, Tag>> {
  if (traits.hostile) return {}
  const age = mind.childhood > 0 ? -mind.childhood : Math.max(0, mind.nextBreeding - game.tick)
  return { Age: intTag(age), InLove: intTag(mind.loveTicks), ...kindTags(game, traits.name, mind) }
}

function kindTags(game: Game, name: string, mind: MobEntity['mind']): Readonly<Record<string, Tag>> {
  switch (name) {
    case 'sheep':
      return { Sheared: byteTag(mind.shorn), Color: byteTag(colours.indexOf(mind.woolColour)) }
    case 'horse':
      return { Tame: byteTag(mind.tame), Temper: intTag(mind.temper) }
    case 'chicken':
      return mind.nextEgg === null ? {} : { EggLayTime: intTag(Math.max(0, mind.nextEgg - game.tick)) }
    default:
      return {}
  }
}
