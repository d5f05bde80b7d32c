import type { MindView, Proposer } from '../core/brain.ts'
import type { Task, TaskProposal } from '../core/desire.ts'
import type { Episode } from '../core/episode.ts'
import type { Goal } from '../core/goal.ts'
import { makeRoom } from './make-room.ts'

/** What a task is chosen for, and by what experience. */
export interface Aim {
  /** Null for one of the agent's own choice. */
  readonly goal: Goal | null
  /** What the agent remembers of what it did, the newest first. */
  readonly episodes: readonly Episode[]
}

/**
 * The task to work on now: the open one as long as there is one and anything fits into the inventory, else to make room, else
 * what the curriculum proposes; null when nothing is left to want.
 */
export async function chooseTask(
  proposer: Proposer,
  view: MindView,
  aim: Aim,
  taskId: () => string,
): Promise<Task | null> {
  const open = view.tasks.find((task) => task.status === 'open')
  if (open !== undefined && view.percept.freeSlots > 0) return open
  const room = makeRoom(view)
  if (open !== undefined && room === null) return open
  const proposal = room ?? (await proposer.propose(view, aim.goal, aim.episodes))
  return proposal === null ? null : takenUp(proposal, view, taskId())
}

function takenUp(
  { text, goal, proposedBy, purpose, asks }: TaskProposal,
  { percept }: MindView,
  id: string,
): Task {
  return {
    id,
    text,
    goal,
    proposedBy,
    ...(purpose !== undefined && { purpose }),
    ...(asks !== undefined && { asks }),
    tick: percept.tick,
    baseline: percept.tally,
    status: 'open',
    attempts: 0,
    reason: null,
  }
}
