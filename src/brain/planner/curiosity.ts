import type { MindView } from '../../core/brain.ts'
import type { Claim } from '../../core/claim.ts'
import type { Task } from '../../core/desire.ts'
import type { Goal } from '../../core/goal.ts'
import { costTable, UNKNOWN_COST } from './cost-table.ts'
import { canAsk } from './inquiry.ts'
import { lastWord } from './kind.ts'
import { itemsHad } from './novelty.ts'
import { situationOf } from './situation.ts'

/**
 * Something that the agent has only heard of or seen and knows no way to: trying for it leads to a question, and so to new
 * ways. Null where nobody could be asked, when all was tried, and after several questions in a row: then it is time to act.
 */
export function nextQuestion(view: MindView): Goal | null {
  if (!canAsk(view) || isInquisitive(view)) return null
  return wondered(view).find(({ price }) => price >= UNKNOWN_COST)?.goal ?? null
}

/**
 * The cheapest thing that the agent has only heard of and knows a way to; null when all was tried. It has to be looked for,
 * which another of a known family, such as the log of another tree, is not worth.
 */
export function nextHearsay(view: MindView, isFit: (goal: Goal) => boolean = () => true): Goal | null {
  return (
    wondered(view).find(
      ({ price, isOfKnownFamily, goal }) => price < UNKNOWN_COST && !isOfKnownFamily && isFit(goal),
    )?.goal ?? null
  )
}

interface Wondered {
  readonly price: number
  readonly isOfKnownFamily: boolean
  readonly goal: Goal
}

/** What was never had nor tried: new families first, then by price; of what costs the same, what was heard of first. */
function wondered(view: MindView): readonly Wondered[] {
  const had = itemsHad(view)
  const families = new Set([...had].map(lastWord))
  const tried = new Set(view.tasks.map(({ goal }) => JSON.stringify(goal)))
  const items = heardOf(view).filter((item) => !had.has(item))
  const costs = costTable(items, situationOf(view), new Set())
  return items
    .map((item) => ({
      price: Math.min(costs.cost(item), UNKNOWN_COST),
      isOfKnownFamily: families.has(lastWord(item)),
      goal: { type: 'have', item, count: 1 } as const,
    }))
    .filter(({ goal }) => !tried.has(JSON.stringify(goal)))
    .sort((a, b) => Number(a.isOfKnownFamily) - Number(b.isOfKnownFamily) || a.price - b.price)
}

/** Whether the last tasks came to nothing but talk. */
function isInquisitive({ tasks }: MindView): boolean {
  const last = tasks.slice(-MOST_QUESTIONS)
  return last.length === MOST_QUESTIONS && last.every(isTalk)
}

function isTalk({ status, attempts, asks }: Task): boolean {
  return asks !== undefined || (status !== 'done' && attempts === 0)
}

const MOST_QUESTIONS = 5

/** What partners have, what was said and read, and the blocks in sight; in that order, so that ties go to what others do. */
function heardOf({ partners, beliefs, percept }: MindView): readonly string[] {
  const held = partners.flatMap(({ holds }) => Object.keys(holds))
  const told = beliefs.flatMap(({ status, claim }) =>
    status === 'held' && claim !== null ? namesIn(claim) : [],
  )
  const seen = [...percept.blocks].sort((a, b) => a.distance - b.distance).map(({ name }) => name)
  return [...new Set([...held, ...told, ...seen])].filter((name) => name !== 'air')
}

/** Items and blocks that the claim speaks of, what it is made with first. */
function namesIn(claim: Claim): readonly string[] {
  switch (claim.type) {
    case 'recipe':
      return [...Object.keys(claim.ingredients), claim.item]
    case 'smelting':
      return [claim.from, claim.item]
    case 'tool':
      return claim.tools
    case 'drop':
    case 'mob-drop':
      return claim.items
    case 'fuel':
    case 'contains':
      return [claim.item]
    default:
      return []
  }
}
