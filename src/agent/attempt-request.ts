import type { AttemptRequest } from '../core/body.ts'
import type { Program } from '../core/program.ts'
import { knowledgeBook } from '../mind/knowledge-book.ts'
import type { Mind } from './mind.ts'
import type { StepDraft } from './step-draft.ts'

/** The order to run a program with what the agent believes at this moment as its recipe book. */
export function attemptRequest(
  mind: Mind,
  draft: StepDraft,
  program: Program,
  attempt: string,
): AttemptRequest {
  return {
    agent: mind.agent,
    attempt: `${mind.agent}-${attempt}`,
    program,
    knowledge: knowledgeBook(mind.innate, mind.innateIsFull, draft.view().beliefs),
    limits: mind.limits.attempt,
    seed: `${mind.seed}/${attempt}`,
    gameChat: mind.gameChat,
  }
}
