import { blockPosition, type Position, samePosition } from '../../src/core/position.ts'
import { notice, tell } from '../game/chat.ts'
import type { Game } from '../game/game.ts'
import type { Player } from '../game/player.ts'
import { showLooks } from '../game/player-looks.ts'
import { teleport } from '../game/teleport.ts'
import { bedHead, placeBeside } from './beds.ts'
import { otherHalf } from './breaking.ts'
import { stopDigging } from './digging.ts'
import { setWeather } from './weather.ts'

const DAY = 24_000
/** Ticks in bed after which a player counts as asleep. */
const DEEP_SLEEP = 100
/** Height of who lies in a bed, above the bed's ground. */
const LYING = 0.6875
const WAKE_ANIMATION = 2

/**
 * The player uses a bed: it wakes up there after death from now on, and lies down if it may.
 * Source: Minecraft Wiki, "Bed" (sleeping).
 */
export function useBed(game: Game, player: Player, position: Position): void {
  const head = bedHead(game, position)
  if (head === null || player.sleeping !== null) return
  const refusal = refusalOf(game, player, head)
  if (refusal === null) lieDown(game, player, head)
  else notice(game, player, { text: refusal })
}

/** Gets the player out of bed, to its feet beside it. */
export function wakeUp(game: Game, player: Player): void {
  const bed = player.sleeping
  if (bed === null) return
  player.sleeping = null
  occupy(game, bed, false)
  showLooks(game, player)
  const animation = { entityId: player.id, animation: WAKE_ANIMATION }
  game.sendTo(viewersOf(game, player), { name: 'animation', params: animation })
  if (!player.isDead) teleport(game, player, placeBeside(game, bed) ?? { ...player.position, y: bed.y + 1 })
}

/** Wakes those who may sleep no longer; once all have slept for five seconds, it is morning. */
export function tickSleeping(game: Game): void {
  const sleepers = [...game.players.values()].filter((player) => player.sleeping !== null)
  if (sleepers.length === 0) return
  for (const player of sleepers) {
    player.sleepTicks += 1
    if (player.isDead || !canSleepOn(game, player)) wakeUp(game, player)
  }
  const needed = [...game.players.values()].filter(({ gameMode }) => gameMode !== 'spectator')
  const asleep = needed.filter((player) => player.sleeping !== null && player.sleepTicks >= DEEP_SLEEP)
  const share = game.gameRules.playersSleepingPercentage / 100
  if (asleep.length >= Math.max(1, Math.ceil(needed.length * share))) beginDay(game, sleepers)
}

/** Whether beds can be slept in: at night, a little longer in the rain, and in thunderstorms. */
export function isTimeToSleep(game: Game): boolean {
  const time = game.time % DAY
  if (game.weather.thundering && game.weather.raining) return true
  return game.weather.raining ? time >= 12_010 && time <= 23_991 : time >= 12_542 && time <= 23_459
}

function refusalOf(game: Game, player: Player, head: Position): string | null {
  if (game.world.blockAt(head).properties.occupied === 'true') return 'This bed is occupied'
  if (!isNear(game, player, head)) return 'You may not rest now; the bed is too far away'
  if (game.registry.collisionBoxes(game.world.blockStateAt({ ...head, y: head.y + 1 })).length > 0)
    return 'This bed is obstructed'
  rememberBed(game, player, head)
  if (!isTimeToSleep(game)) return 'You can sleep only at night or during thunderstorms'
  const monsters = player.gameMode !== 'creative' && hasMonsters(game, head)
  return monsters ? 'You may not rest now; there are monsters nearby' : null
}

function rememberBed(game: Game, player: Player, head: Position): void {
  const own = player.spawnPoint
  if (own?.isBed && samePosition(own.position, head)) return
  player.spawnPoint = { position: head, isBed: true }
  tell(game, player, { text: 'Respawn point set' })
}

function isNear(game: Game, player: Player, head: Position): boolean {
  const foot = otherHalf(game, game.world.blockAt(head))?.position ?? head
  return [head, foot].some(
    (part) =>
      Math.abs(player.position.x - (part.x + 0.5)) <= 3 &&
      Math.abs(player.position.y - part.y) <= 2 &&
      Math.abs(player.position.z - (part.z + 0.5)) <= 3,
  )
}

function hasMonsters(game: Game, head: Position): boolean {
  return [...game.entities.values()].some(
    (entity) =>
      entity.type === 'mob' &&
      entity.traits.hostile &&
      Math.abs(entity.position.x - (head.x + 0.5)) <= 8 &&
      Math.abs(entity.position.y - head.y) <= 5 &&
      Math.abs(entity.position.z - (head.z + 0.5)) <= 8,
  )
}

function lieDown(game: Game, player: Player, head: Position): void {
  player.sleeping = head
  player.sleepTicks = 0
  stopDigging(game, player)
  player.eating = null
  player.position = { x: head.x + 0.5, y: head.y + LYING, z: head.z + 0.5 }
  player.velocity = { x: 0, y: 0, z: 0 }
  player.fallDistance = 0
  player.moved = true
  occupy(game, head, true)
  showLooks(game, player)
}

function occupy(game: Game, head: Position, occupied: boolean): void {
  const { name, properties } = game.world.blockAt(head)
  if (name.endsWith('_bed')) game.world.setBlock(head, name, { ...properties, occupied: String(occupied) })
}

/** The bed may be gone, the day may have come by a command, and the player may have been taken elsewhere. */
function canSleepOn(game: Game, player: Player): boolean {
  const bed = player.sleeping
  if (bed === null || !isTimeToSleep(game)) return false
  const { x, z } = blockPosition(player.position)
  return game.world.blockAt(bed).name.endsWith('_bed') && Math.abs(x - bed.x) <= 1 && Math.abs(z - bed.z) <= 1
}

function beginDay(game: Game, sleepers: readonly Player[]): void {
  if (game.rules.daylightCycle) {
    game.time += DAY - (game.time % DAY)
    game.sendTo(game.players.values(), game.protocol.time(game.tick, game.time))
  }
  if (game.rules.weatherCycle && game.weather.raining) setWeather(game, 'clear', null)
  for (const player of sleepers) wakeUp(game, player)
}

function viewersOf(game: Game, player: Player): readonly Player[] {
  return [...game.players.values()].filter((viewer) => viewer === player || viewer.seen.has(player.id))
}
