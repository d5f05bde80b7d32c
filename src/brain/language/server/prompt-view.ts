import type { MindView } from '../../../core/brain.ts'
import type { Task } from '../../../core/desire.ts'
import type { Goal } from '../../../core/goal.ts'
import { goalSchema } from '../../../core/goal.ts'
import { parseGoalText } from '../../../core/goal-text.ts'
import type { Knowledge } from '../../../core/knowledge.ts'
import type { SkillLibrary } from '../../../core/memory.ts'
import type { Percept } from '../../../core/percept.ts'
import { type ReadPrompt, readCounts, readDistances, unquoted } from '../prompt/read-prompt.ts'

/** What the planner behind the server knows about the game. */
export type KnowledgeWithout = (unknownRecipes: ReadonlySet<string>) => Knowledge

/** The mind that a prompt shows, as far as a planner needs it. Its library is empty: prompts tell only names of skills. */
export function viewFromPrompt(prompt: ReadPrompt, knowledge: Knowledge): MindView {
  return {
    agent: 'asked',
    percept: perceptFrom(prompt),
    beliefs: [],
    knowledge,
    skills: EMPTY_LIBRARY,
    tasks: [...tasksFrom(prompt.line('Done').split(', '), 'done'), ...givenUp(prompt)],
    teammates: ['somebody'],
    partners: [],
    perspective: null,
  }
}

/** A goal as prompts write it; null where it cannot be read. */
export function goalFrom(text: string): Goal | null {
  try {
    return text.startsWith('{') ? goalSchema.parse(JSON.parse(text)) : parseGoalText(text)
  } catch {
    return null
  }
}

/** Items that a failed act said to know no recipe for. */
export function unknownRecipesIn({ text }: ReadPrompt): ReadonlySet<string> {
  const failed = text.matchAll(/craftItem\("([a-z0-9_]+)"[^)]*\) unknown-recipe/g)
  return new Set([...failed].map((match) => match[1] ?? ''))
}

function perceptFrom(prompt: ReadPrompt): Percept {
  const [, x = 0, y = 64, z = 0] = /^At (-?\d+) (-?\d+) (-?\d+) in /m.exec(prompt.text)?.map(Number) ?? []
  const position = { x, y, z }
  const items = /^Inventory \(\d+ slots free\): (.*)$/m.exec(prompt.text)?.[1] ?? ''
  const blocks = readDistances(prompt.line('Blocks in sight, with distance'))
  const mobs = readDistances(prompt.line('Others in sight'))
  return {
    agent: 'asked',
    tick: 0,
    position,
    dimension: 'overworld',
    biome: 'plains',
    timeOfDay: 1000,
    raining: false,
    gameMode: 'survival',
    health: 20,
    food: 20,
    inventory: readCounts(items),
    freeSlots: 30,
    equipment: equipmentFrom(prompt.line('Equipped')),
    blocks: blocks.map(({ name, distance }) => ({ name, count: 1, nearest: position, distance })),
    entities: mobs.map(({ name, distance }, id) => ({
      ...{ id, kind: 'mob' as const, name, position, distance },
      ...{ heldItem: null, activity: null },
    })),
    tally: { killed: {}, consumed: {}, crafted: {}, mined: {}, deaths: 0 },
  }
}

function equipmentFrom(line: string): Percept['equipment'] {
  const worn = new Map(
    [...line.matchAll(/(\w+) ([a-z][a-z0-9_]*)/g)].map(([, slot, item]) => [slot, item ?? null]),
  )
  const slot = (name: string) => worn.get(name) ?? null
  return {
    hand: slot('hand'),
    offHand: slot('offHand'),
    head: slot('head'),
    torso: slot('torso'),
    legs: slot('legs'),
    feet: slot('feet'),
  }
}

function givenUp(prompt: ReadPrompt): readonly Task[] {
  const entries = prompt.block('Given up').map((line) => line.split(': "')[0] ?? '')
  return tasksFrom(entries, 'given-up')
}

function tasksFrom(entries: readonly string[], status: Task['status']): readonly Task[] {
  return entries.flatMap((entry, index) => {
    const goal = goalFrom(entry)
    if (goal === null) return []
    const tally = { killed: {}, consumed: {}, crafted: {}, mined: {}, deaths: 0 }
    const fixed = { proposedBy: 'prompt', tick: 0, baseline: tally, attempts: 1, reason: null }
    return [{ id: `${status} ${index}`, text: unquoted(entry), goal, status, ...fixed }]
  })
}

const EMPTY_LIBRARY: SkillLibrary = {
  usable: () => [],
  find: () => null,
  search: () => [],
  reaching: () => [],
}
