import type { Attempt } from '../core/attempt.ts'
import type { Message } from '../core/message.ts'
import { attemptBeliefs } from '../mind/attempt-beliefs.ts'
import { depthBeliefs } from '../mind/depth-beliefs.ts'
import { handoverBeliefs } from '../mind/handover-beliefs.ts'
import { laidBeliefs } from '../mind/laid-beliefs.ts'
import { perceptBeliefs } from '../mind/percept-beliefs.ts'
import { promiseBeliefs } from '../mind/promise-beliefs.ts'
import { sightings } from '../mind/sightings.ts'
import { foresee } from './foresee.ts'
import type { Mind } from './mind.ts'
import { takeOrder } from './orders.ts'
import { mayTeach } from './people.ts'
import type { Worker } from './step.ts'
import type { StepDraft } from './step-draft.ts'

/** Folds what is seen and what has been said since the last step into the beliefs (design, section 4, step 2). */
export async function believe(worker: Worker, draft: StepDraft): Promise<void> {
  const { mind, acquaintances } = worker
  const { beliefs, knowledge } = draft.view()
  const partners = mind.faculties.partnerModel ? acquaintances.names() : []
  draft.learn([
    ...perceptBeliefs(draft.percept, beliefs, knowledge),
    ...depthBeliefs(draft.percept, knowledge),
  ])
  for (const message of mind.mailbox.drain()) {
    draft.note(message)
    takeOrder(mind, draft, message)
    if (mayTeach(mind, message)) await believeMessage(mind, draft, message)
  }
  // What partners say that they have is heard first: what is in their hands is a part of that.
  draft.learn(sightings(draft.percept, partners, draft.view().beliefs))
  foresee(worker, draft)
}

/** @returns whether the message taught something about how the world works */
export async function believeMessage(mind: Mind, draft: StepDraft, message: Message): Promise<boolean> {
  draft.learn(promiseBeliefs(mind.agent, message))
  return draft.learn(await mind.brain.inferrer.infer(draft.view(), message))
}

/** What an attempt showed about blocks, tools, drops and recipes: evidence of the agent's own eyes. */
export function believeAttempt(draft: StepDraft, attempt: Attempt): void {
  const view = draft.view()
  draft.learn([
    ...attemptBeliefs(view, attempt),
    ...handoverBeliefs(view, attempt),
    ...laidBeliefs(view, attempt),
  ])
}
