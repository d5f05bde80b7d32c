import type { Random } from '../../src/core/random.ts'
import { descendants } from './processes.ts'

/**
 * Holds up processes below one at random moments for random times of up to 30 ms, as a busy machine does. Linux only.
 *
 * @returns ends it; all processes go on then
 */
export function disturb(ancestor: number, random: Random): () => Promise<void> {
  let going = true
  const finished = (async () => {
    while (going) {
      const victims = descendants(ancestor)
      const victim = victims[random.below(Math.max(1, victims.length))]
      if (victim !== undefined) await holdUp(victim, random.below(30))
      await pause(random.below(60))
    }
  })()
  return async () => {
    going = false
    await finished
  }
}

async function holdUp(pid: number, milliseconds: number): Promise<void> {
  try {
    process.kill(pid, 'SIGSTOP')
    await pause(milliseconds)
  } catch {
    // It has ended in the meantime.
  } finally {
    try {
      process.kill(pid, 'SIGCONT')
    } catch {
      // Likewise.
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
