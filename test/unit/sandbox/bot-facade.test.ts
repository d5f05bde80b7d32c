import { afterAll, describe, expect, test } from 'vitest'
import type { Json } from '../../../src/core/json.ts'
import { ProcessSandbox } from '../../../src/sandbox/process-sandbox.ts'
import {
  exampleEntity,
  exampleItem,
  exampleState,
  ScriptedHost,
  success,
} from '../../support/scripted-host.ts'
import { runBody } from '../../support/skill-runs.ts'

const sandbox = new ProcessSandbox()
afterAll(() => sandbox.close())

/** The value that the body returns; fails with the error of the run. */
async function resultOf(body: string, host: ScriptedHost = new ScriptedHost()): Promise<Json> {
  const run = await runBody(sandbox, body, { host })
  expect(run.error).toBeNull()
  return run.value
}

describe('bot reads', () => {
  test('health, food, time and the rest come from the state', async () => {
    const value = await resultOf(
      'return [bot.username, bot.health, bot.food, bot.time.timeOfDay, bot.game.gameMode, bot.isRaining, bot.spawnPoint]',
    )
    expect(value).toEqual(['Ada', 20, 18, 1000, 'survival', false, { x: 0, y: 64, z: 0 }])
  })

  test('positions are vectors', async () => {
    const value = await resultOf(
      'const p = bot.entity.position; return [p instanceof Vec3, p.offset(1, 0, 0).distanceTo(new Vec3(0, 64, 0))]',
    )
    expect(value).toEqual([true, 1])
  })

  test('bot.entity is live: it moves between turns and keeps its identity', async () => {
    let x = 0
    const state = () => ({ ...(exampleState() as object), entity: exampleEntity(1, 'player', x) })
    const acts = {
      waitForTicks: async () => {
        x = 5
        return success(null)
      },
    }
    const host = new ScriptedHost({ reads: { state }, acts })
    const body =
      'const self = bot.entity; const before = self.position.x; await bot.waitForTicks(1); return [before, self.position.x, self === bot.entity]'
    expect(await resultOf(body, host)).toEqual([0, 5, true])
  })

  test('the world is read once a turn', async () => {
    const host = new ScriptedHost()
    await resultOf(
      'for (let n = 0; n < 50; n++) bot.health + bot.food; await bot.waitForTicks(1); return bot.health',
      host,
    )
    expect(host.requests.filter(({ method }) => method === 'state')).toHaveLength(2)
  })

  test('nearestEntity() picks the nearest that matches, never the bot itself', async () => {
    const entities = () => [
      exampleEntity(1, 'player', 0),
      exampleEntity(2, 'cow', 9),
      exampleEntity(3, 'cow', 4),
    ]
    const host = new ScriptedHost({ reads: { entities } })
    const body = `return [bot.nearestEntity()?.id, bot.nearestEntity((e) => e.name === 'cow' && e.id !== 3).id,
      bot.nearestEntity((e) => e.name === 'pig'), Object.keys(bot.entities)]`
    expect(await resultOf(body, host)).toEqual([3, 2, null, ['1', '2', '3']])
  })

  test('an entity that is gone stays readable and says that it is not valid', async () => {
    let gone = false
    const entities = () => (gone ? [] : [exampleEntity(2, 'cow', 9)])
    const waitForTicks = async () => {
      gone = true
      return success(null)
    }
    const host = new ScriptedHost({ reads: { entities }, acts: { waitForTicks } })
    const body =
      'const cow = bot.entities[2]; await bot.waitForTicks(1); return [cow.isValid, cow.position.x, cow.name]'
    expect(await resultOf(body, host)).toEqual([false, 9, 'cow'])
  })

  test('players have their entities while they are in sight', async () => {
    const player = { uuid: 'u', gamemode: 0, ping: 1 }
    const host = new ScriptedHost({
      reads: {
        players: () => [
          { ...player, username: 'Ada', entity: 1 },
          { ...player, username: 'Bo', entity: 2 },
          { ...player, username: 'Cy', entity: null },
        ],
        entities: () => [exampleEntity(1, 'player', 0), exampleEntity(2, 'player', 3)],
      },
    })
    expect(
      await resultOf(
        'return [bot.players.Bo.entity.position.x, bot.players.Cy.entity, bot.player.username]',
        host,
      ),
    ).toEqual([3, null, 'Ada'])
  })
})

describe('bot.inventory', () => {
  const slots: Json[] = Array.from({ length: 46 }, () => null)
  slots[5] = exampleItem('iron_helmet', 1, 5)
  slots[10] = exampleItem('oak_log', 5, 10)
  slots[36] = exampleItem('oak_log', 64, 36)
  slots[40] = exampleItem('stick', 2, 40)
  const window = {
    id: 0,
    type: 'minecraft:inventory',
    title: '',
    slots,
    inventoryStart: 9,
    inventoryEnd: 45,
    hotbarStart: 36,
  }
  const host = () => new ScriptedHost({ reads: { inventory: () => window } })

  test('counts by id and by name, without what is worn', async () => {
    const body =
      'return [bot.inventory.count("oak_log"), bot.inventory.count(5), bot.inventory.count("iron_helmet"), bot.inventory.count(999)]'
    expect(await resultOf(body, host())).toEqual([69, 2, 0, 0])
  })

  test('lists stacks and free slots', async () => {
    const body =
      'return [bot.inventory.items().map((i) => [i.name, i.slot]), bot.inventory.emptySlotCount(), bot.inventory.firstEmptyInventorySlot(), bot.inventoryUsed()]'
    expect(await resultOf(body, host())).toEqual([
      [
        ['oak_log', 10],
        ['oak_log', 36],
        ['stick', 40],
      ],
      33,
      9,
      3,
    ])
  })

  test('finds a stack, null when there is none', async () => {
    const body =
      'return [bot.inventory.findInventoryItem("stick").count, bot.inventory.findInventoryItem(999), bot.inventory.slots[5].name]'
    expect(await resultOf(body, host())).toEqual([2, null, 'iron_helmet'])
  })
})

describe('bot.findBlocks()', () => {
  test('with an id asks for its states only, nearest first, up to count', async () => {
    const host = blockHost()
    const body = 'return bot.findBlocks({ matching: 2, maxDistance: 30, count: 2, point: new Vec3(1, 2, 3) })'
    expect(await resultOf(body, host)).toEqual([
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
      'return bot.findBlocks({ matching: (b) => b.name === "log" && b.getProperties().axis === "y", count: 9 })',
      host,
    )
    expect(found).toHaveLength(3)
    expect(host.requests.map(({ method }) => method)).toEqual(['blockStates', 'blockCandidates'])
  })

  test('runs a predicate that reads the position on blocks at their places', async () => {
    const body = `return bot.findBlocks({ matching: (b) => b.name === "log" && (!b.position || b.position.x % 2 === 0), count: 9 })`
    expect(await resultOf(body, blockHost())).toEqual([
      { x: 2, y: 60, z: 0 },
      { x: 4, y: 60, z: 0 },
      { x: 6, y: 60, z: 0 },
    ])
  })

  test('runs useExtraInfo after the match', async () => {
    const body =
      'return bot.findBlocks({ matching: 2, useExtraInfo: (b) => b.position.x > 2, count: 9 }).map((p) => p.x)'
    expect(await resultOf(body, blockHost())).toEqual([3, 4, 5, 6])
  })

  test('never shows the predicate a block without a place when useExtraInfo is true', async () => {
    const body =
      'return bot.findBlocks({ matching: (b) => b.position.x === 5, useExtraInfo: true, count: 9 }).map((p) => p.x)'
    expect(await resultOf(body, blockHost())).toEqual([5])
  })

  test('findBlock() gives the block, null when there is none', async () => {
    const host = blockHost()
    expect(
      await resultOf('return [bot.findBlock({ matching: 2 }).name, bot.findBlock({ matching: 7 })]', host),
    ).toEqual(['log', null])
  })

  test('says what "matching" should be', async () => {
    const run = await runBody(sandbox, 'bot.findBlocks({ matching: "oak_log" })')
    expect(run.error?.message).toContain('mcData.blocksByName["name"].id')
  })
})

describe('bot acts', () => {
  test('reject with the message of a soft failure', async () => {
    const dig = async () => ({ ok: false, code: 'unreachable', message: 'Too far away.' }) as const
    const run = await runBody(sandbox, 'await bot.dig(new Vec3(1, 2, 3))', {
      host: new ScriptedHost({ acts: { dig } }),
    })
    expect(run).toMatchObject({ status: 'threw', error: { module: 'go', line: 2 } })
    expect(run.error?.message).toContain('bot.dig() failed with unreachable: Too far away.')
  })

  test('send positions, stacks and entities as the body wants them', async () => {
    const done = async () => success(null)
    const acts = { equip: done, placeBlock: done, goto: done, attack: done, toss: done, lookAt: done }
    const host = new ScriptedHost({ acts, reads: { entities: () => [exampleEntity(2, 'cow', 9)] } })
    const body = `await bot.equip({ slot: 10, type: 5 }, 'hand'); await bot.equip(5)
      await bot.placeBlock({ position: new Vec3(1, 2, 3) }, new Vec3(0, 1, 0))
      await bot.pathfinder.goto(new GoalNear(1.7, 2, 3, 2)); await bot.pathfinder.goto(new GoalFollow(bot.entities[2], 3))
      await bot.attack(bot.entities[2]); await bot.toss(5, null, 2); bot.lookAt(new Vec3(1, 2, 3))`
    await resultOf(body, host)
    expect(host.requests.filter(({ method }) => method !== 'entities')).toEqual([
      { method: 'equip', parameters: [{ slot: 10 }, 'hand'] },
      { method: 'equip', parameters: [5, 'hand'] },
      {
        method: 'placeBlock',
        parameters: [
          { x: 1, y: 2, z: 3 },
          { x: 0, y: 1, z: 0 },
        ],
      },
      { method: 'goto', parameters: [{ type: 'GoalNear', x: 1, y: 2, z: 3, range: 2 }] },
      { method: 'goto', parameters: [{ type: 'GoalFollow', entity: 2, range: 3 }] },
      { method: 'attack', parameters: [2] },
      { method: 'toss', parameters: [5, 2] },
      { method: 'lookAt', parameters: [{ x: 1, y: 2, z: 3 }] },
    ])
  })

  test('that need no await end nothing when they fail', async () => {
    const attack = async () => ({ ok: false, code: 'not-found', message: 'Gone.' }) as const
    const host = new ScriptedHost({ acts: { attack } })
    expect(await resultOf('bot.attack({ id: 5 }); await bot.waitForTicks(1); return 1', host)).toBe(1)
  })

  test('a chest gives and takes, and its contents are live', async () => {
    const inside: Json[] = [exampleItem('apple', 3, 0), null]
    const chest = {
      id: 7,
      type: 'minecraft:chest',
      title: '',
      slots: inside,
      inventoryStart: 2,
      inventoryEnd: 2,
      hotbarStart: 2,
    }
    const host = new ScriptedHost({
      reads: { window: () => chest },
      acts: {
        openContainer: async () => success(chest),
        windowWithdraw: async () => {
          inside[0] = exampleItem('apple', 1, 0)
          return success(null)
        },
        closeWindow: async () => success(null),
      },
    })
    const body = `const chest = await bot.openChest(new Vec3(1, 2, 3)); const before = chest.containerCount('apple')
      await chest.withdraw(5, null, 2); const after = chest.containerItems()[0].count; await chest.close(); return [before, after]`
    expect(await resultOf(body, host)).toEqual([3, 1])
    expect(host.requests).toContainEqual({ method: 'windowWithdraw', parameters: [7, 5, 2] })
  })

  test('members that are not available say what to do instead', async () => {
    const body = `const said = []
      for (const name of ['on', 'loadPlugin', 'quit', 'clickWindow']) try { bot[name]() } catch (error) { said.push(error.message) }
      return [said.length, said[0], typeof bot._client]`
    expect(await resultOf(body)).toEqual([4, expect.stringContaining('bot.waitForTicks'), 'undefined'])
  })
})

describe('primitives', () => {
  test("send their arguments with Voyager's defaults", async () => {
    const done = async () => success(null)
    const names = [
      'mineBlock',
      'craftItem',
      'smeltItem',
      'placeItem',
      'killMob',
      'getItemFromChest',
      'checkItemInsideChest',
      'waitForMobRemoved',
    ]
    const host = new ScriptedHost({ acts: Object.fromEntries(names.map((name) => [name, done])) })
    const body = `const at = new Vec3(1, 2, 3)
      await mineBlock(bot, 'stone'); await craftItem(bot, 'stick'); await smeltItem(bot, 'raw_iron', 'coal')
      await placeItem(bot, 'torch', at); await killMob(bot, 'cow'); await getItemFromChest(bot, at, { apple: 2 })
      await checkItemInsideChest(bot, { position: at }); await waitForMobRemoved(bot, { id: 4 })`
    await resultOf(body, host)
    const at = { x: 1, y: 2, z: 3 }
    expect(host.requests.map(({ method, parameters }) => [method, ...parameters])).toEqual([
      ['mineBlock', 'stone', 1],
      ['craftItem', 'stick', 1],
      ['smeltItem', 'raw_iron', 'coal', 1],
      ['placeItem', 'torch', at],
      ['killMob', 'cow', 300],
      ['getItemFromChest', at, { apple: 2 }],
      ['checkItemInsideChest', at],
      ['waitForMobRemoved', 4, 300],
    ])
  })

  test('throw without the bot, and for a block that was not found', async () => {
    const missing = await runBody(sandbox, 'await mineBlock("stone", 1)')
    expect(missing.error?.message).toContain('needs the bot as its first argument')
    const nothing = await runBody(sandbox, 'await placeItem(bot, "torch", null)')
    expect(nothing.error?.message).toContain('but got null')
  })
})

describe('exploreUntil()', () => {
  /** A walk on which every step takes its ticks. */
  function walk(code: string | null = null): ScriptedHost {
    let tick = 0
    const exploreStep = async (parameters: readonly Json[]) => {
      if (code !== null) return { ok: false, code: code as 'no-path', message: 'No way.' } as const
      tick += Number(parameters[1])
      return success({ position: { x: tick, y: 64, z: 0 } })
    }
    return new ScriptedHost({ reads: { state: () => exampleState(tick) }, acts: { exploreStep } })
  }
  const steps = (host: ScriptedHost) => host.requests.filter(({ method }) => method === 'exploreStep').length

  test('gives what the callback found, and looks before it walks', async () => {
    const host = walk()
    const body =
      'let looks = 0; return await exploreUntil(bot, new Vec3(1, 0, 1), 60, () => (++looks === 3 ? { looks } : null))'
    expect(await resultOf(body, host)).toEqual({ looks: 3 })
    expect(steps(host)).toBe(2)
    const immediate = walk()
    expect(
      await resultOf('return await exploreUntil(bot, new Vec3(1, 0, 1), 60, () => "here")', immediate),
    ).toBe('here')
    expect(steps(immediate)).toBe(0)
  })

  test('gives null when the time is over', async () => {
    const host = walk()
    expect(
      await resultOf('return await exploreUntil(bot, new Vec3(0, 0, -1), 10, () => null)', host),
    ).toBeNull()
    expect(steps(host)).toBe(5)
  })

  test('gives up after a few steps that fail', async () => {
    const host = walk('no-path')
    expect(
      await resultOf('return await exploreUntil(bot, new Vec3(0, 0, -1), 60, () => null)', host),
    ).toBeNull()
    expect(steps(host)).toBe(5)
    const dead = walk('died')
    await resultOf('return await exploreUntil(bot, new Vec3(0, 0, -1), 60, () => null)', dead)
    expect(steps(dead)).toBe(1)
  })

  test('throws what the callback throws, and for a direction that is none', async () => {
    const thrown = await runBody(
      sandbox,
      'await exploreUntil(bot, new Vec3(1, 0, 0), 5, () => { throw new Error("lost") })',
    )
    expect(thrown.error).toMatchObject({ message: 'lost', line: 2 })
    for (const direction of ['new Vec3(0, 0, 0)', 'new Vec3(5, 0, 0)']) {
      const wrong = await runBody(sandbox, `await exploreUntil(bot, ${direction}, 5, () => 1)`)
      expect(wrong.error?.message).toContain('direction of -1, 0 and 1')
    }
  })
})

describe('mcData', () => {
  test('knows names and numbers of the version without asking the body', async () => {
    const host = new ScriptedHost()
    const body = `const { oak_log } = mcData.itemsByName
      return [oak_log.name, mcData.items[oak_log.id] === oak_log, mcData.blocksByName.stone.displayName, mcData.itemsArray.length > 1000,
        mcData.entitiesByName.cow.name, mcData.itemsByName.nothing, mcData.version.minecraftVersion, bot.registry === mcData]`
    expect(await resultOf(body, host)).toEqual(['oak_log', true, 'Stone', true, 'cow', null, '1.21.4', true])
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
    expect(await resultOf(body, host)).toEqual([
      [{ inShape: [[1, null]], result: { id: 9, count: 4 } }],
      null,
      true,
      true,
      [],
      null,
    ])
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
