import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { spawnItem } from '../game/item-entities.ts'
import { refreshMob } from '../game/mob-looks.ts'
import type { Player } from '../game/player.ts'
import { playSound } from '../game/sounds.ts'
import { itemStack } from '../inventory/item-stack.ts'
import { afterUses } from './wear.ts'

const MOST_WOOL = 3
const DROP_DELAY = 10

/** The player takes a grown sheep's wool with shears: one to three pieces (Minecraft Wiki: Sheep). Says whether it did. */
export function shear(game: Game, player: Player, mob: MobEntity): boolean {
  const { held } = player
  if (held?.name !== 'shears' || mob.traits.name !== 'sheep') return false
  if (mob.mind.shorn || mob.mind.childhood > 0) return false
  mob.mind.shorn = true
  const sound = { name: 'entity.sheep.shear', category: 'player', position: mob.position } as const
  playSound(game, { ...sound, volume: 1, pitch: 1 })
  refreshMob(game, mob)
  const { random } = game
  const count = 1 + random.below(MOST_WOOL)
  for (let piece = 0; piece < count; piece++) {
    spawnItem(game, itemStack(`${mob.mind.woolColour}_wool`), {
      position: { ...mob.position, y: mob.position.y + 1 },
      velocity: { x: (random.float() - 0.5) / 5, y: 0.2, z: (random.float() - 0.5) / 5 },
      pickUpDelay: DROP_DELAY,
    })
  }
  if (player.gameMode !== 'creative') player.held = afterUses(game, held, 1)
  return true
}
