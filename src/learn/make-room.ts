import type { MindView } from '../core/brain.ts'
import type { TaskProposal } from '../core/desire.ts'
import type { Goal } from '../core/goal.ts'

/** With fewer free slots than this the inventory counts as full (Voyager's curriculum: 33 of 36 slots used). */
const FEWEST_FREE = 4

/** How long to leave a full inventory alone after making room failed, in ticks. */
const PATIENCE = 6000

/** The seed skill `stowSurplus` promises it. */
const ROOM = { type: 'code', source: 'return bot.inventory.emptySlotCount() >= 9' } as const satisfies Goal

/** The task that goes before all others while the inventory is full; null when there is room, or none could be made lately. */
export function makeRoom({ percept, tasks }: Pick<MindView, 'percept' | 'tasks'>): TaskProposal | null {
  if (percept.freeSlots >= FEWEST_FREE) return null
  const last = tasks.findLast(({ goal }) => goal?.type === 'code' && goal.source === ROOM.source)
  if (last?.status === 'given-up' && percept.tick - last.tick < PATIENCE) return null
  return { text: 'Put what is not needed into a chest', goal: ROOM, proposedBy: 'curriculum' }
}
