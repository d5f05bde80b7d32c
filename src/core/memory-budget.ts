/** How much of each kind a memory keeps at most; null for no limit. */
export interface MemoryBudget {
  readonly episodes: number | null
  readonly facts: number | null
  readonly messages: number | null
  /** Versions of skills, all names together. */
  readonly skillVersions: number | null
}

export const NO_BUDGET: MemoryBudget = { episodes: null, facts: null, messages: null, skillVersions: null }
