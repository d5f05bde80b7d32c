import { errorMessage } from '../../core/errors.ts'
import type { Act } from './act.ts'
import { ActFailure } from './act-failure.ts'

/**
 * Waits for something that Mineflayer does. It ends as `timed-out` after that many ticks, and as `failed` with
 * Mineflayer's reason when that gives up.
 *
 * @param what what was tried, as the start of a sentence: `Opening the chest`
 */
export async function withinTicks<T>(act: Act, ticks: number, what: string, work: Promise<T>): Promise<T> {
  const over = new AbortController()
  // The loser of the race must not end the process.
  work.catch(() => {})
  const expired = act.clock.wait(ticks, over.signal).then((): never => {
    throw new ActFailure('timed-out', `${what} took more than ${ticks} ticks.`)
  })
  expired.catch(() => {})
  try {
    return await act.until(Promise.race([work, expired]))
  } catch (error) {
    if (error instanceof ActFailure) throw error
    throw new ActFailure(
      'failed',
      `${what} did not work: ${errorMessage(error).replace(/^Error: |\.$/g, '')}.`,
    )
  } finally {
    over.abort()
  }
}
