import { fishingExperience } from '../data/experience-amounts.ts'
import { fishingLoot } from '../data/loot/fishing-loot.ts'
import { attributeValue } from '../game/active-effect.ts'
import { bobberOf, removeBobber, spawnBobber } from '../game/bobbers.ts'
import { enchantedByChance } from '../game/chance-enchanting.ts'
import type { BobberEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { spawnItem } from '../game/item-entities.ts'
import { dropExperience } from '../game/orbs.ts'
import type { Player } from '../game/player.ts'
import { syncWindow } from '../game/window-sync.ts'
import { enchantmentLevel } from '../inventory/item-data.ts'
import { OFF_HAND } from '../inventory/player-inventory.ts'
import { pullHooked } from './bobber-flight.ts'
import { isOpenWater } from './open-water.ts'
import { wearSlot } from './tool-wear.ts'

const BOBBER_SPEED = 0.6
/** How much a cast goes astray. */
const SPREAD = 0.0103365
const STEEPEST = 5
/** Uses that reeling in costs, by what hung on the hook. */
const USES = { fish: 1, ground: 2, item: 3, body: 5 } as const

/** The player casts its rod, or reels it in. Says whether it holds one in that hand. Source: Minecraft Wiki, Fishing Rod. */
export function useFishingRod(game: Game, player: Player, offHand: boolean): boolean {
  const slot = offHand ? OFF_HAND : player.heldSlot
  if (player.inventory.storage.at(slot)?.name !== 'fishing_rod') return false
  const bobber = bobberOf(game, player)
  if (bobber === null) {
    cast(game, player)
    return true
  }
  const uses = reelIn(game, player, bobber, slot)
  removeBobber(game, bobber)
  if (uses > 0) wearSlot(game, player, slot, uses)
  syncWindow(game, player)
  return true
}

function cast(game: Game, player: Player): void {
  const random = game.stream('fishing')
  const yaw = (player.yaw * Math.PI) / 180
  const steepness = -Math.tan((player.pitch * Math.PI) / 180)
  const direction = {
    x: -Math.sin(yaw),
    y: Math.max(-STEEPEST, Math.min(STEEPEST, steepness)),
    z: Math.cos(yaw),
  }
  const length = Math.hypot(direction.x, direction.y, direction.z)
  const force = () => BOBBER_SPEED / length + 0.5 + (random.float() - random.float()) * SPREAD
  const velocity = { x: direction.x * force(), y: direction.y * force(), z: direction.z * force() }
  const { eyes } = player
  const position = { x: eyes.x + direction.x * 0.3, y: eyes.y, z: eyes.z + direction.z * 0.3 }
  spawnBobber(game, player, position, velocity)
}

/** Gives how many uses of the rod it costs. */
function reelIn(game: Game, player: Player, bobber: BobberEntity, slot: number): number {
  if (bobber.hooked !== null) return pullHooked(game, bobber, player) === 'item' ? USES.item : USES.body
  if (bobber.biteTicks > 0) {
    landCatch(game, player, bobber, slot)
    return USES.fish
  }
  return bobber.onGround ? USES.ground : 0
}

/** The catch flies to the player, who learns from it. */
function landCatch(game: Game, player: Player, bobber: BobberEntity, slot: number): void {
  const random = game.stream('fishing')
  const rod = player.inventory.storage.at(slot)
  const luck = enchantmentLevel(rod, 'luck_of_the_sea') + attributeValue(player, 'luck', 0)
  const stack = fishingLoot({
    luck,
    openWater: isOpenWater(game, bobber.position),
    random,
    enchant: (item, power) => enchantedByChance(game, item, power, random),
    durabilityOf: (item) => game.registry.item(item).maxDurability ?? 0,
  })
  const [x, y, z] = [
    player.position.x - bobber.position.x,
    player.position.y - bobber.position.y,
    player.position.z - bobber.position.z,
  ]
  const velocity = { x: x * 0.1, y: y * 0.1 + Math.sqrt(Math.hypot(x, y, z)) * 0.08, z: z * 0.1 }
  spawnItem(game, stack, { position: bobber.position, velocity, pickUpDelay: 0 })
  const place = { x: player.position.x, y: player.position.y + 0.5, z: player.position.z + 0.5 }
  dropExperience(game, place, fishingExperience(random))
}
