import { afterAll, describe, expect, test } from 'vitest'
import { ProcessSandbox } from '../../../src/sandbox/process-sandbox.ts'
import { ScriptedHost } from '../../support/scripted-host.ts'
import { runBody } from '../../support/skill-runs.ts'
import { resultOf } from './result-of.ts'

const sandbox = new ProcessSandbox()
afterAll(() => sandbox.close())

describe('bot.findBlocks()', () => {
  test('with an id asks for its states only, nearest first, up to count', async () => {
    const host = blockHost()
    const body =
      'return bot.findBlocks({ matching: 2, maxDistance: 30, count: 2, point: new Vec3(1.5, 2, 3) })'
    expect(await resultOf(sandbox, body, host)).toEqual([
      { x: 1, y: 60, z: 0 },
      { x: 2, y: 60, z: 0 },
    ])
    const area = { point: { x: 1, y: 2, z: 3 }, maxDistance: 30 }
    expect(host.requests).toEqual([
      { method: 'blockStates', parameters: [area] },
      { method: 'blockCandidates', parameters: [{ ...area, stateIds: [20, 21], count: 2, skip: 0 }] },
    ])
  })

  test('runs a predicate on states first, and reads no block when that is enough', async () => {
    const host = blockHost()
    const found = await resultOf(
      sandbox,
      'return bot.findBlocks({ matching: (b) => b.name === "log" && b.getProperties().axis === "y", count: 9 })',
      host,
    )
    expect(found).toHaveLength(3)
    expect(host.requests.map(({ method }) => method)).toEqual(['state', 'blockStates', 'blockCandidates'])
  })

  test('runs a predicate that reads the position on blocks at their places', async () => {
    const body = `return bot.findBlocks({ matching: (b) => b.name === "log" && (!b.position || b.position.x % 2 === 0), count: 9 })`
    expect(await resultOf(sandbox, body, blockHost())).toEqual([
      { x: 2, y: 60, z: 0 },
      { x: 4, y: 60, z: 0 },
      { x: 6, y: 60, z: 0 },
    ])
  })

  test('runs useExtraInfo after the match', async () => {
    const body =
      'return bot.findBlocks({ matching: 2, useExtraInfo: (b) => b.position.x > 2, count: 9 }).map((p) => p.x)'
    expect(await resultOf(sandbox, body, blockHost())).toEqual([3, 4, 5, 6])
  })

  test('never shows the predicate a block without a place when useExtraInfo is true', async () => {
    const body =
      'return bot.findBlocks({ matching: (b) => b.position.x === 5, useExtraInfo: true, count: 9 }).map((p) => p.x)'
    expect(await resultOf(sandbox, body, blockHost())).toEqual([5])
  })

  test('findBlock() gives the block, null when there is none', async () => {
    const host = blockHost()
    expect(
      await resultOf(
        sandbox,
        'return [bot.findBlock({ matching: 2 }).name, bot.findBlock({ matching: 7 })]',
        host,
      ),
    ).toEqual(['log', null])
  })

  test('says what "matching" should be', async () => {
    const run = await runBody(sandbox, 'bot.findBlocks({ matching: "oak_log" })')
    expect(run.error?.message).toContain('mcData.blocksByName["name"].id')
  })
})

/** Blocks of type 2 ("log", states 20 and 21) at x = 1 to 6, among stone. */
function blockHost(): ScriptedHost {
  const placed = [1, 2, 3, 4, 5, 6].map((x) => ({ x, y: 60, z: 0 }))
  const stateAt = (x: number) => (x <= 3 ? 20 : 21)
  return new ScriptedHost({
    reads: {
      blockStates: () => [exampleBlock(10), exampleBlock(20), exampleBlock(21)],
      blockCandidates: (query) => {
        const { stateIds, skip, count } = query as { stateIds: number[]; skip: number; count: number }
        const matching = placed.filter(({ x }) => stateIds.includes(stateAt(x)))
        return { positions: matching.slice(skip, skip + count), end: skip + count >= matching.length }
      },
      blocksAt: (positions) =>
        (positions as { x: number; y: number; z: number }[]).map((at) => ({
          ...exampleBlock(stateAt(at.x)),
          position: at,
        })),
      blockAt: (position) => ({
        ...exampleBlock(20),
        position: position as { x: number; y: number; z: number },
      }),
    },
  })
}

function exampleBlock(stateId: number) {
  return {
    ...{
      type: Math.floor(stateId / 10),
      name: stateId >= 20 ? 'log' : 'stone',
      displayName: '',
      stateId,
      metadata: 0,
    },
    ...{
      position: null,
      boundingBox: 'block',
      diggable: true,
      hardness: 2,
      material: null,
      transparent: false,
    },
    ...{ light: 0, skyLight: 0, biome: 'plains', properties: { axis: stateId === 21 ? 'x' : 'y' } },
    ...{ shapes: [], harvestTools: null, drops: [] },
  }
}
