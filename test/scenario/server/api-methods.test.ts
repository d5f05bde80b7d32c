import { createRequire } from 'node:module'
import mineflayerProtocol from 'minecraft-protocol'
import type { Bot } from 'mineflayer'
import type { Item as PrismarineItem } from 'prismarine-item'
import { afterEach, describe, expect, test } from 'vitest'
import {
  blockAt,
  give,
  hold,
  playerOf,
  record,
  serverBlock,
  setBlock,
  ticks,
  truth,
  vector,
} from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

const ping = mineflayerProtocol.ping as unknown as (options: object) => Promise<{
  readonly players: {
    readonly online: number
    readonly max: number
    readonly sample: readonly { readonly name: string }[]
  }
  readonly description: unknown
  readonly version: { readonly name: string }
}>

type ItemClass = new (type: number, count: number) => PrismarineItem
const createItemClass = createRequire(import.meta.url)('prismarine-item') as (registry: unknown) => ItemClass

const item = (bot: Bot, name: string) => bot.registry.itemsByName[name]?.id ?? 0

describe.each(['1.21.4', '1.20.1'] as const)("Mineflayer's methods on %s", (version) => {
  test('a server list sees who plays', async () => {
    harness = await startHarness({ version })
    await harness.join('Ada')
    const status = await harness.run(
      ping({
        version,
        host: 'localhost',
        connect: (client: { setSocket(stream: unknown): void; emit(event: string): void }) => {
          client.setSocket(harness.server.connect())
          client.emit('connect')
        },
      }),
    )
    expect(status).toMatchObject({
      players: { online: 1, max: 10, sample: [{ name: 'Ada' }] },
      version: { name: version },
    })
    expect(JSON.stringify(status.description)).toContain('Kithcraft')
  })

  test('chat: patterns, waiting, limits, completion', async () => {
    harness = await startHarness({ version, operators: ['Ada'] })
    const [ada, bob] = [await harness.join('Ada'), await harness.join('Bob')]
    ada.addChatPattern('order', /bring (\d+) (\w+)/, { parse: true, repeat: true })
    const orders = record(ada, ['chat:order'], (matches: unknown) => matches)
    const heard = ada.awaitMessage('<Bob> bring 4 logs')
    bob.chat('bring 4 logs')
    await harness.run(heard)
    await ticks(harness, 2)
    expect(orders).toEqual([['chat:order', [['4', 'logs']]]])
    const lines = record(ada, ['chat'], (_name: unknown, text: unknown) => text)
    bob.chat('x'.repeat(300))
    await ticks(harness, 3)
    expect(lines.map(([, text]) => String(text).length)).toEqual([256, 44])
    const names = async (text: string) => {
      const matches = (await harness.run(ada.tabComplete(text))) as unknown as (string | { match: string })[]
      return matches.map((one) => (typeof one === 'string' ? one : one.match))
    }
    expect(await names('/game')).toEqual(['gamemode', 'gamerule'])
    expect(await names('/tell B')).toEqual(['Bob'])
    expect(await names('/gamemode c')).toEqual(['creative'])
    expect(await names('/execute ')).toEqual(expect.arrayContaining(['as', 'at', 'if', 'run']))
  })

  test('hands and bags: equip, unequip, toss, hotbar, low level moves', async () => {
    harness = await startHarness({ version })
    const [ada, bob] = [await harness.join('Ada'), await harness.join('Bob')]
    harness.server.command('/tp Bob 8 -60 8')
    await give(harness, ada, { stone: 20, iron_helmet: 1, torch: 8 })
    const held = record(ada, ['heldItemChanged'], (stack: { name: string } | null) => stack?.name)
    ada.setQuickBarSlot(2)
    await ticks(harness, 2)
    expect([ada.quickBarSlot, playerOf(harness, ada).heldIndex, ada.heldItem?.name]).toEqual([2, 2, 'torch'])
    await harness.run(ada.equip(item(ada, 'iron_helmet'), 'head'))
    await harness.run(ada.equip(item(ada, 'torch'), 'off-hand'))
    await ticks(harness, 2)
    const other = bob.players.Ada?.entity
    expect([other?.equipment[5]?.name, other?.equipment[1]?.name]).toEqual(['iron_helmet', 'torch'])
    await harness.run(ada.unequip('head'))
    await harness.run(ada.toss(item(ada, 'stone'), null, 5))
    const drops = record(bob, ['itemDrop'], (entity: { name: string }) => entity.name)
    const stack = ada.inventory.items().find(({ name }) => name === 'stone')
    if (stack === undefined) throw new Error('Ada has no stone.')
    await harness.run(ada.tossStack(stack))
    await ticks(harness, 3)
    expect(drops.length).toBeGreaterThan(0)
    expect(truth(harness, ada)).toEqual({ iron_helmet: 1, torch: 8 })
    const collected = record(bob, ['playerCollect'], (who: { username: string }) => who.username)
    await ticks(harness, 60)
    expect(held.length).toBeGreaterThan(0)
    expect(collected.every(([, name]) => name === 'Ada')).toBe(true)
    const helmet = ada.inventory.items().find(({ name }) => name === 'iron_helmet')
    if (helmet === undefined) throw new Error('Ada has no helmet.')
    await harness.run(ada.moveSlotItem(helmet.slot, 20))
    await harness.run(ada.clickWindow(20, 0, 0))
    await harness.run(ada.putAway(20))
    expect(harness.server.game.players.size).toBe(2)
    expect(truth(harness, ada)).toMatchObject({ iron_helmet: 1 })
  })

  test('eyes: cursor, sight, search, nearest, biomes', async () => {
    harness = await startHarness({ version })
    const [ada, bob] = [await harness.join('Ada'), await harness.join('Bob')]
    harness.server.command('/tp Bob 0 -60 3')
    await setBlock(harness, { x: 0, y: -60, z: 6 }, 'gold_block')
    await setBlock(harness, { x: 0, y: -59, z: -3 }, 'diamond_block')
    await ticks(harness, 3)
    await harness.run(ada.lookAt(vector({ x: 0.5, y: -58.5, z: -2.5 }), true))
    expect(ada.blockAtCursor(8)?.name).toBe('diamond_block')
    expect(ada.canSeeBlock(blockAt(ada, { x: 0, y: -59, z: -3 }))).toBe(true)
    await harness.run(ada.lookAt(vector({ x: 0.5, y: -59, z: 3.5 }), true))
    await ticks(harness, 2)
    expect(ada.entityAtCursor(5)?.username).toBe('Bob')
    expect(ada.nearestEntity()?.username).toBe('Bob')
    const gold = ada.registry.blocksByName.gold_block?.id ?? 0
    expect(ada.findBlock({ matching: gold, maxDistance: 16 })?.position).toMatchObject({ x: 0, y: -60, z: 6 })
    await harness.run(bob.lookAt(vector({ x: 0.5, y: -59.5, z: 6.5 }), true))
    await ticks(harness, 3)
    const seen = ada.players.Bob?.entity
    if (seen === undefined) throw new Error('Ada does not see Bob.')
    expect(ada.blockAtEntityCursor(seen, 16)?.name).toBe('gold_block')
    const updates = record(
      ada,
      ['blockUpdate', 'blockUpdate:(2, -60, 2)'],
      (_old: unknown, now: { name: string }) => now.name,
    )
    await setBlock(harness, { x: 2, y: -60, z: 2 }, 'stone')
    expect(updates).toEqual([
      ['blockUpdate', 'stone'],
      ['blockUpdate:(2, -60, 2)', 'stone'],
    ])
  })

  test('creative mode: slots, flying, and back', async () => {
    harness = await startHarness({ version, rules: { gameMode: 'creative' } })
    const ada = await harness.join('Ada')
    const Item = createItemClass(ada.registry)
    await harness.run(ada.creative.setInventorySlot(36, new Item(item(ada, 'diamond'), 3)))
    await harness.run(ada.creative.setInventorySlot(37, new Item(item(ada, 'stone'), 64)))
    expect(truth(harness, ada)).toEqual({ diamond: 3, stone: 64 })
    if (version === '1.20.1') {
      await harness.run(ada.creative.clearSlot(36))
      expect(truth(harness, ada)).toEqual({ stone: 64 })
      await harness.run(ada.creative.clearInventory())
      expect(truth(harness, ada)).toEqual({})
    }
    await harness.run(ada.creative.flyTo(vector({ x: 4.5, y: -50, z: 4.5 })))
    await ticks(harness, 30)
    expect(playerOf(harness, ada).position).toMatchObject({ x: 4.5, y: -50, z: 4.5 })
    ada.creative.stopFlying()
    await ticks(harness, 60)
    expect(ada.entity.position.y).toBeCloseTo(-60, 3)
    expect(ada.health).toBe(20)
    const modes = record(ada, ['game'], () => ada.game.gameMode)
    harness.server.command('/gamemode survival Ada')
    await ticks(harness, 2)
    expect(modes).toContainEqual(['game', 'survival'])
    const refused = ada.creative.setInventorySlot(38, new Item(item(ada, 'dirt'), 1)).catch(() => null)
    await harness.run(refused)
    expect(truth(harness, ada)).not.toHaveProperty('dirt')
  })

  test('events of a life: damage, death, respawn, teleport, weather, time, kick', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    const seen = record(
      ada,
      [
        'health',
        'death',
        'respawn',
        'spawn',
        'forcedMove',
        'rain',
        'weatherUpdate',
        'time',
        'experience',
        'kicked',
        'end',
        'move',
        'physicsTick',
      ],
      () => null,
    )
    harness.server.command('/damage Ada 3')
    harness.server.command('/xp add Ada 3')
    harness.server.command('/weather thunder')
    await ticks(harness, 130)
    expect([ada.isRaining, ada.thunderState]).toEqual([true, 1])
    harness.server.command('/tp Ada 5 -60 5')
    harness.server.command('/kill Ada')
    await ticks(harness, 30)
    expect(ada.health).toBe(20)
    harness.server.command('/kick Ada bye')
    await ticks(harness, 5)
    const names = new Set(seen.map(([name]) => name))
    expect([...names].sort()).toEqual(
      [
        'death',
        'end',
        'experience',
        'forcedMove',
        'health',
        'kicked',
        'move',
        'physicsTick',
        'rain',
        'respawn',
        'spawn',
        'time',
        'weatherUpdate',
      ].sort(),
    )
    expect(serverBlock(harness, { x: 5, y: -61, z: 5 })).toBe('grass_block')
  })

  test('resource packs are offered and answered', async () => {
    const resourcePack = {
      uuid: '00000000-0000-4000-8000-000000000001',
      url: 'http://localhost/pack.zip',
      hash: '0'.repeat(40),
      forced: version === '1.20.1',
    }
    harness = await startHarness({ version, resourcePack })
    const ada = await harness.join('Ada')
    const offers: unknown[] = []
    ada._client.on(
      version === '1.21.4' ? 'add_resource_pack' : 'resource_pack_send',
      ({ url }: { url: string }) => {
        offers.push(url)
      },
    )
    ada.acceptResourcePack()
    await ticks(harness, 3)
    expect(playerOf(harness, ada).resourcePack).toBe('loaded')
    expect(ada.players.Ada?.username).toBe('Ada')
    if (version === '1.21.4') return // Mineflayer's denial cannot be written in this version.
    const kicks = record(ada, ['kicked'], (reason: unknown) => JSON.stringify(reason))
    ada.denyResourcePack()
    await ticks(harness, 5)
    expect(String(kicks[0]?.[1])).toContain('resource pack')
  })

  test('items in the hand: swing, use, hold, drop by key', async () => {
    harness = await startHarness({ version })
    const [ada, bob] = [await harness.join('Ada'), await harness.join('Bob')]
    const seen = record(
      ada,
      ['entitySwingArm', 'entityEat', 'entityUpdate', 'entityMoved', 'entityEquip'],
      (body: { username: string }) => body.username,
    )
    await give(harness, bob, { apple: 2 })
    await hold(bob, 'apple')
    bob.swingArm('right')
    // Mineflayer takes the other arm's swing for eating.
    bob.swingArm('left')
    Object.assign(playerOf(harness, bob), { food: 10, exhaustion: 5 })
    await ticks(harness, 2)
    bob.activateItem()
    await ticks(harness, 4)
    expect(bob.usingHeldItem).toBe(true)
    expect(ada.players.Bob?.entity?.metadata[8]).toBe(1)
    bob.deactivateItem()
    await ticks(harness, 3)
    expect(ada.players.Bob?.entity?.metadata[8]).toBe(0)
    await harness.run(bob.look(1, 0.5, true))
    await ticks(harness, 3)
    for (const name of ['entitySwingArm', 'entityEat', 'entityUpdate', 'entityMoved', 'entityEquip']) {
      expect(seen).toContainEqual([name, 'Bob'])
    }
  })
})
