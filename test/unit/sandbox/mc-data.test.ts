import { afterAll, describe, expect, test } from 'vitest'
import { ProcessSandbox } from '../../../src/sandbox/process-sandbox.ts'
import { ScriptedHost } from '../../support/scripted-host.ts'
import { resultOf } from './result-of.ts'

const sandbox = new ProcessSandbox()
afterAll(() => sandbox.close())

describe('mcData', () => {
  test('knows names and numbers of the version without asking the body', async () => {
    const host = new ScriptedHost()
    const body = `const { oak_log } = mcData.itemsByName
      return [oak_log.name, mcData.items[oak_log.id] === oak_log, mcData.blocksByName.stone.displayName, mcData.itemsArray.length > 1000,
        mcData.entitiesByName.cow.name, mcData.itemsByName.nothing, mcData.version.minecraftVersion, bot.registry === mcData]`
    expect(await resultOf(sandbox, body, host)).toEqual([
      'oak_log',
      true,
      'Stone',
      true,
      'cow',
      null,
      '1.21.4',
      true,
    ])
    expect(host.requests).toEqual([])
  })

  test('gives recipes, drops and tools from the book of the attempt', async () => {
    const recipe = {
      result: { id: 9, metadata: null, count: 4 },
      inShape: [
        [
          { id: 1, metadata: null, count: 1 },
          { id: -1, metadata: null, count: 1 },
        ],
      ],
      ingredients: null,
      delta: [],
      requiresTable: false,
    }
    const host = new ScriptedHost({
      reads: {
        recipesAll: (item) => (item === 9 ? [recipe] : []),
        knownDrops: (block) => (block === 'stone' ? ['cobblestone'] : null),
        knownHarvestTools: (block) => (block === 'stone' ? ['wooden_pickaxe'] : null),
      },
    })
    const body = `const { blocksByName, itemsByName, recipes } = mcData
      return [recipes[9], recipes[10], blocksByName.stone.drops[0] === itemsByName.cobblestone.id,
        Object.keys(blocksByName.stone.harvestTools)[0] === String(itemsByName.wooden_pickaxe.id), blocksByName.dirt.drops, blocksByName.dirt.harvestTools]`
    expect(await resultOf(sandbox, body, host)).toEqual([
      [{ inShape: [[1, null]], result: { id: 9, count: 4 } }],
      null,
      true,
      true,
      [],
      null,
    ])
  })
})
