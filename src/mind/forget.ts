import type { Belief } from '../core/belief.ts'
import type { Episode } from '../core/episode.ts'
import type { AgentMemory } from '../core/memory.ts'
import type { MemoryBudget } from '../core/memory-budget.ts'
import type { MemoryChange } from '../core/memory-change.ts'
import type { Skill } from '../core/skill.ts'
import { isFleeting, isStale } from './staleness.ts'

type Stores = Pick<AgentMemory, 'episodes' | 'facts' | 'tasks' | 'skillVersions'>

/**
 * What a memory forgets that holds more than its budget: of each kind what is least worth keeping, down to nine tenths of
 * the budget, so that it happens seldom. What is in use stays, even if the budget is exceeded then: what the open task is
 * about, what a belief was drawn from, how the world works, skills that others call.
 */
export function forget(memory: Stores, budget: MemoryBudget, tick: number): readonly MemoryChange[] {
  const { episodes, facts } = memory
  return [
    ...(isOver(episodes.count(), budget.episodes) ? forgetEpisodes(memory, budget.episodes) : []),
    ...(isOver(facts.all().length, budget.facts) ? forgetFacts(facts.all(), budget.facts, tick) : []),
    ...(isOver(episodes.messageCount(), budget.messages) ? forgetMessages(memory, budget.messages) : []),
    ...forgetVersions(memory.skillVersions(), budget.skillVersions),
  ]
}

function isOver(count: number, budget: number | null): budget is number {
  return budget !== null && count > budget
}

/** How many to forget so that nine tenths of the budget are left. */
function excess(count: number, budget: number): number {
  return count - Math.floor(budget * 0.9)
}

/**
 * Of many episodes about one task that ended alike the older ones are forgotten into the newest, which tells for how many
 * it stands; where that is not enough, the oldest are forgotten.
 */
function forgetEpisodes({ episodes, facts, tasks }: Stores, budget: number): readonly MemoryChange[] {
  const all = [...episodes.recent(episodes.count())].reverse()
  const used = new Set(
    facts
      .all()
      .flatMap(({ source, status }) => (source.type === 'inferred' && status === 'held' ? source.from : [])),
  )
  const open = tasks.current()
  const isFree = ({ id }: Episode) => !used.has(id) && (open === null || !id.startsWith(`${open.id}-`))
  const newest = new Map(all.map((episode) => [kindOf(episode), episode.id]))
  const free = all.filter(isFree)
  const repeated = free.filter((episode) => newest.get(kindOf(episode)) !== episode.id)
  const single = free.filter((episode) => newest.get(kindOf(episode)) === episode.id)
  const gone = [...repeated, ...single].slice(0, excess(all.length, budget))
  return [...gone.map(({ id }) => ({ type: 'episode-forgotten', id }) as const), ...standIns(all, gone)]
}

function kindOf({ task, success }: Episode): string {
  return `${success} ${task}`
}

/** The newest episode of each kind of which others are forgotten, with how many it stands for now. */
function standIns(all: readonly Episode[], gone: readonly Episode[]): readonly MemoryChange[] {
  const lost = new Map<string, number>()
  for (const episode of gone) lost.set(kindOf(episode), (lost.get(kindOf(episode)) ?? 0) + episode.standsFor)
  const ids = new Set(gone.map(({ id }) => id))
  return [...lost].flatMap(([kind, count]): readonly MemoryChange[] => {
    const newest = all.findLast((episode) => kindOf(episode) === kind && !ids.has(episode.id))
    if (newest === undefined) return []
    return [{ type: 'episode-set', episode: { ...newest, standsFor: newest.standsFor + count } }]
  })
}

/**
 * Stale beliefs go first, then notes without a claim, then what passes, each the oldest first. Knowledge of how the world
 * works is never forgotten: a refuted belief keeps an agent from falling for it again.
 */
function forgetFacts(beliefs: readonly Belief[], budget: number, tick: number): readonly MemoryChange[] {
  const used = new Set(beliefs.flatMap(({ source }) => (source.type === 'inferred' ? source.from : [])))
  const rank = (belief: Belief) => (isStale(belief, tick) ? 0 : belief.claim === null ? 1 : 2)
  return beliefs
    .filter((belief) => !used.has(belief.id) && isPassing(belief, tick))
    .toSorted((a, b) => rank(a) - rank(b) || a.tick - b.tick)
    .slice(0, excess(beliefs.length, budget))
    .map(({ id }) => ({ type: 'belief-forgotten', id }))
}

function isPassing(belief: Belief, tick: number): boolean {
  const { claim, status } = belief
  if (claim === null) return true
  const binds =
    (claim.type === 'promise' && (claim.state === 'open' || claim.state === 'laid')) || claim.type === 'part'
  return isFleeting(claim) && (!binds || status === 'refuted' || isStale(belief, tick))
}

/** The oldest first. */
function forgetMessages({ episodes }: Stores, budget: number): readonly MemoryChange[] {
  const all = [...episodes.messages(episodes.messageCount())].reverse()
  return all.slice(0, excess(all.length, budget)).map(({ id }) => ({ type: 'message-forgotten', id }))
}

/** Retired skills go first, then versions that a newer one has replaced; none that a skill calls which stays. */
function forgetVersions(skills: readonly Skill[], budget: number | null): readonly MemoryChange[] {
  if (!isOver(skills.length, budget)) return []
  const called = new Set(
    skills.flatMap(({ status, calls }) =>
      status === 'retired' ? [] : calls.map(({ name, version }) => `${name}@${version}`),
    ),
  )
  const newest = new Map(
    skills.filter(({ status }) => status !== 'retired').map(({ name, version }) => [name, version]),
  )
  const rank = ({ status }: Skill) => (status === 'retired' ? 0 : 1)
  return skills
    .filter(({ name, version }) => newest.get(name) !== version && !called.has(`${name}@${version}`))
    .toSorted((a, b) => rank(a) - rank(b) || (a.statistics.lastTick ?? -1) - (b.statistics.lastTick ?? -1))
    .slice(0, excess(skills.length, budget))
    .map(({ name, version }) => ({ type: 'skill-forgotten', name, version }))
}
