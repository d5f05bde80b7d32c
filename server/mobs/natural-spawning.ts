import { distanceBetween, type Position } from '../../src/core/position.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { isDark } from './darkness.ts'
import { spawnMob } from './spawn-mob.ts'
import { isFloor, isFree } from './walking.ts'

/** Vanilla tries each tick in every chunk; here one player at a time gets a try for a pack, in so many ticks. */
const INTERVAL = 4
/** Monsters around one player at most, as vanilla's 70 for the 289 chunks around a lone player. */
const CAP_PER_PLAYER = 70
/** No monster appears nearer to a player or to the world's spawn than this, in blocks. */
const LEAST_DISTANCE = 24
const MOST_DISTANCE = 72
const PACK_SIZE = 4
const PACK_RADIUS = 5
/** How far below and above a player the try may fall. */
const DEPTH = 40
const BEDROCK = -63

interface Choice {
  readonly name: string
  readonly weight: number
}

/** Weights of the biomes of the overworld (Minecraft Wiki: Mob spawning). */
const choices: readonly Choice[] = [
  { name: 'zombie', weight: 100 },
  { name: 'skeleton', weight: 100 },
  { name: 'spider', weight: 100 },
  { name: 'creeper', weight: 100 },
  { name: 'enderman', weight: 10 },
]

/** Lets monsters appear in the dark around players, where the world has monsters and no peace (Minecraft Wiki: Mob spawning). */
export function tickSpawning(game: Game): void {
  if (!game.rules.monsters || game.difficulty === 'peaceful' || game.tick % INTERVAL !== 0) return
  const players = [...game.players.values()]
  const player = players[(game.tick / INTERVAL) % Math.max(1, players.length)]
  if (player === undefined || player.gameMode === 'spectator') return
  if (countMonsters(game) < CAP_PER_PLAYER * players.length) spawnPack(game, player)
}

/** Lets up to four of a kind appear in one place; none when the first finds no room. */
function spawnPack(game: Game, player: Player): void {
  const { random } = game
  const angle = random.float() * Math.PI * 2
  const distance = LEAST_DISTANCE + random.float() * (MOST_DISTANCE - LEAST_DISTANCE)
  const center = {
    x: Math.floor(player.position.x + Math.cos(angle) * distance),
    y: 0,
    z: Math.floor(player.position.z + Math.sin(angle) * distance),
  }
  const y = heightNear(game, center, Math.floor(player.position.y))
  const name = pickKind(game)
  if (y === null) return
  for (let member = 0; member < PACK_SIZE; member++) {
    const spread = () => (member === 0 ? 0 : random.below(2 * PACK_RADIUS + 1) - PACK_RADIUS)
    const place = { x: center.x + spread(), y, z: center.z + spread() }
    const appears = mayAppear(game, name, place)
    if (appears) spawnMob(game, name, { x: place.x + 0.5, y, z: place.z + 0.5 })
    else if (member === 0) return
  }
}

/** Height of a floor in the column: the first one below a random height, or the surface; null where there is none. */
function heightNear(game: Game, { x, z }: Position, around: number): number | null {
  const surface = game.world.surfaceY(x, z) + 1
  const lowest = Math.max(BEDROCK, around - DEPTH)
  const top = lowest + game.random.below(2 * DEPTH)
  if (top >= surface) return surface
  for (let y = top; y > lowest; y--) {
    const place = { x, y, z }
    if (isFree(game, place) && isFloor(game, { x, y: y - 1, z })) return y
  }
  return null
}

/** Whether a monster of the kind may appear there: room, a floor, darkness, and nobody near. */
export function mayAppear(game: Game, name: string, place: Position): boolean {
  const height = Math.ceil(game.registry.entity(name).height)
  for (let rise = 0; rise < height; rise++) if (!isFree(game, { ...place, y: place.y + rise })) return false
  const ground = game.world.blockAt({ ...place, y: place.y - 1 })
  if (!isFloor(game, ground.position) || /_leaves$|^bedrock$|glass/.test(ground.name)) return false
  const near = [game.world.spawn, ...[...game.players.values()].map((player) => player.position)]
  if (near.some((position) => distanceBetween(position, place) < LEAST_DISTANCE)) return false
  return isDark(game, place)
}

function pickKind(game: Game): string {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0)
  let rest = game.random.below(total)
  for (const { name, weight } of choices) {
    rest -= weight
    if (rest < 0) return name
  }
  return 'zombie'
}

function countMonsters(game: Game): number {
  let count = 0
  for (const entity of game.entities.values()) {
    if (entity.type === 'mob' && entity.traits.hostile) count += 1
  }
  return count
}
