import type { RecordedCall } from '../../brain/language/decorators/recorded-call.ts'
import type { JournalEntry } from '../../core/journal.ts'

/**
 * Calls whose replies nothing came of: their agent had not committed anything after them when the run was killed. The
 * journal tells of a call once its thought was had, and of what came of it in the agent's next commit.
 */
export function unfinishedCalls(
  calls: readonly RecordedCall[],
  journal: Iterable<JournalEntry>,
): readonly RecordedCall[] {
  const finished = new Map<string, number>()
  const open = new Map<string, string[]>()
  for (const { event, agent } of journal) {
    if (agent === null) continue
    const pending = open.get(agent) ?? []
    if (event.type === 'model-called') open.set(agent, [...pending, event.request])
    if (event.type !== 'step-committed') continue
    for (const key of pending) finished.set(key, (finished.get(key) ?? 0) + 1)
    open.delete(agent)
  }
  return calls.filter(({ key }) => {
    const left = finished.get(key) ?? 0
    if (left > 0) finished.set(key, left - 1)
    return left === 0
  })
}
