import { describe, expect, test } from 'vitest'
import { chooseHelp, chooseParts } from '../../../src/agent/collaboration/choose-parts.ts'
import type { MindView } from '../../../src/core/brain.ts'
import type { Claim } from '../../../src/core/claim.ts'
import type { Goal } from '../../../src/core/goal.ts'
import type { Board, Part, PartUnderWay } from '../../../src/mind/team-parts.ts'
import { examplePercept, exampleView } from '../../support/examples.ts'
import { exampleBelief } from '../../support/memory-examples.ts'
import { Team } from '../../support/scripted-team.ts'

const dirt = part('dirt', 4)
const logs = part('oak_log', 4)

describe('chooseParts()', () => {
  test('takes what costs most of what nobody is at', async () => {
    const board = boardOf({ free: [dirt, logs] })
    expect(await chooseParts(...eyes({ dirt: 4, oak_log: 40 }), board)).toEqual([logs])
    expect(await chooseParts(...eyes({ dirt: 40, oak_log: 4 }), board)).toEqual([dirt])
    const others = boardOf({ free: [dirt, logs], underWay: [byBen(part('oak_log', 4))] })
    expect(await chooseParts(...eyes({ dirt: 4, oak_log: 40 }), others)).toEqual([dirt])
  })

  test('leaves to an idle teammate what that one is better placed for', async () => {
    const board = boardOf({ free: [dirt, logs] })
    const axe: Claim = { type: 'holds', agent: 'Ben', item: 'iron_axe', count: 1 }
    const placed = eyes({ dirt: 4, oak_log: 40 }, [axe])
    expect(await chooseParts(...placed, board)).toEqual([dirt])
  })

  test('waits a while with what it knows no way to do', async () => {
    const board = boardOf({ free: [logs] })
    const unknown = { oak_log: Number.POSITIVE_INFINITY }
    expect(await chooseParts(...eyes(unknown, [], 10), board)).toEqual([])
    expect(await chooseParts(...eyes(unknown, [], 200), board)).toEqual([logs])
  })
})

describe('chooseHelp()', () => {
  test('turns to who has most before it, and to nothing that it knows no way to do', async () => {
    const underWay = [byBen(part('dirt', 1)), byBen(part('dirt', 8)), byBen(part('oak_log', 2))]
    const board = boardOf({ underWay })
    expect(await chooseHelp(...eyes({ dirt: 4, oak_log: 4 }), board)).toBe(underWay[1])
    const noDirt = eyes({ dirt: Number.POSITIVE_INFINITY, oak_log: 4 })
    expect(await chooseHelp(...noDirt, board)).toBe(underWay[2])
    const nothing = eyes({ dirt: Number.POSITIVE_INFINITY, oak_log: Number.POSITIVE_INFINITY })
    expect(await chooseHelp(...nothing, board)).toBeNull()
  })

  test('leaves a single thing to who has only just begun it', async () => {
    const board = boardOf({ underWay: [byBen(part('dirt', 1))] })
    expect(await chooseHelp(...eyes({ dirt: 4 }, [], 10), board)).toBeNull()
    expect(await chooseHelp(...eyes({ dirt: 4 }, [], 5000), board)).not.toBeNull()
  })
})

function part(item: string, count: number): Part {
  return { name: `${count} ${item}`, goal: { type: 'have', item, count } }
}

function byBen(taken: Part): PartUnderWay {
  return { ...taken, by: 'Ben', since: 0, helpers: 0 }
}

function boardOf(fields: Partial<Board>): Board {
  return { mine: [], free: [], underWay: [], isAllDone: false, ...fields }
}

/** Ada and what she sees; an iron axe makes logs cheap. Things cost what is said, however many. */
function eyes(prices: Readonly<Record<string, number>>, claims: readonly Claim[] = [], tick = 10) {
  const { mind } = new Team().add('Ada', {})
  const price = async ({ percept }: MindView, goal: Goal) => {
    const items = Object.entries(prices).filter(([item]) => JSON.stringify(goal).includes(`"${item}"`))
    const isEased = percept.inventory.iron_axe !== undefined
    return items.reduce((sum, [item, cost]) => sum + (isEased && item === 'oak_log' ? 1 : cost), 0)
  }
  const brain = { ...mind.brain, proposer: { ...mind.brain.proposer, price } }
  const beliefs = claims.map((claim, index) => exampleBelief({ id: `${index}`, claim }))
  const percept = examplePercept({ tick })
  return [{ mind: { ...mind, brain } }, { percept, view: () => exampleView({ percept, beliefs }) }] as const
}
