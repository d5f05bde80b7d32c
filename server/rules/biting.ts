import { showBobber } from '../game/bobbers.ts'
import type { BobberEntity } from '../game/entity.ts'
import type { Game } from '../game/game.ts'
import { playSound } from '../game/sounds.ts'
import { isUnderSky } from '../mobs/daylight.ts'

/** Ticks until a fish comes near, until it has come, and in which it bites. */
const WAIT = [100, 600] as const
const APPROACH = [20, 80] as const
const BITE = [20, 40] as const
const LURE_TICKS = 100
const RAIN_CHANCE = 0.25
const ROOF_CHANCE = 0.5
/** Particles of a bite: one, and twenty more for each block of the bobber's width. */
const BITE_PARTICLES = 6
const BOBBER_WIDTH = 0.25
const SPLASH_SOUND = 'entity.fishing_bobber.splash'

/** Lets time pass for a bobber in the water: a fish is lured, comes, bites and goes (Minecraft Wiki: Fishing). */
export function waitForBite(game: Game, bobber: BobberEntity, lure: number): void {
  const random = game.stream('fishing')
  const step = paceOf(game, bobber)
  if (bobber.biteTicks > 0) {
    bobber.biteTicks -= 1
    if (bobber.biteTicks === 0) swimAway(game, bobber)
  } else if (bobber.approachTicks > 0) {
    bobber.approachTicks -= step
    if (bobber.approachTicks > 0) comeNearer(game, bobber)
    else bite(game, bobber)
  } else if (bobber.lureTicks > 0) {
    bobber.lureTicks -= step
    if (bobber.lureTicks > 0) return
    bobber.approachAngle = random.float() * Math.PI * 2
    bobber.approachTicks = between(game, APPROACH)
  } else {
    bobber.lureTicks = between(game, WAIT) - lure * LURE_TICKS
  }
}

/** Rain hurries fish, a roof keeps them away. */
function paceOf(game: Game, { position }: BobberEntity): number {
  const random = game.stream('fishing')
  const above = { x: Math.floor(position.x), y: Math.floor(position.y) + 1, z: Math.floor(position.z) }
  const isOpen = isUnderSky(game, above)
  const hurries = random.float() < RAIN_CHANCE && isOpen && game.weather.rainLevel > 0.2
  const waits = random.float() < ROOF_CHANCE && !isOpen
  return 1 + (hurries ? 1 : 0) - (waits ? 1 : 0)
}

function bite(game: Game, bobber: BobberEntity): void {
  const random = game.stream('fishing')
  bobber.biteTicks = between(game, BITE)
  bobber.velocity = { ...bobber.velocity, y: bobber.velocity.y - 0.4 * (0.6 + 0.4 * random.float()) }
  const { position } = bobber
  const pitch = 1 + (random.float() - random.float()) * 0.4
  playSound(game, { name: SPLASH_SOUND, category: 'neutral', position, volume: 0.25, pitch })
  for (const name of ['bubble', 'fishing']) {
    emit(game, name, { position, count: BITE_PARTICLES, spread: BOBBER_WIDTH, speed: 0.2 })
  }
  showBobber(game, bobber)
}

function swimAway(game: Game, bobber: BobberEntity): void {
  bobber.lureTicks = 0
  bobber.approachTicks = 0
  showBobber(game, bobber)
}

/** A trail of bubbles comes nearer. */
function comeNearer(game: Game, bobber: BobberEntity): void {
  const random = game.stream('fishing')
  bobber.approachAngle += (random.float() - random.float()) * 0.16
  const distance = bobber.approachTicks * 0.1
  const position = {
    x: bobber.position.x + Math.sin(bobber.approachAngle) * distance,
    y: Math.floor(bobber.position.y) + 1,
    z: bobber.position.z + Math.cos(bobber.approachAngle) * distance,
  }
  if (random.float() < 0.15) emit(game, 'bubble', { position, count: 1, spread: 0.1, speed: 0 })
  emit(game, 'fishing', { position, count: 0, spread: 0.04, speed: 1 })
}

interface Emission {
  readonly position: { readonly x: number; readonly y: number; readonly z: number }
  readonly count: number
  readonly spread: number
  readonly speed: number
}

function emit(game: Game, name: string, { position, count, spread, speed }: Emission): void {
  const id = game.registry.particles.find((kind) => kind.name === name)?.id
  if (id === undefined) return
  const facts = { id, name, position, spread: { x: spread, y: 0, z: spread }, speed, count, force: false }
  game.sendNear(position, game.protocol.particles(facts))
}

function between(game: Game, [least, most]: readonly [number, number]): number {
  return least + game.stream('fishing').below(most - least + 1)
}
