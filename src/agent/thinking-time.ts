import * as z from 'zod'
import type { HadThought } from '../core/call-ledger.ts'
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

/**
 * Ticks of game time that it takes to think the thought; none while thinking freezes the game. What a model wrote counts as
 * its provider counted it.
 */
export function thoughtTicks(time: ThinkingTime, { outcome, calls }: HadThought<unknown>): number {
  if (time === 'freeze') return 0
  if ('ticks' in time) return time.ticks
  const written = calls.reduce((sum, { call }) => sum + call.outputTokens, 0)
  const thought = outcome.ok ? outcome.value : null
  const tokens = calls.length > 0 ? written : (JSON.stringify(thought) ?? '').length / CHARACTERS_PER_TOKEN
  return Math.ceil((tokens * 1000) / TICK_MS / time.tokensPerSecond)
}
