import { believeMessage } from '../believe.ts'
import type { StepResult, Worker } from '../step.ts'
import type { StepDraft } from '../step-draft.ts'

/** Between two looks at what there is to do, in ticks. */
const IDLE_TICKS = 40

/** Has nothing to do until a message comes or a moment has passed. */
export async function waitForOthers({ mind, attention }: Worker, draft: StepDraft): Promise<StepResult> {
  const message = await attention.during(() => mind.mailbox.waitFor(() => true, IDLE_TICKS, mind.signal))
  if (message !== null) {
    draft.note(message)
    await believeMessage(mind, draft, message)
  }
  return { type: 'waited' }
}
