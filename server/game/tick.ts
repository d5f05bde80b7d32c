import { tickSpawning } from '../mobs/spawning/natural-spawning.ts'
import { tickMobs } from '../mobs/tick-mobs.ts'
import { tickArrows } from '../rules/arrow-flight.ts'
import { tickHoppers } from '../rules/automation/hoppers.ts'
import { tickBobbers } from '../rules/bobber-flight.ts'
import { tickDigging } from '../rules/digging.ts'
import { tickEating } from '../rules/eating.ts'
import { tickClouds } from '../rules/effect-clouds.ts'
import { tickEffects } from '../rules/effects.ts'
import { tickVoid } from '../rules/falling.ts'
import { tickFires } from '../rules/fire/spreading-fire.ts'
import { tickFluids } from '../rules/fluid-flow.ts'
import { tickHazards } from '../rules/hazards.ts'
import { tickHunger } from '../rules/hunger.ts'
import { tickItems } from '../rules/item-physics.ts'
import { tickLeaves } from '../rules/leaf-decay.ts'
import { tickOrbs } from '../rules/orb-flight.ts'
import { tickMerge, tickPickUp } from '../rules/pickup.ts'
import { tickRandomly } from '../rules/random-ticks.ts'
import { tickRedstone } from '../rules/redstone/components.ts'
import { tickPressurePlates } from '../rules/redstone/pressure-plates.ts'
import { tickSleeping } from '../rules/sleeping.ts'
import { tickFurnaces } from '../rules/smelting.ts'
import { tickCampfires } from '../rules/stations/campfires.ts'
import { tickButtons } from '../rules/switches.ts'
import { tickThrown } from '../rules/thrown-flight.ts'
import { tickTnt } from '../rules/tnt.ts'
import { tickWeather } from '../rules/weather.ts'
import { tickWindows } from '../rules/windows.ts'
import { tickVehicles } from '../vehicles/tick-vehicles.ts'
import { updateSprint } from './attributes.ts'
import { streamAllColumns } from './columns.ts'
import { updateEquipment } from './equipment.ts'
import type { Game } from './game.ts'
import { sendTime } from './join.ts'
import { tickKeepAlive } from './keep-alive.ts'
import { sendLight } from './light-updates.ts'
import { showLooks } from './player-looks.ts'
import { updateScores } from './score-criteria.ts'
import { trackEntities } from './tracking.ts'
import { syncProperties, syncWindow } from './window-sync.ts'

const TIME_INTERVAL = 20

/** Lets one twentieth of a second pass in the game. */
export function tickGame(game: Game): void {
  game.tick += 1
  game.keeper?.tick()
  if (game.rules.daylightCycle) game.time += 1
  for (const player of game.players.values()) if (player.hurtDelay > 0) player.hurtDelay -= 1
  tickWeather(game)
  tickSleeping(game)
  tickDigging(game)
  tickEating(game)
  tickEffects(game)
  tickFurnaces(game)
  tickCampfires(game)
  tickFluids(game)
  tickFires(game)
  tickSpawning(game)
  tickMobs(game)
  tickVehicles(game)
  tickArrows(game)
  tickThrown(game)
  tickClouds(game)
  tickBobbers(game)
  tickButtons(game)
  tickPressurePlates(game)
  tickRedstone(game)
  tickHoppers(game)
  tickRandomly(game)
  tickLeaves(game)
  tickItems(game)
  tickTnt(game)
  tickMerge(game)
  tickPickUp(game)
  tickOrbs(game)
  tickVoid(game)
  tickHazards(game)
  tickHunger(game)
  tickWindows(game)
  sendLight(game)
  trackEntities(game)
  streamAllColumns(game)
  for (const player of game.players.values()) {
    updateEquipment(game, player)
    showLooks(game, player)
    updateSprint(game, player)
    updateScores(game, player)
    syncWindow(game, player)
    syncProperties(player)
  }
  if (game.tick % TIME_INTERVAL === 0) sendTime(game, game.players.values())
  tickKeepAlive(game)
}
