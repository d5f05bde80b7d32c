import { type Shot, spawnArrow } from '../game/arrows.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import { type ItemStack, withCount } from '../inventory/item-stack.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import { afterUses } from './wear.ts'

const FULL_DRAW_TICKS = 20
const LEAST_POWER = 0.1
const FULL_SPEED = 3
const DAMAGE = 2

/** The player draws the bow in that hand, if it holds one and an arrow. Says whether it does. */
export function drawBow(game: Game, player: Player, offHand: boolean): boolean {
  const slot = offHand ? OFF_HAND : player.heldSlot
  if (player.inventory.storage.at(slot)?.name !== 'bow') return false
  if (arrowSlot(player) !== null || player.gameMode === 'creative') {
    player.drawing = { slot, startTick: game.tick }
  }
  return true
}

/** How strongly a bow shoots after that many ticks of drawing, from 0 to 1 (Minecraft Wiki: Bow). */
export function drawPower(ticks: number): number {
  const share = ticks / FULL_DRAW_TICKS
  return Math.min(1, (share ** 2 + share * 2) / 3)
}

/** The player lets the string go. */
export function looseBow(game: Game, player: Player): void {
  const { drawing } = player
  player.drawing = null
  const bow = drawing === null ? null : player.inventory.storage.at(drawing.slot)
  if (drawing === null || bow?.name !== 'bow' || player.isDead) return
  const power = drawPower(game.tick - drawing.startTick)
  const ammunition = arrowSlot(player)
  const isCreative = player.gameMode === 'creative'
  if (power < LEAST_POWER || (ammunition === null && !isCreative)) return
  const yaw = (player.yaw * Math.PI) / 180
  const pitch = (player.pitch * Math.PI) / 180
  spawnArrow(game, {
    shooter: player.id,
    position: { ...player.eyes, y: player.eyes.y - 0.1 },
    direction: {
      x: -Math.sin(yaw) * Math.cos(pitch),
      y: -Math.sin(pitch),
      z: Math.cos(yaw) * Math.cos(pitch),
    },
    speed: power * FULL_SPEED,
    spread: 1,
    ...enchantedShot(bow),
    critical: power === 1,
    collectable: !isCreative && enchantmentLevel(bow, 'infinity') === 0,
  })
  if (!isCreative && ammunition !== null) spend(game, player, drawing.slot, ammunition)
}

/** Minecraft Wiki: Power, Punch, Flame. */
function enchantedShot(bow: ItemStack): Pick<Shot, 'damage' | 'punch' | 'burns'> {
  const power = enchantmentLevel(bow, 'power')
  return {
    damage: DAMAGE + (power > 0 ? 0.5 * power + 0.5 : 0),
    punch: enchantmentLevel(bow, 'punch'),
    burns: enchantmentLevel(bow, 'flame') > 0,
  }
}

function spend(game: Game, player: Player, bowSlot: number, ammunition: number): void {
  const { storage } = player.inventory
  const arrows = storage.at(ammunition)
  const bow = storage.at(bowSlot)
  const isEndless = enchantmentLevel(bow, 'infinity') > 0
  if (arrows !== null && !isEndless) storage.put(ammunition, withCount(arrows, arrows.count - 1))
  if (bow !== null) storage.put(bowSlot, afterUses(game, bow, 1))
  syncWindow(game, player)
}

/** Where the player has arrows: in the hands first; null when it has none. */
function arrowSlot(player: Player): number | null {
  const { storage } = player.inventory
  const slots = [OFF_HAND, player.heldSlot, ...Array.from({ length: 36 }, (_, index) => index + 9)]
  return slots.find((slot) => storage.at(slot)?.name === 'arrow') ?? null
}
