import type { Goal } from '../../../core/goal.ts'
import type { Position } from '../../../core/position.ts'
import { identifier, inWords, kindOf } from '../kind.ts'
import { countParameter, type GoalCode, positionParameter } from './goal-code-parts.ts'
import { quoted } from './pen.ts'

/** A goal of giving without parameter references. */
type Gift = Omit<Extract<Goal, { type: 'given' }>, 'count' | 'at' | 'by'> & {
  readonly count: number
  readonly at: Position | undefined
}

const PLAYER = { name: 'player', type: 'text', description: 'Who gets it.', default: null } as const

/** Seconds in which the two must have met. */
const PATIENCE = 120

/** Gets what is not there yet, then hands it over in person. */
export function giving({ to, item, count, at }: Gift): GoalCode {
  const place = positionParameter('Where the two meet.')
  return {
    header: {
      name: identifier('give', [item]),
      description: `Gets count ${inWords(item)} and hands them to another player${at ? ' at a place' : ''}.`,
      parameters: [PLAYER, countParameter('How many to give.'), ...(at ? [place] : [])],
      postcondition: {
        type: 'given',
        to: '$player',
        item,
        count: '$count',
        ...(at && { at: '$position' }),
      },
    },
    arguments: [to, count, ...(at ? [at] : [])],
    kinds: [{ kind: kindOf(item), count }],
    body: (pen) => [
      `if (held(${quoted(item)}) < count) ${pen.obtain(kindOf(item), 'count')}`,
      `const result = await giveItem(bot, player, { ${item}: count }, ${at ? 'position' : 'null'}, ${PATIENCE})`,
      'if (!result.ok) throw new Error(result.message)',
    ],
  }
}

/** Gets what is not there yet, then puts it into a chest for the other to come for. */
export function laying({ to, item, count, at }: Gift): GoalCode {
  const place = positionParameter('Where the chest stands or is to stand.')
  return {
    header: {
      name: identifier('put', [item, 'in_chest']),
      description: `Gets count ${inWords(item)} and puts them into a chest for another player${at ? ', at a place or near it' : ''}.`,
      parameters: [PLAYER, countParameter('How many to put there.'), ...(at ? [place] : [])],
      postcondition: {
        type: 'given',
        to: '$player',
        item,
        count: '$count',
        ...(at && { at: '$position' }),
        by: 'chest',
      },
    },
    arguments: [to, count, ...(at ? [at] : [])],
    kinds: [{ kind: kindOf(item), count }],
    body: (pen) => [
      `if (held(${quoted(item)}) < count) ${pen.obtain(kindOf(item), 'count')}`,
      `await ${pen.seed('layInChest')}(bot, player, ${quoted(item)}, count${at ? ', position' : ''})`,
    ],
  }
}
