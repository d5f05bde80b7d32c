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

/**
 * Starts all members at once and waits for what `until` asks: that every one has reached the goal or come to its end
 * (`all`), or that the first one has reached it (`any`).
 */
export async function liveTeam(members: readonly Member[], until: 'all' | 'any'): Promise<TeamResult> {
  const ends = members.map(async (member) => ({ name: member.name, result: await member.live() }))
  if (until === 'any') {
    const first = await firstReached(ends)
    if (first !== null) return { reached: true, reason: `${first} reached the goal.` }
  }
  const all = await Promise.all(ends)
  const failed = all.filter(({ result }) => !result.reached)
  if (failed.length === 0) return { reached: true, reason: 'All agents reached the goal.' }
  return { reached: false, reason: failed.map(({ name, result }) => `${name}: ${result.reason}`).join(' ') }
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
