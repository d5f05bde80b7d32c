import { blockPosition } from '../../src/core/position.ts'
import { fluidOfState } from '../data/fluid.ts'
import { perState } from '../data/per-state.ts'
import type { MobEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { FULL_AIR } from '../game/player.ts'
import { fireDamageOf } from '../rules/burning.ts'
import { harm } from '../rules/harming.ts'
import { sufferAround } from '../rules/hazards.ts'
import { isRainedOn } from '../rules/rain.ts'
import { chokesIn } from '../rules/suffocation.ts'
import { eyesOf, filledPlaces, surroundingsOf } from '../rules/surroundings.ts'

/** A mob that stands still in a safe place looks around once in so many ticks. */
const INTERVAL = 10
const undead = /^(zombie|husk|skeleton|stray)$/

/** Lets the surroundings harm a mob as they harm players. Mobs in safe places cost next to nothing. */
export function tickMobHazards(game: Game, mob: MobEntity): void {
  const { mind } = mob
  const isTurn = (game.tick + mob.id) % INTERVAL === 0
  if (mind.isSafe && !mob.moved && !isTurn && mob.fireTicks <= 0) return
  if (mob.traits.fearsWater && isTurn) wet(game, mob)
  mind.isSafe = mob.fireTicks <= 0 && mob.air === FULL_AIR && !isEndangered(game, mob)
  if (mind.isSafe || mob.health <= 0) return
  const around = surroundingsOf(game, mob)
  sufferAround(game, mob, undead.test(mob.traits.name) ? { ...around, isSubmerged: false } : around)
}

/** Water and rain hurt endermen (Minecraft Wiki: Enderman). */
function wet(game: Game, mob: MobEntity): void {
  const top = { ...mob.position, y: mob.position.y + mob.kind.height }
  if (surroundingsOf(game, mob).inWater || isRainedOn(game, top)) harm(game, mob, 1, 'drowning')
}

function isEndangered(game: Game, mob: MobEntity): boolean {
  const { registry, world } = game
  const below = blockPosition({ ...mob.position, y: mob.position.y - 0.01 })
  const places = [...filledPlaces(game, mob), below]
  if (places.some((place) => isDanger(registry, world.blockStateAt(place)))) return true
  return chokesIn(game, eyesOf(mob))
}

/** Whether a block in the state may harm who is in it or on it. */
const isDanger = perState((registry, state) => {
  const { name } = registry.blockOfState(state)
  const burns = fireDamageOf({ name, properties: registry.propertiesOfState(state) }) > 0
  const pricks = /^(cactus|sweet_berry_bush|magma_block)$/.test(name)
  return burns || pricks || fluidOfState(registry, state) !== null
})
