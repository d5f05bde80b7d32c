import type { Attention } from './attention.ts'
import type { Mind } from './mind.ts'
import { thinkingBrain } from './thinking-brain.ts'
import { thoughtTicks } from './thinking-time.ts'

/** The mind, whose thoughts take game time as it says, on the given attention. */
export function thinkingMind(mind: Mind, attention: Attention): Mind {
  const { brain, thinking, signal } = mind
  return {
    ...mind,
    brain: thinkingBrain(brain, (thought) =>
      attention.think(thought, (result) => thoughtTicks(thinking, result), signal),
    ),
  }
}
