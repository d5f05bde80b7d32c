import type { StateValue } from '../../core/skill-values.ts'
import type { ActResult, Gate } from './gate.ts'
import { nameOf, positionOf } from './vectors.ts'

const TICKS_PER_SECOND = 20
const STEP_TICKS = 40
const LONGEST_SECONDS = 1200
const MOST_FAILED_STEPS = 5

/**
 * Voyager's `exploreUntil(bot, direction, maxTime, callback)`: walks in the direction and looks around with the callback
 * until that gives something, which is the answer; null when it gave nothing within `maxTime` seconds. The callback runs
 * here, between acts of two seconds each.
 */
export function createExploreUntil(gate: Gate, checkBot: (first: unknown) => void) {
  return async (
    first: unknown,
    direction: unknown,
    maxTime: unknown = 60,
    callback: unknown = () => false,
  ) => {
    checkBot(first)
    const heading = checkDirection(direction)
    const ticks = secondsOf(maxTime) * TICKS_PER_SECOND
    const look = callbackOf(callback)
    const now = () => gate.read<StateValue>('state').tick
    const start = now()
    for (let failed = 0; failed < MOST_FAILED_STEPS; ) {
      const found: unknown = await look()
      if (found) return found
      const left = start + ticks - now()
      if (left <= 0) return null
      const step = await gate.act('exploreStep', heading, Math.min(STEP_TICKS, left))
      failed = step.ok ? 0 : failed + 1
      if (endsSearch(step)) return null
    }
    return (await look()) || null
  }
}

function endsSearch(step: ActResult): boolean {
  return !step.ok && (step.code === 'died' || step.code === 'interrupted' || step.code === 'busy')
}

function checkDirection(direction: unknown): { x: number; y: number; z: number } {
  const heading = positionOf(direction, 'exploreUntil')
  const parts = [heading.x, heading.y, heading.z]
  if (parts.every((part) => part === -1 || part === 0 || part === 1) && parts.some((part) => part !== 0)) {
    return heading
  }
  throw new Error(
    `exploreUntil() needs a direction of -1, 0 and 1 that is not all 0, such as new Vec3(1, 0, 1), but got (${parts}).`,
  )
}

function secondsOf(maxTime: unknown): number {
  if (typeof maxTime === 'number' && maxTime >= 0) return Math.min(maxTime, LONGEST_SECONDS)
  throw new TypeError(`exploreUntil() needs a time in seconds, but got ${nameOf(maxTime)}.`)
}

function callbackOf(callback: unknown): () => unknown {
  if (typeof callback === 'function') return callback as () => unknown
  throw new TypeError(`exploreUntil() needs a function that looks around, but got ${nameOf(callback)}.`)
}
