import type { Position } from '../../../src/core/position.ts'
import { difficulties } from '../../game/difficulty.ts'
import type { Game } from '../../game/game.ts'
import type { WorldBlock } from '../../world/world.ts'
import { faces, neighbor } from '../faces.ts'
import { igniteTnt } from '../tnt.ts'
import {
  burnsAt,
  canBurnAt,
  catchesAt,
  hasFuelAround,
  isNearRain,
  isOnFirmGround,
  setFire,
} from './fire-places.ts'

/** Ticks from one look at a fire to the next, at least and in addition at most. */
const LEAST_DELAY = 30
const MORE_DELAY = 10
const OLDEST = 15
/** Without fuel, fire older than this goes out even on firm ground. */
const OLD = 3
/** On these, fire burns for ever. */
const eternal = /^(netherrack|magma_block)$/

/** Fire was lit, or something beside it has changed: it is looked at soon, and goes out where it has nothing to burn on. */
export function noteFire(game: Game, changed: Position, after: number): void {
  if (game.registry.blockOfState(after).name === 'fire') schedule(game, changed)
  for (const face of faces) {
    const place = neighbor(changed, face)
    const { name } = game.registry.blockOfState(game.world.blockStateAt(place))
    if (name === 'fire' && !canBurnAt(game, place)) game.world.setBlock(place, 'air')
  }
}

/** Lets fires grow old, spread, burn things away and go out. Source: Minecraft Wiki, Fire (spread). */
export function tickFires(game: Game): void {
  for (const position of game.fireTicks.take(game.tick)) {
    const block = game.world.blockAt(position)
    if (block.name !== 'fire') continue
    schedule(game, position)
    if (game.rules.fireTick) burnOn(game, block)
  }
}

function schedule(game: Game, position: Position): void {
  game.fireTicks.schedule(position, game.tick + LEAST_DELAY + game.stream('fire').below(MORE_DELAY))
}

function burnOn(game: Game, { position, properties }: WorldBlock): void {
  const random = game.stream('fire')
  const age = Number(properties.age)
  const isEternal = eternal.test(game.world.blockAt(neighbor(position, 'down')).name)
  if (!canBurnAt(game, position)) {
    game.world.setBlock(position, 'air')
    return
  }
  if (!isEternal && isNearRain(game, position) && random.float() < 0.2 + age * 0.03) {
    game.world.setBlock(position, 'air')
    return
  }
  const older = Math.min(OLDEST, age + Math.floor(random.below(3) / 2))
  if (older !== age) game.world.setBlock(position, 'fire', { ...properties, age: String(older) })
  if (!isEternal && goesOut(game, position, age)) game.world.setBlock(position, 'air')
  else spread(game, position, age)
}

function goesOut(game: Game, position: Position, age: number): boolean {
  if (!hasFuelAround(game, position)) return age > OLD || !isOnFirmGround(game, position)
  const isOnFuel = catchesAt(game, neighbor(position, 'down')) > 0
  return age === OLDEST && !isOnFuel && game.stream('fire').below(4) === 0
}

function spread(game: Game, position: Position, age: number): void {
  for (const face of faces) {
    burnAway(game, neighbor(position, face), face === 'up' || face === 'down' ? 250 : 300, age)
  }
  for (let x = -1; x <= 1; x++) {
    for (let z = -1; z <= 1; z++) {
      for (let y = -1; y <= 4; y++) {
        const place = { x: position.x + x, y: position.y + y, z: position.z + z }
        if (x !== 0 || y !== 0 || z !== 0) reachFor(game, place, y, age)
      }
    }
  }
}

/** The block may burn away, and leave fire in its place. */
function burnAway(game: Game, place: Position, odds: number, age: number): void {
  const random = game.stream('fire')
  if (random.below(odds) >= burnsAt(game, place)) return
  const isTnt = game.world.blockAt(place).name === 'tnt'
  if (isTnt) igniteTnt(game, place)
  else if (random.below(age + 10) < 5 && !isNearRain(game, place)) {
    setFire(game, place, Math.min(OLDEST, age + Math.floor(random.below(5) / 4)))
  } else game.world.setBlock(place, 'air')
}

/** Fire may jump into the free place if something beside it burns; up to four blocks high, the higher the less likely. */
function reachFor(game: Game, place: Position, rise: number, age: number): void {
  if (game.world.blockStateAt(place) !== 0) return
  const catches = Math.max(...faces.map((face) => catchesAt(game, neighbor(place, face))))
  if (catches === 0) return
  const random = game.stream('fire')
  const odds = 100 + Math.max(0, rise - 1) * 100
  const chance = Math.floor((catches + 40 + difficulties.indexOf(game.difficulty) * 7) / (age + 30))
  if (chance === 0 || random.below(odds) > chance || isNearRain(game, place)) return
  setFire(game, place, Math.min(OLDEST, age + Math.floor(random.below(5) / 4)))
}
