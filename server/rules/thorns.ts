import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import { hurtMob } from '../mobs/hurt-mob.ts'
import { hurt } from './damage.ts'
import { afterUses } from './wear.ts'
import { ARMOR_PLACES } from './worn-enchantments.ts'

const CHANCE_PER_LEVEL = 0.15
const MOST_DAMAGE = 4
/** Uses that hurting somebody costs the piece. */
const WEAR = 2

/** Each thorny piece that the player wears may hurt who struck it (Minecraft Wiki: Thorns). */
export function prickAttacker(game: Game, player: Player, attacker: Player | MobEntity): void {
  const { storage } = player.inventory
  for (const place of ARMOR_PLACES) {
    const piece = storage.at(place)
    const level = enchantmentLevel(piece, 'thorns')
    if (piece === null || level === 0) continue
    const random = game.stream('thorns')
    if (random.float() >= CHANCE_PER_LEVEL * level) continue
    const damage = 1 + random.below(MOST_DAMAGE)
    if (attacker.type === 'mob') hurtMob(game, attacker, { damage, player: player.id, blockable: true })
    else hurt(game, attacker, damage, { ...attackOf(player), weapon: 'thorns' })
    if (player.gameMode !== 'creative') storage.put(place, afterUses(game, piece, WEAR))
  }
}

function attackOf({ id, name, position }: Player) {
  return { by: name, from: position, attacker: id }
}
