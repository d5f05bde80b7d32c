import type { ColumnPlace } from '../../game/column-key.ts'
import type { Game } from '../../game/game.ts'
import { hasLightToGrow } from '../../rules/brightness.ts'
import { MIN_Y } from '../../world/world-bounds.ts'
import { isActive } from '../is-active.ts'
import { animalsOf } from './animal-choices.ts'
import { chooseByWeight, groupSize } from './choose.ts'
import { fitsAnimal, placeAnimal } from './herds.ts'
import { isFarFromPlayers } from './spawn-distance.ts'

/** In this many ticks every column gets one try. */
const ROUND_TICKS = 400
/** Animals that the 289 columns around a lone player hold at most, when more appear. */
const CAP = 10
const CAP_COLUMNS = 289
const SPREAD = 6

/**
 * Lets animals appear on grass with a light of 9 or more where they have become few, where the world has animals
 * (Minecraft Wiki: Mob spawning, cycle of passive mobs). Vanilla looks at all columns at once every 400 ticks, here their
 * tries are spread over them.
 */
export function respawnAnimals(game: Game): void {
  if (!game.rules.animals) return
  const { columns } = game.activeArea
  const tries = Math.ceil(columns.length / ROUND_TICKS)
  const period = Math.ceil(ROUND_TICKS / Math.max(1, columns.length))
  if (columns.length === 0 || game.tick % period !== 0) return
  for (let index = 0; index < tries; index++) {
    const column = columns[(Math.floor(game.tick / period) * tries + index) % columns.length]
    if (column !== undefined) tryColumn(game, column)
  }
}

function tryColumn(game: Game, column: ColumnPlace): void {
  const random = game.spawnRandom
  const x = column.x * 16 + random.below(16)
  const z = column.z * 16 + random.below(16)
  const surface = game.world.groundY(x, z) + 1
  // Vanilla draws the height among all of them, so that few of the tries meet the ground.
  if (MIN_Y + random.below(surface + 1 - MIN_Y) !== surface) return
  const choice = chooseByWeight(animalsOf(game.world.biomeAt(x, z)), random)
  if (choice === null || isFull(game)) return
  const spread = () => random.below(SPREAD) - random.below(SPREAD)
  for (let member = 0, most = groupSize(choice, random); member < most; member++) {
    const place = { x: x + spread(), y: surface, z: z + spread() }
    const appears =
      fitsAnimal(game, choice.name, place) && isFarFromPlayers(game, place) && hasLightToGrow(game, place)
    if (appears) placeAnimal(game, choice.name, place, { random, mayBeYoung: member > 0 })
  }
}

function isFull(game: Game): boolean {
  const cap = (CAP * game.activeArea.columns.length) / CAP_COLUMNS
  let count = 0
  for (const mob of game.entities.ofType('mob')) {
    if (!mob.traits.hostile && isActive(game, mob.position)) count += 1
  }
  return count >= cap
}
