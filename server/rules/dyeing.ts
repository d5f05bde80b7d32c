import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { refreshMob } from '../game/mob-looks.ts'
import type { Player } from '../game/player.ts'
import { withCount } from '../inventory/item-stack.ts'
import { colourOfDye } from '../mobs/spawning/wool-colours.ts'

/** The player dyes a sheep, which keeps the colour. Says whether it did. Source: Minecraft Wiki, Dye (sheep). */
export function dye(game: Game, player: Player, mob: MobEntity): boolean {
  const { held } = player
  const colour = held === null ? null : colourOfDye(held.name)
  if (held === null || colour === null || mob.traits.name !== 'sheep') return false
  if (mob.mind.shorn || mob.mind.woolColour === colour) return false
  mob.mind.woolColour = colour
  if (player.gameMode !== 'creative') player.held = withCount(held, held.count - 1)
  refreshMob(game, mob)
  return true
}
