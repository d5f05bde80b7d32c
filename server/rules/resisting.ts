import { type Affected, effectLevel } from '../game/active-effect.ts'

/** Each level of resistance takes a fifth of the harm. */
const SHARE_PER_LEVEL = 0.2
const unresisted: ReadonlySet<unknown> = new Set(['void', 'kill', 'starvation'])
const fires: ReadonlySet<unknown> = new Set(['fire', 'burning', 'lava', 'magma'])

/** What resistance leaves of the harm (Minecraft Wiki: Resistance). */
export function afterResistance(body: Affected, amount: number, cause: unknown): number {
  if (unresisted.has(cause)) return amount
  return amount * Math.max(0, 1 - effectLevel(body, 'resistance') * SHARE_PER_LEVEL)
}

/** Whether fire resistance stops it all (Minecraft Wiki: Fire Resistance). */
export function isFire(cause: unknown): boolean {
  return fires.has(cause)
}
