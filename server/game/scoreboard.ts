/** A number that is kept per name. */
export interface Objective {
  readonly name: string
  readonly criterion: string
  title: string
  /** By name of the player, or any other name that a command gave. */
  readonly scores: Map<string, number>
  /** Players who may use `/trigger` on it once. */
  readonly enabled: Set<string>
}

/** Players and others under one colour. */
export interface Team {
  readonly name: string
  title: string
  color: string
  prefix: string
  suffix: string
  friendlyFire: boolean
  seeFriendlyInvisibles: boolean
  nameTagVisibility: string
  collisionRule: string
  readonly members: Set<string>
}

/** Objectives, what is shown where, and teams. Only state: `scoreboard-packets.ts` tells the clients. */
export class Scoreboard {
  readonly objectives = new Map<string, Objective>()
  readonly teams = new Map<string, Team>()
  /** Names of the objectives on display, by number of the place. */
  readonly displays = new Map<number, string>()

  /** The score; null where the name has none in that objective. */
  scoreOf(objective: string, holder: string): number | null {
    return this.objectives.get(objective)?.scores.get(holder) ?? null
  }

  teamOf(member: string): Team | null {
    return [...this.teams.values()].find((team) => team.members.has(member)) ?? null
  }

  /** Every name with a score in any objective. */
  holders(): readonly string[] {
    const names = [...this.objectives.values()].flatMap((objective) => [...objective.scores.keys()])
    return [...new Set(names)]
  }
}
