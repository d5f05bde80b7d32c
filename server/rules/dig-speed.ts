import { digTicks } from '../data/dig-time.ts'
import { effectLevel } from '../game/active-effect.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import { wornLevel } from './worn-enchantments.ts'

/** Ticks that the player needs to break a block of that state with what it holds; infinity for what never breaks. */
export function breakTicks(game: Game, player: Player, state: number, wasOnGround: boolean): number {
  const { eyes } = player
  const head = { x: Math.floor(eyes.x), y: Math.floor(eyes.y), z: Math.floor(eyes.z) }
  return digTicks(game.registry.blockOfState(state), player.held?.name ?? null, {
    onGround: player.onGround || wasOnGround,
    headInWater: game.world.blockAt(head).name === 'water' && wornLevel(player, 'aqua_affinity') === 0,
    efficiency: enchantmentLevel(player.held, 'efficiency'),
    haste: Math.max(effectLevel(player, 'haste'), effectLevel(player, 'conduit_power')),
    miningFatigue: effectLevel(player, 'mining_fatigue'),
  })
}
