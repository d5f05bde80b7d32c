import { type EffectDose, foodEffects } from '../data/food-effects.ts'
import { potionEffects } from '../data/potion-effects.ts'
import type { Game } from '../game/game.ts'
import type { Living } from '../game/living.ts'
import type { Player } from '../game/player.ts'
import { teleport } from '../game/teleport.ts'
import type { ItemStack } from '../inventory/item-stack.ts'
import { startCooldown } from './cooldowns.ts'
import { addEffect, clearEffects, removeEffect } from './effects.ts'
import { fitsAt } from './standing-room.ts'

const CHORUS_TRIES = 16
/** Farthest that a chorus fruit takes who eats it, along each axis, in blocks. */
const CHORUS_REACH = 8
const CHORUS_COOLDOWN = 20

/** What eating or drinking does besides filling: effects, milk, honey, chorus fruit. */
export function swallowed(game: Game, player: Player, stack: ItemStack): void {
  const random = game.stream('eating')
  for (const effect of foodEffects(stack.name)) {
    if (effect.chance === 1 || random.float() < effect.chance) dose(game, player, effect)
  }
  for (const effect of potionEffects(stack.data?.potion ?? '')) dose(game, player, effect)
  for (const { effect, ticks } of stack.data?.stewEffects ?? [])
    dose(game, player, { effect, ticks, amplifier: 0 })
  if (stack.name === 'milk_bucket') clearEffects(game, player)
  if (stack.name === 'honey_bottle') removeEffect(game, player, 'poison')
  if (stack.name === 'chorus_fruit') teleportAtRandom(game, player)
}

/** Puts a body under an effect for the dose's time. */
export function dose(game: Game, body: Living, { effect, amplifier, ticks }: EffectDose): void {
  addEffect(game, body, effect, { amplifier, endTick: game.tick + ticks, hidesParticles: false })
}

/** Minecraft Wiki: Chorus Fruit. It takes the player onto solid ground with room to stand, or nowhere. */
function teleportAtRandom(game: Game, player: Player): void {
  startCooldown(game, player, 'chorus_fruit', CHORUS_COOLDOWN)
  const random = game.stream('eating')
  const offset = () => (random.float() * 2 - 1) * CHORUS_REACH
  for (let attempt = 0; attempt < CHORUS_TRIES; attempt++) {
    const { x, y, z } = player.position
    const place = fitsAt(game, { x: x + offset(), y: y + offset(), z: z + offset() })
    if (place === null) continue
    player.fallDistance = 0
    teleport(game, player, place, { yaw: player.yaw, pitch: player.pitch })
    return
  }
}
