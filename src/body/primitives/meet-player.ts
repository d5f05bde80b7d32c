import { distanceBetween, formatPosition, type Position } from '../../core/position.ts'
import type { Act } from '../acting/act.ts'
import { ActFailure } from '../acting/act-failure.ts'
import { type Bot, type Entity, goals } from '../mineflayer-library.ts'
import type { Goal } from '../travel/path-goals.ts'
import { travel } from '../travel/travel.ts'

/** At the meeting place one stands at most so far from its middle, in blocks. */
const PLACE_RANGE = 2

/** Between two looks around, in ticks. */
const LOOK_TICKS = 5

/** A walk of so many ticks may end where the other has left from: then it is gone after again. */
const APPROACH_TICKS = 600
const APPROACHES = 5

/** The body of the player; null while it is out of sight. Throws an ActFailure for the bot's own name. */
export function seenPlayer(bot: Bot, name: string): Entity | null {
  if (name === bot.username) throw new ActFailure('not-found', `"${name}" is this player itself.`)
  const entity = bot.players[name]?.entity ?? null
  return entity?.isValid ? entity : null
}

/** Goes to the meeting place; does nothing when there is none or the bot is there. */
export async function goToPlace(act: Act, place: Position | null): Promise<void> {
  if (place === null || distanceBetween(place, act.bot.entity.position) <= PLACE_RANGE) return
  const goal = new goals.GoalNear(place.x, place.y, place.z, PLACE_RANGE - 1)
  await travel(act, goal, { to: `the meeting place at ${formatPosition(place)}` })
}

/**
 * Finds the player: looks around, else goes to the meeting place and waits there.
 * Throws an ActFailure `not-found` when it has not come into sight by the tick.
 */
export async function findPlayer(
  act: Act,
  name: string,
  place: Position | null,
  until: number,
): Promise<Entity> {
  if (seenPlayer(act.bot, name) === null) await goToPlace(act, place)
  for (;;) {
    const entity = seenPlayer(act.bot, name)
    if (entity !== null) return entity
    if (act.clock.tick() >= until) throw new ActFailure('not-found', `${name} did not come into sight.`)
    await act.wait(LOOK_TICKS)
  }
}

/**
 * Walks up to the player until it stands at an arm's length and a half: near enough to throw something at its feet, too
 * far to pick it up again. `closer` walks right up to it.
 */
export async function approachPlayer(act: Act, name: string, closer = false): Promise<Entity> {
  const { bot } = act
  for (let time = 0; time < APPROACHES; time++) {
    const entity = seenPlayer(bot, name)
    if (entity === null) throw new ActFailure('not-found', `${name} got out of sight.`)
    const goal = closer ? ringGoal(entity.position, 0, 1.5) : ringGoal(entity.position, 2, 3.2)
    const options = { to: `${name} at ${formatPosition(entity.position)}`, deadlineTicks: APPROACH_TICKS }
    await travel(act, goal, options)
    if (distanceBetween(entity.position, bot.entity.position) <= (closer ? 2.5 : 4.5)) return entity
  }
  throw new ActFailure('unreachable', `${name} walks away faster than one can follow.`)
}

/** A place on the same height, at a distance within the bounds. */
function ringGoal(middle: Position, least: number, most: number): Goal {
  const distance = (node: Position) => Math.hypot(node.x + 0.5 - middle.x, node.z + 0.5 - middle.z)
  return {
    heuristic: (node) =>
      Math.max(0, distance(node) - most, least - distance(node)) +
      Math.abs(node.y - Math.floor(middle.y)) / 2,
    isEnd: (node) =>
      distance(node) >= least && distance(node) <= most && Math.abs(node.y - Math.floor(middle.y)) <= 1,
    hasChanged: () => false,
    isValid: () => true,
  }
}
