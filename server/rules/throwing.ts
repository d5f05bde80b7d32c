import { startVelocity } from '../game/arrows.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { type ItemStack, withCount } from '../inventory/item-stack.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import { isCoolingDown, startCooldown } from './cooldowns.ts'
import { lookVector } from './ray-cast.ts'

interface Throw {
  /** Blocks per tick. */
  readonly speed: number
  /** Degrees that it flies above where the player looks. */
  readonly lift: number
  /** The entity that flies. */
  readonly entity: string
  /** Ticks until the next can be thrown. */
  readonly cooldown: number
}

/** Minecraft Wiki: Snowball, Egg, Ender Pearl, Bottle o' Enchanting, Splash Potion. */
const throws: Readonly<Record<string, Throw>> = {
  snowball: { speed: 1.5, lift: 0, entity: 'snowball', cooldown: 0 },
  egg: { speed: 1.5, lift: 0, entity: 'egg', cooldown: 0 },
  ender_pearl: { speed: 1.5, lift: 0, entity: 'ender_pearl', cooldown: 20 },
  experience_bottle: { speed: 0.7, lift: 20, entity: 'experience_bottle', cooldown: 0 },
  lingering_potion: { speed: 0.5, lift: 20, entity: 'potion', cooldown: 0 },
  splash_potion: { speed: 0.5, lift: 20, entity: 'potion', cooldown: 0 },
}

/** The player throws one of what it holds in that hand, if that is thrown. Says whether it is. */
export function throwItem(game: Game, player: Player, offHand: boolean): boolean {
  const slot = offHand ? OFF_HAND : player.heldSlot
  const stack = player.inventory.storage.at(slot)
  const facts = stack === null ? undefined : throws[stack.name]
  if (stack === null || facts === undefined) return false
  if (player.gameMode === 'spectator' || isCoolingDown(game, player, stack.name)) return true
  if (facts.cooldown > 0) startCooldown(game, player, stack.name, facts.cooldown)
  spawnThrown(game, player, stack, facts)
  if (player.gameMode !== 'creative') {
    player.inventory.storage.put(slot, withCount(stack, stack.count - 1))
    syncWindow(game, player)
  }
  return true
}

function spawnThrown(game: Game, player: Player, stack: ItemStack, { speed, lift, entity }: Throw): void {
  const id = game.nextId()
  const level = lookVector(player.yaw, player.pitch)
  const direction = { ...level, y: lookVector(player.yaw, player.pitch - lift).y }
  game.entities.set(id, {
    type: 'thrown',
    id,
    uuid: game.uuidOf(id),
    kind: game.registry.entity(entity),
    position: { ...player.eyes, y: player.eyes.y - 0.1 },
    velocity: startVelocity({ random: game.stream('throwing') }, { direction, speed, spread: 1 }),
    yaw: player.yaw,
    pitch: player.pitch,
    onGround: false,
    moved: false,
    stack: { ...stack, count: 1 },
    shooter: player.id,
    age: 0,
  })
}
