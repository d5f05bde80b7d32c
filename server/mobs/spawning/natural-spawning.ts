import { distanceBetween, type Position } from '../../../src/core/position.ts'
import { columnKey, type Game } from '../../game/game.ts'
import type { Player } from '../../game/player.ts'
import { MIN_Y } from '../../world/world-bounds.ts'
import { spawnMob } from '../spawn-mob.ts'
import { isFloor, isFree } from '../walking.ts'
import { chooseByWeight, groupSize } from './choose.ts'
import { isDarkByChance } from './darkness.ts'
import { monstersOf } from './monster-choices.ts'
import { respawnAnimals } from './respawning-animals.ts'
import { isFarFromPlayers } from './spawn-distance.ts'

/** Places looked at in a tick around the player whose turn it is. Vanilla looks at one in each column for each of them. */
const TRIES = 16
/** Monsters within 128 blocks of a player at most: vanilla's 70 for the 289 columns around it. */
const CAP_PER_PLAYER = 70
const MOST_DISTANCE = 128
/** Columns from a player in which monsters appear. */
const RADIUS = 8
/** How far from the last one the next of a pack stands at most, along x and z. */
const SPREAD = 5

/** Lets animals and, in the dark, monsters appear around players, where the world has them (Minecraft Wiki: Mob spawning). */
export function tickSpawning(game: Game): void {
  game.activeArea.update(game)
  respawnAnimals(game)
  if (!game.rules.monsters || game.difficulty === 'peaceful') return
  const players = [...game.players.values()]
  const player = players[game.tick % Math.max(1, players.length)]
  if (player === undefined || player.gameMode === 'spectator') return
  if (countMonsters(game, player) >= CAP_PER_PLAYER) return
  for (let attempt = 0; attempt < TRIES; attempt++) trySomewhere(game, player)
}

/** Looks at one place in one of the columns that the player has. */
function trySomewhere(game: Game, player: Player): void {
  const random = game.spawnRandom
  const radius = Math.min(RADIUS, game.options.viewDistance)
  const offset = () => random.below(2 * radius + 1) - radius
  const columnX = (Math.floor(player.position.x) >> 4) + offset()
  const columnZ = (Math.floor(player.position.z) >> 4) + offset()
  if (!player.columns.has(columnKey(columnX, columnZ))) return
  const x = columnX * 16 + random.below(16)
  const z = columnZ * 16 + random.below(16)
  const y = MIN_Y + random.below(game.world.surfaceY(x, z) + 2 - MIN_Y)
  const place = { x, y, z }
  if (isFree(game, place) && isGround(game, place)) spawnPack(game, player, place)
}

/** Lets a pack of a kind appear around a place, as far as there is room for its members. */
function spawnPack(game: Game, player: Player, start: Position): void {
  const random = game.spawnRandom
  const choice = chooseByWeight(monstersOf(game.world.biomeAt(start.x, start.z)), random)
  if (choice === null || game.registry.findEntity(choice.name) === null) return
  let place = start
  for (let member = groupSize(choice, random); member > 0; member--) {
    const isNear = distanceBetween(player.position, place) <= MOST_DISTANCE
    if (isNear && mayAppear(game, choice.name, place)) {
      spawnMob(game, choice.name, { x: place.x + 0.5, y: place.y, z: place.z + 0.5 }, random)
    }
    const spread = () => random.below(SPREAD + 1) - random.below(SPREAD + 1)
    place = { x: place.x + spread(), y: place.y, z: place.z + spread() }
  }
}

/** Whether a monster of the kind may appear there: room, a floor, darkness, and nobody near. */
export function mayAppear(game: Game, name: string, place: Position): boolean {
  const height = Math.ceil(game.registry.entity(name).height)
  for (let rise = 0; rise < height; rise++) if (!isFree(game, { ...place, y: place.y + rise })) return false
  return (
    isGround(game, place) && isFarFromPlayers(game, place) && isDarkByChance(game, place, game.spawnRandom)
  )
}

function isGround(game: Game, place: Position): boolean {
  const ground = game.world.blockAt({ ...place, y: place.y - 1 })
  return isFloor(game, ground.position) && !/_leaves$|^bedrock$|glass/.test(ground.name)
}

function countMonsters(game: Game, { position }: Player): number {
  let count = 0
  for (const mob of game.entities.ofType('mob')) {
    if (mob.traits.hostile && distanceBetween(mob.position, position) <= MOST_DISTANCE) count += 1
  }
  return count
}
