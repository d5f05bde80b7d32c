import type { MindView, Proposer } from '../core/brain.ts'
import type { Task, TaskProposal } from '../core/desire.ts'
import type { Goal } from '../core/goal.ts'
import { makeRoom } from './make-room.ts'

/**
 * The task to work on now: the open one as long as there is one, else to make room in a full inventory, else what the
 * curriculum proposes; null when nothing is left to want.
 */
export async function chooseTask(
  proposer: Proposer,
  view: MindView,
  teamGoal: Goal | null,
  taskId: () => string,
): Promise<Task | null> {
  const open = view.tasks.find((task) => task.status === 'open')
  if (open !== undefined) return open
  const proposal = makeRoom(view) ?? (await proposer.propose(view, teamGoal))
  return proposal === null ? null : takenUp(proposal, view, taskId())
}

function takenUp({ text, goal, proposedBy, purpose }: TaskProposal, { percept }: MindView, id: string): Task {
  return {
    id,
    text,
    goal,
    proposedBy,
    ...(purpose !== undefined && { purpose }),
    tick: percept.tick,
    baseline: percept.tally,
    status: 'open',
    attempts: 0,
    reason: null,
  }
}
