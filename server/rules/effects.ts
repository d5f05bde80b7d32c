import type { Game } from '../game/game.ts'
import type { ActiveEffect, Player } from '../game/player.ts'
import type { Packet } from '../protocol/packet.ts'
import { heal, hurt, sendHealth } from './damage.ts'

/** Effects that act once and leave nothing behind. */
const instant: ReadonlySet<string> = new Set(['instant_health', 'instant_damage', 'saturation'])

const SHOWS_PARTICLES = 2
const SHOWS_ICON = 4

/** How strong the effect is: 1 for level I, 0 without it. */
export function effectLevel(player: Player, name: string): number {
  const effect = player.effects.get(name)
  return effect === undefined ? 0 : effect.amplifier + 1
}

/**
 * Puts a player under an effect, unless a stronger one of its kind lasts.
 *
 * @returns whether anything changed
 */
export function addEffect(game: Game, player: Player, name: string, effect: ActiveEffect): boolean {
  const present = player.effects.get(name)
  if (present !== undefined && present.amplifier > effect.amplifier) return false
  if (present?.amplifier === effect.amplifier && present.endTick > effect.endTick) return false
  if (instant.has(name)) {
    actAtOnce(game, player, name, effect.amplifier)
    return true
  }
  player.effects.set(name, effect)
  sendEffect(game, player, name, effect)
  return true
}

/** Ends an effect. @returns whether the player was under it */
export function removeEffect(game: Game, player: Player, name: string): boolean {
  if (!player.effects.delete(name)) return false
  const effectId = idOf(game, name)
  game.sendTo(audience(game, player), {
    name: 'remove_entity_effect',
    params: { entityId: player.id, effectId },
  })
  return true
}

/** Ends effects that are over, and lets the others act (https://minecraft.wiki/w/Effect). */
export function tickEffects(game: Game): void {
  for (const player of game.players.values()) {
    if (player.effects.size === 0) continue
    for (const [name, effect] of player.effects) {
      if (player.isDead || game.tick >= effect.endTick) removeEffect(game, player, name)
      else act(game, player, name, effect)
    }
  }
}

/** Tells a client about its own effects, when it has joined. */
export function sendEffects(game: Game, player: Player): void {
  for (const [name, effect] of player.effects) {
    player.connection.send(effectPacket(game, player, name, effect))
  }
}

function act(game: Game, player: Player, name: string, { amplifier, endTick }: ActiveEffect): void {
  const due = (interval: number) => {
    const left = Number.isFinite(endTick) ? endTick - game.tick : game.tick
    return left % Math.max(1, interval >> amplifier) === 0
  }
  if (name === 'regeneration' && due(50)) heal(player, 1)
  if (name === 'poison' && due(25) && player.health > 1) hurt(game, player, 1, 'magic')
  if (name === 'wither' && due(40)) hurt(game, player, 1, 'wither')
  if (name === 'hunger') player.exhaustion += 0.005 * (amplifier + 1)
}

function actAtOnce(game: Game, player: Player, name: string, amplifier: number): void {
  if (name === 'instant_health') heal(player, 4 * 2 ** amplifier)
  if (name === 'instant_damage') hurt(game, player, 6 * 2 ** amplifier, 'magic')
  if (name === 'saturation') {
    player.food = Math.min(20, player.food + amplifier + 1)
    player.saturation = Math.min(player.food, player.saturation + 2 * (amplifier + 1))
    sendHealth(player)
  }
}

function sendEffect(game: Game, player: Player, name: string, effect: ActiveEffect): void {
  game.sendTo(audience(game, player), effectPacket(game, player, name, effect))
}

function effectPacket(game: Game, player: Player, name: string, effect: ActiveEffect): Packet {
  const flags = (effect.hidesParticles ? 0 : SHOWS_PARTICLES) + SHOWS_ICON
  return {
    name: 'entity_effect',
    params: {
      entityId: player.id,
      effectId: idOf(game, name),
      amplifier: effect.amplifier,
      duration: Number.isFinite(effect.endTick) ? effect.endTick - game.tick : -1,
      flags,
      hideParticles: flags,
    },
  }
}

function audience(game: Game, player: Player): readonly Player[] {
  return [player, ...[...game.players.values()].filter((other) => other.seen.has(player.id))]
}

function idOf(game: Game, name: string): number {
  return game.registry.effects.find((kind) => kind.name === name)?.id ?? 0
}
