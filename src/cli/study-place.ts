import type { Json } from '../core/json.ts'
import { type Episode, ONLY_TASK } from '../study/plan-study.ts'
import type { Overrides, StudyFile } from '../study/study-schema.ts'
import type { KeyPath } from './document-issues.ts'

/** Where in a study file a key of an episode's team was set. */
export interface StudyPlace {
  readonly path: KeyPath
  /** Whether it is the same in all conditions. */
  readonly inBase: boolean
}

/** Looks in the condition first, then in the task, then in the base, as these override one another. */
export function placeInStudy(path: KeyPath, { task, condition, team }: Episode, file: StudyFile): StudyPlace {
  const taskIndex = task === ONLY_TASK.name ? -1 : (file.tasks ?? []).findIndex(({ name }) => name === task)
  const conditionIndex = file.conditions.findIndex((each) =>
    'name' in each ? each.name === condition : condition.startsWith(`${each.sweep.split('.').at(-1)}=`),
  )
  const layers = [
    { at: ['conditions', conditionIndex, 'set'], set: file.conditions[conditionIndex]?.set },
    { at: ['tasks', taskIndex, 'set'], set: file.tasks?.[taskIndex]?.set },
  ]
  for (const { at, set } of layers) {
    const within = set === undefined ? null : pathWithin(set, path, team)
    if (within !== null) return { path: [...at, ...within], inBase: false }
  }
  const base = typeof file.base === 'string' ? null : pathWithin(file.base, path, team)
  if (base !== null) return { path: ['base', ...base], inBase: true }
  const condition0 = file.conditions[conditionIndex]
  const isSweep = condition0 !== undefined && 'sweep' in condition0
  return isSweep
    ? { path: ['conditions', conditionIndex, 'values'], inBase: false }
    : { path: ['base'], inBase: true }
}

/** The path in the layer, where agents may stand under their names; null when the layer does not set the key. */
function pathWithin(layer: Overrides, path: KeyPath, team: Overrides): KeyPath | null {
  const [first, index, ...rest] = path
  if (first !== 'agents' || typeof index !== 'number') return holds(layer, path) ? path : null
  if (Array.isArray(layer.agents)) return holds(layer, path) ? path : null
  const agent = (team.agents as readonly Json[] | undefined)?.[index]
  const name = typeof agent === 'object' && agent !== null && 'name' in agent ? String(agent.name) : ''
  const candidates = [
    ['agents', name, ...rest],
    ['everyone', ...rest],
  ]
  return candidates.find((candidate) => holds(layer, candidate)) ?? null
}

function holds(layer: Overrides, path: KeyPath): boolean {
  let value: unknown = layer
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return true
}
