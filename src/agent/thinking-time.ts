import * as z from 'zod'
import { TICK_MS } from '../core/clock.ts'

/** How long thinking takes in simulated time. In real time it takes what it takes. */
export const thinkingTimeSchema = z.union([
  z.literal('freeze'),
  z.strictObject({ ticks: z.int().min(0) }),
  z.strictObject({ tokensPerSecond: z.number().positive() }),
])

export type ThinkingTime = Readonly<z.infer<typeof thinkingTimeSchema>>

/** What a token is taken to be where no model has counted them. */
const CHARACTERS_PER_TOKEN = 4

/** Ticks of game time that it takes to think the thought; none while thinking freezes the game. */
export function thoughtTicks(time: ThinkingTime, thought: unknown): number {
  if (time === 'freeze') return 0
  if ('ticks' in time) return time.ticks
  const tokens = (JSON.stringify(thought) ?? '').length / CHARACTERS_PER_TOKEN
  return Math.ceil((tokens * 1000) / TICK_MS / time.tokensPerSecond)
}
