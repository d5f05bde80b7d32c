import type { AgentResult } from './agent.ts'

/** An agent of a team, ready to be started. */
export interface Member {
  readonly name: string
  live(): Promise<AgentResult>
}

export interface TeamResult {
  readonly reached: boolean
  readonly reason: string
}

/** Whose success ends a run: that of all, of any one, or of those that are named. */
export type Until = 'all' | 'any' | readonly string[]

/**
 * Starts all members at once and waits for what `until` asks: that every one, or every one that is named, has reached the
 * goal or come to its end, or that the first one has reached it (`any`).
 */
export async function liveTeam(members: readonly Member[], until: Until): Promise<TeamResult> {
  const ends = members.map(async (member) => ({ name: member.name, result: await member.live() }))
  if (until === 'any') {
    const first = await firstReached(ends)
    if (first !== null) return { reached: true, reason: `${first} reached the goal.` }
  }
  const awaited =
    typeof until === 'string' ? ends : ends.filter((_, index) => until.includes(members[index]?.name ?? ''))
  const all = await Promise.all(awaited)
  const failed = all.filter(({ result }) => !result.reached)
  if (failed.length === 0) return { reached: true, reason: whoReached(until) }
  return { reached: false, reason: failed.map(({ name, result }) => `${name}: ${result.reason}`).join(' ') }
}

function whoReached(until: Until): string {
  return typeof until === 'string'
    ? 'All agents reached the goal.'
    : `${until.join(' and ')} reached the goal.`
}

interface End {
  readonly name: string
  readonly result: AgentResult
}

/** Name of the first member that reaches the goal; null when all end without. */
async function firstReached(ends: readonly Promise<End>[]): Promise<string | null> {
  const reaching = ends.map(async (end) => {
    const { name, result } = await end
    if (!result.reached) throw new Error(result.reason)
    return name
  })
  return Promise.any(reaching).catch(() => null)
}
