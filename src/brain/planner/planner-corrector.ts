import type { Attachment } from '../../core/attachment.ts'
import type { Author, MindView } from '../../core/brain.ts'
import type { Task } from '../../core/desire.ts'
import type { SkillLibrary } from '../../core/memory.ts'
import { isJsonEqual } from './failures.ts'

type FailedCode = Extract<Attachment, { type: 'failed-code' }>
type FixedCode = Extract<Attachment, { type: 'fixed-code' }>

/**
 * Corrects a teammate's failed code: writes the code that one would try oneself for the same goal, from empty hands and
 * without skills that the other may not have. Null when one knows no way either, or would have written the very same.
 */
export async function correctCode(
  author: Author,
  view: MindView,
  failed: FailedCode,
): Promise<FixedCode | null> {
  if (failed.goal === null) return null
  const percept = { ...view.percept, inventory: {}, equipment: BARE }
  const alone: MindView = { ...view, percept, skills: NO_SKILLS, teammates: [], perspective: null }
  const recollection = { skills: [], episodes: [], facts: [] }
  const task = taskOf(view, failed)
  const authored = await author.author(alone, { task, recollection, attempts: [] })
  if (authored.type === 'blocked') return null
  const { draft, arguments: values } = authored
  if (draft.source === failed.draft.source && isJsonEqual(values, failed.arguments)) return null
  return { type: 'fixed-code', draft, arguments: [...values] }
}

const BARE = { hand: null, offHand: null, head: null, torso: null, legs: null, feet: null } as const
const NO_SKILLS: SkillLibrary = { usable: () => [], find: () => null, search: () => [], reaching: () => [] }

function taskOf({ percept }: MindView, { task, goal }: FailedCode): Task {
  return {
    id: 'correction',
    text: task,
    goal,
    proposedBy: 'curriculum',
    tick: percept.tick,
    baseline: percept.tally,
    status: 'open',
    attempts: 0,
    reason: null,
  }
}
