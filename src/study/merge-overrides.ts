import type { Json } from '../core/json.ts'
import type { Overrides } from './study-schema.ts'

/** Keys whose objects are merged key by key; every other value takes the place of the one before. */
const MERGED = new Set(['limits', 'faculties'])

/**
 * A team file's content with overrides applied. `agents` as a list replaces all agents; as an object it changes those
 * that it names, adds new ones and removes those that are null. `everyone` changes all agents.
 */
export function mergeOverrides(team: Overrides, { agents, everyone, ...rest }: Overrides): Overrides {
  const merged = mergeKeys(team, rest)
  const changed = agents === undefined ? merged.agents : mergeAgents(merged.agents, agents)
  const all =
    isObject(everyone) && Array.isArray(changed) ? changed.map((one) => changeAgent(one, everyone)) : changed
  return all === undefined ? merged : { ...merged, agents: all }
}

function mergeKeys(base: Overrides, changes: Overrides): Overrides {
  const merged: Record<string, Json> = { ...base }
  for (const [key, value] of Object.entries(changes)) {
    const before = merged[key]
    merged[key] = MERGED.has(key) && isObject(before) && isObject(value) ? { ...before, ...value } : value
  }
  return merged
}

function mergeAgents(before: Json | undefined, changes: Json): Json {
  if (!isObject(changes)) return changes
  const list = Array.isArray(before) ? before : []
  const known = new Set(list.flatMap((agent) => nameOf(agent) ?? []))
  const kept = list.flatMap((agent) => {
    const change = changes[nameOf(agent) ?? '']
    if (change === null) return []
    return [isObject(change) ? changeAgent(agent, change) : agent]
  })
  const added = Object.entries(changes).flatMap(([name, agent]) =>
    known.has(name) || !isObject(agent) ? [] : [{ name, ...agent }],
  )
  return [...kept, ...added]
}

function changeAgent(agent: Json, change: Overrides): Json {
  return isObject(agent) ? mergeKeys(agent, change) : agent
}

function nameOf(agent: Json): string | null {
  return isObject(agent) && typeof agent.name === 'string' ? agent.name : null
}

export function isObject(value: Json | undefined): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
