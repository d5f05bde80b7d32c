import type { Attempt } from '../../core/attempt.ts'
import type { BeliefDraft } from '../../core/belief.ts'
import type { MindView, Reflector } from '../../core/brain.ts'
import type { Episode } from '../../core/episode.ts'
import { failedActs } from '../../core/failed-acts.ts'

/** Keeps in mind what stood in the way of a task that failed, in words. What acts showed is learned act by act. */
export class PlannerReflector implements Reflector {
  async reflect(
    _view: MindView,
    episode: Episode,
    attempts: readonly Attempt[],
  ): Promise<readonly BeliefDraft[]> {
    if (episode.success) return []
    const failure = attempts.flatMap(failedActs).at(-1)
    const obstacle = failure?.message ?? attempts.at(-1)?.outcome?.error?.message
    if (obstacle === undefined) return []
    const sentence = `"${episode.task}" failed because: ${obstacle}`
    return [
      {
        kind: 'task',
        sentence,
        claim: null,
        source: { type: 'inferred', from: [episode.id] },
        confidence: 0.6,
      },
    ]
  }
}
