import type { Position } from '../../../src/core/position.ts'
import type { Random } from '../../../src/core/random.ts'
import type { MobEntity } from '../../game/entity.ts'
import { columnKey, type Game } from '../../game/game.ts'
import { CHILDHOOD_TICKS } from '../breeding.ts'
import { spawnMob } from '../spawn-mob.ts'
import { isFloor, isFree } from '../walking.ts'
import { animalsOf, type SpawnChoice } from './animal-choices.ts'
import { chooseByWeight, groupSize } from './choose.ts'
import { drawWoolColour } from './wool-colours.ts'

/** Chance that a new column gets a herd, and then another one; less in the snow. */
const HERD_CHANCE = 0.1
const SNOW_HERD_CHANCE = 0.07
const TRIES = 4
const BABY_CHANCE = 0.05
/** How far from each other the animals of a herd stand at most, along x and z. */
const SPREAD = 5
/** Grounds on which animals appear; rabbits also on sand and snow. */
const meadow = /^(grass_block)$/
const rabbitGround = /^(grass_block|snow|snow_block|sand)$/

/**
 * Lets animals live in a column that a client sees for the first time, where the world has animals. What appears depends
 * on the seed and the column alone (Minecraft Wiki: Mob spawning, world generation). Whoever loads a column from elsewhere
 * adds its key to `game.settledColumns` first.
 */
export function settleColumn(game: Game, columnX: number, columnZ: number): void {
  const key = columnKey(columnX, columnZ)
  if (!game.rules.animals || game.settledColumns.has(key)) return
  game.settledColumns.add(key)
  const random = game.random.fork(`animals/${key}`)
  const corner = { x: columnX * 16, z: columnZ * 16 }
  const biome = game.world.biomeAt(corner.x + 8, corner.z + 8)
  const chance = biome.startsWith('snowy') ? SNOW_HERD_CHANCE : HERD_CHANCE
  while (random.float() < chance) {
    const choice = chooseByWeight(animalsOf(biome), random)
    if (choice !== null) placeHerd(game, choice, corner, random)
  }
}

function placeHerd(
  game: Game,
  choice: SpawnChoice,
  corner: { readonly x: number; readonly z: number },
  random: Random,
): void {
  let x = corner.x + random.below(16)
  let z = corner.z + random.below(16)
  let born = 0
  for (let member = groupSize(choice, random); member > 0; member--) {
    for (let attempt = 0, appeared = false; attempt < TRIES && !appeared; attempt++) {
      const place = { x, y: game.world.groundY(x, z) + 1, z }
      appeared = fitsAnimal(game, choice.name, place)
      if (appeared) placeAnimal(game, choice.name, place, { random, mayBeYoung: born > 0 })
      if (appeared) born += 1
      x = corner.x + clamp(x - corner.x + random.below(2 * SPREAD + 1) - SPREAD)
      z = corner.z + clamp(z - corner.z + random.below(2 * SPREAD + 1) - SPREAD)
    }
  }
}

/** Whether the block below is one on which animals of the kind appear, and nothing is in the way. */
export function fitsAnimal(game: Game, name: string, place: Position): boolean {
  const ground = game.world.blockAt({ ...place, y: place.y - 1 })
  const grounds = name === 'rabbit' ? rabbitGround : name === 'mooshroom' ? /^mycelium$/ : meadow
  if (!grounds.test(ground.name)) return false
  const isStanding = ground.name === 'snow' || isFloor(game, ground.position)
  const height = Math.ceil(game.registry.findEntity(name)?.height ?? 1)
  const hasRoom = Array.from({ length: height }, (_, rise) => isFree(game, { ...place, y: place.y + rise }))
  return isStanding && hasRoom.every((free) => free)
}

/** Puts an animal into the middle of a block: one in twenty of those that join others is young. */
export function placeAnimal(
  game: Game,
  name: string,
  place: Position,
  { random, mayBeYoung }: { readonly random: Random; readonly mayBeYoung: boolean },
): MobEntity | null {
  const mob = spawnMob(game, name, { x: place.x + 0.5, y: place.y, z: place.z + 0.5 }, random)
  if (mob === null) return null
  if (mayBeYoung && random.float() < BABY_CHANCE) mob.mind.childhood = CHILDHOOD_TICKS
  if (name === 'sheep') mob.mind.woolColour = drawWoolColour(random)
  return mob
}

function clamp(offset: number): number {
  return Math.max(0, Math.min(15, offset))
}
