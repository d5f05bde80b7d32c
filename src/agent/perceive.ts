import { InfrastructureError } from '../core/errors.ts'
import type { Percept } from '../core/percept.ts'
import type { Attention } from './attention.ts'
import type { Mind } from './mind.ts'

/** How long a bot may be out of the world, joining again, before its agent stops waiting: two minutes in ticks. */
const PATIENCE_TICKS = 2400

/** Between two looks whether the bot is back, in ticks. */
const RETRY_TICKS = 20

/**
 * The agent's percept, stamped with the mind's own clock. While the bot is out of the world, joining again by itself,
 * the agent waits. Rejects with the body's InfrastructureError when that takes too long.
 */
export async function perceive(mind: Mind, attention: Attention): Promise<Percept> {
  const deadline = mind.clock.tick() + PATIENCE_TICKS
  for (;;) {
    try {
      const percept = await mind.body.perceive(mind.agent)
      recordState(mind, percept)
      return { ...percept, tick: mind.clock.tick() }
    } catch (error) {
      if (!(error instanceof InfrastructureError) || mind.clock.tick() >= deadline) throw error
      await attention.during(() => mind.clock.wait(RETRY_TICKS, mind.signal))
    }
  }
}

/** Kinds of things that are noted of one look. */
const MOST_SEEN = 40

function recordState(mind: Mind, percept: Percept): void {
  const { health, food, position, inventory, blocks, entities } = percept
  const sees = [...new Set([...blocks, ...entities].map(({ name }) => name))].slice(0, MOST_SEEN)
  mind.record({ type: 'state-seen', health, food, position, inventory, sees })
}
