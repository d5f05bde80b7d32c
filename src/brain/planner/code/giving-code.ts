import type { Goal } from '../../../core/goal.ts'
import type { Position } from '../../../core/position.ts'
import { identifier, inWords, kindOf } from '../kind.ts'
import { countParameter, type GoalCode, positionParameter } from './goal-code-parts.ts'
import { type Pen, quoted } from './pen.ts'

/** A goal of giving without parameter references. */
type Gift = Omit<Extract<Goal, { type: 'given' }>, 'count' | 'at' | 'by'> & {
  readonly count: number
  readonly at: Position | undefined
}

const PLAYER = { name: 'player', type: 'text', description: 'Who gets it.', default: null } as const

/** Seconds in which the two must have met. */
const PATIENCE = 120

/** Gets what is not there yet, then hands it over in person. */
export function giving(gift: Gift): GoalCode {
  const { item, at } = gift
  return handing(gift, {
    name: identifier('give', [item]),
    description: `Gets count ${inWords(item)} and hands them to another player${at ? ' at a place' : ''}.`,
    amount: 'How many to give.',
    place: 'Where the two meet.',
    lines: () => [
      `const result = await giveItem(bot, player, { ${item}: count }, ${at ? 'position' : 'null'}, ${PATIENCE})`,
      'if (!result.ok) throw new Error(result.message)',
    ],
  })
}

/** Gets what is not there yet, then puts it into a chest for the other to come for. */
export function laying(gift: Gift): GoalCode {
  const { item, at } = gift
  return handing(gift, {
    name: identifier('put', [item, 'in_chest']),
    description: `Gets count ${inWords(item)} and puts them into a chest for another player${at ? ', at a place or near it' : ''}.`,
    amount: 'How many to put there.',
    place: 'Where the chest stands or is to stand.',
    by: 'chest',
    lines: (pen) => [
      `await ${pen.seed('layInChest')}(bot, player, ${quoted(item)}, count${at ? ', position' : ''})`,
    ],
  })
}

/** A way to hand something over, in code and in the words of its header. */
interface Way {
  readonly name: string
  readonly description: string
  readonly amount: string
  readonly place: string
  /** By hand unless given. */
  readonly by?: 'chest'
  /** What follows once the items are held. */
  readonly lines: (pen: Pen) => readonly string[]
}

function handing({ to, item, count, at }: Gift, way: Way): GoalCode {
  const { name, description, by, lines } = way
  const place = positionParameter(way.place)
  return {
    header: {
      name,
      description,
      parameters: [PLAYER, countParameter(way.amount), ...(at ? [place] : [])],
      postcondition: {
        type: 'given',
        to: '$player',
        item,
        count: '$count',
        ...(at && { at: '$position' }),
        ...(by && { by }),
      },
    },
    arguments: [to, count, ...(at ? [at] : [])],
    kinds: [{ kind: kindOf(item), count }],
    body: (pen) => [`if (held(${quoted(item)}) < count) ${pen.obtain(kindOf(item), 'count')}`, ...lines(pen)],
  }
}
