import type { TaskResult } from '../../learn/attempt-task.ts'
import type { Worker } from '../step.ts'
import type { StepDraft } from '../step-draft.ts'

/** Thanks the partners from whom items were got: so they know that all is well. */
export async function thankGivers(
  { mind, voice }: Worker,
  draft: StepDraft,
  { attempts }: TaskResult,
): Promise<void> {
  if (!mind.faculties.talk) return
  const trace = attempts.flatMap(({ outcome }) => outcome?.trace ?? [])
  const givers = trace.flatMap((entry) => {
    if (entry.type !== 'act' || entry.name !== 'collectFrom' || !entry.result.ok) return []
    const [giver] = entry.arguments
    return typeof giver === 'string' && mind.teammates.includes(giver) ? [giver] : []
  })
  for (const giver of new Set(givers)) {
    const words = { act: 'thank', text: `Thank you, ${giver}.`, about: [], claims: [] } as const
    await voice.say(draft.view(), words, { to: [giver], conversation: voice.conversationWith(giver) })
  }
}
