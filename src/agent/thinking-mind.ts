import type { Attention } from './attention.ts'
import type { Mind } from './mind.ts'
import { thinkingBrain } from './thinking-brain.ts'
import { thoughtTicks } from './thinking-time.ts'

/**
 * The mind, whose thoughts take game time as it says, on the given attention. The model calls of a thought are recorded
 * when it has its turn, so that their order in the journal is that of the thoughts and not that of the replies.
 */
export function thinkingMind(mind: Mind, attention: Attention): Mind {
  const { brain, calls, thinking, signal } = mind
  return {
    ...mind,
    brain: thinkingBrain(brain, async (thought) => {
      const had = await attention.think(
        () => calls.during(thought),
        (result) => thoughtTicks(thinking, result),
        signal,
      )
      for (const { call, wall } of had.calls) mind.record({ type: 'model-called', ...call }, wall)
      if (had.outcome.ok) return had.outcome.value
      throw had.outcome.error
    }),
  }
}
