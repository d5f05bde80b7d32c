import { describe, expect, test } from 'vitest'
import type { Belief } from '../../../src/core/belief.ts'
import type { PartClaim } from '../../../src/core/claim.ts'
import { claimSentence } from '../../../src/core/claim-sentence.ts'
import type { Goal } from '../../../src/core/goal.ts'
import { parseGoalText } from '../../../src/core/goal-text.ts'
import { combineParts, divideGoal, readBoard } from '../../../src/mind/team-parts.ts'

const camp = parseGoalText('have 4 dirt and have 6 oak_log')
const pair = parseGoalText('equipped bow and equipped shield')

describe('divideGoal()', () => {
  test('makes each goal of an all-of a part', () => {
    const goals = pair.type === 'all-of' ? pair.goals : []
    expect(divideGoal(pair, 2, 'all').map(({ goal }) => goal)).toEqual(goals)
    expect(divideGoal(camp, 1, 'all').map(({ goal }) => goal)).toEqual([have('dirt', 4), have('oak_log', 6)])
  })

  test('divides amounts into four parts for each agent, and loses none', () => {
    const parts = divideGoal(parseGoalText('have 9 dirt and have 8 oak_log'), 2, 'all')
    expect(parts.map(({ goal }) => goal)).toEqual([
      have('dirt', 2),
      have('dirt', 2),
      have('dirt', 2),
      have('dirt', 3),
      have('oak_log', 2),
      have('oak_log', 2),
      have('oak_log', 2),
      have('oak_log', 2),
    ])
    expect(new Set(parts.map(({ name }) => name)).size).toBe(8)
    expect(combineParts(parts)).toEqual(parseGoalText('have 9 dirt and have 8 oak_log'))
  })

  test('makes no more parts than there are things to get', () => {
    expect(divideGoal(have('dirt', 2), 6, 'all')).toHaveLength(2)
  })

  test('leaves a goal whole that one agent is to reach', () => {
    expect(divideGoal(camp, 6, 'any').map(({ goal }) => goal)).toEqual([camp])
  })
})

describe('readBoard()', () => {
  const parts = divideGoal(camp, 1, 'all')
  const [dirt = '', logs = ''] = parts.map(({ name }) => name)

  test('shows what nobody has taken as free', () => {
    const board = readBoard(parts, 'Ada', [claim('Ben', dirt, 'taken')], 10)
    expect(board.free.map(({ name }) => name)).toEqual([logs])
    expect(board.mine).toEqual([])
  })

  test('gives a part that two have taken at once to the one whose name comes first, on both boards', () => {
    const both = [claim('Ben', dirt, 'taken'), claim('Ada', dirt, 'taken')]
    expect(readBoard(parts, 'Ada', both, 10).mine.map(({ name }) => name)).toEqual([dirt])
    expect(readBoard(parts, 'Ben', both, 10).mine).toEqual([])
  })

  test('leaves a part to who has taken it, whoever helps, and counts the helpers', () => {
    const helped = [claim('Ben', dirt, 'taken'), claim('Ada', dirt, 'helped'), claim('Cleo', dirt, 'helped')]
    expect(readBoard(parts, 'Dan', helped, 10).underWay).toMatchObject([
      { name: dirt, by: 'Ben', helpers: 2 },
    ])
    expect(readBoard(parts, 'Ada', helped, 10).underWay).toMatchObject([{ by: 'Ben', helpers: 1 }])
    expect(readBoard(parts, 'Dan', helped.slice(1), 10).free).toHaveLength(2)
  })

  test('frees a part that was given back', () => {
    expect(readBoard(parts, 'Ada', [claim('Ben', dirt, 'released')], 10).free).toHaveLength(2)
  })

  test('frees a part whose holder has not been heard of for too long, unless it is done', () => {
    expect(readBoard(parts, 'Ada', [claim('Ben', dirt, 'taken')], 101).free).toHaveLength(2)
    expect(readBoard(parts, 'Ada', [claim('Ben', dirt, 'done')], 101).free).toHaveLength(1)
  })

  test('knows when all is done', () => {
    const done = [claim('Ben', dirt, 'done'), claim('Ada', logs, 'done')]
    expect(readBoard(parts, 'Ada', done, 10).isAllDone).toBe(true)
    expect(readBoard(parts, 'Ada', done.slice(1), 10).isAllDone).toBe(false)
  })
})

function have(item: string, count: number): Goal {
  return { type: 'have', item, count }
}

/** Ends at tick 100. */
function claim(agent: string, part: string, state: PartClaim['state']): Belief {
  const content: PartClaim = { type: 'part', agent, part, state, until: 100 }
  return {
    id: `${agent}-${part}`,
    kind: 'partner',
    sentence: claimSentence(content),
    claim: content,
    source: { type: 'told', by: agent, message: 'm' },
    tick: 0,
    confidence: 0.8,
    status: 'held',
    evidence: [],
  }
}
