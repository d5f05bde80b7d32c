import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { feedAnimal } from '../mobs/breeding.ts'
import { mount } from '../vehicles/riding.ts'
import { dye } from './dyeing.ts'
import { useHorse } from './horses.ts'
import { milk } from './milking.ts'
import { reachesBody } from './reach.ts'
import { shear } from './shearing.ts'
import { openTrades } from './trading.ts'

/** The player uses what it holds on a body: milks a cow, shears or dyes a sheep, feeds an animal, trades with a villager. */
export function useOnEntity(game: Game, player: Player, targetId: number, offHand: boolean): void {
  const mob = game.entities.get(targetId)
  if (mob?.type === 'vehicle' && !player.isDead && reachesBody(player, mob.position, mob.kind.height)) {
    mount(game, player, mob)
    return
  }
  if (mob !== undefined && milk(game, player, mob, offHand)) return
  if (player.isDead || player.gameMode === 'spectator' || offHand || mob?.type !== 'mob') return
  if (!reachesBody(player, mob.position, mob.kind.height)) return
  if (openTrades(game, player, mob)) return
  const isDone = shear(game, player, mob) || dye(game, player, mob) || useHorse(game, player, mob)
  if (!isDone) feedAnimal(game, player, mob)
  syncWindow(game, player)
}
