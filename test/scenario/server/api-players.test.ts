import type { Bot } from 'mineflayer'
import type { Entity } from 'prismarine-entity'
import { afterEach, describe, expect, test } from 'vitest'
import { give, hold, playerOf, record, setBlock, ticks } from '../../support/server-actions.ts'
import { type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

const nameOf = (entity: Entity | undefined) => entity?.username

/** The other bot as the bot sees it. */
function sighting(bot: Bot, other: Bot): Entity {
  const entity = bot.players[other.username]?.entity
  if (entity === undefined) throw new Error(`"${bot.username}" does not see "${other.username}".`)
  return entity
}

describe.each(['1.21.4', '1.20.1'] as const)('players on %s', (version) => {
  // Mineflayer leaves `bot.game.difficulty` undefined on vanilla servers of these versions, too.
  test('a bot knows itself, the game and the world', async () => {
    harness = await startHarness({ version, operators: ['Ada'] })
    const ada = await harness.join('Ada')
    await ticks(harness, 25)
    expect(ada.username).toBe('Ada')
    expect(ada.game).toMatchObject({
      levelType: 'flat',
      dimension: 'overworld',
      gameMode: 'survival',
      hardcore: false,
      maxPlayers: 10,
      serverBrand: 'Kithcraft',
      minY: -64,
      height: 384,
    })
    expect(ada.spawnPoint).toMatchObject({ x: 0, y: -60, z: 0 })
    expect([ada.health, ada.food, ada.foodSaturation, ada.oxygenLevel]).toEqual([20, 20, 5, 20])
    expect(ada.time).toMatchObject({ doDaylightCycle: true, day: 0, isDay: true, moonPhase: 0 })
    expect(ada.time.age).toBeGreaterThan(0)
    expect(ada.time.bigAge).toBe(BigInt(ada.time.age))
    expect([ada.isRaining, ada.thunderState, ada.isSleeping, ada.targetDigBlock]).toEqual([
      false,
      0,
      false,
      null,
    ])
    const ground = ada.blockAt(ada.entity.position.offset(0, -1, 0))
    // Mineflayer never fills in `block.biome.name`, on vanilla servers either: its registry knows the number.
    expect(ada.registry.biomes[ground?.biome.id ?? -1]?.name).toBe('plains')
    expect(Object.keys(ada.registry.biomes)).toHaveLength(version === '1.21.4' ? 65 : 64)
    expect(ada.player).toMatchObject({ username: 'Ada', gamemode: 0, ping: 0 })
    expect(ada.player.entity).toBe(ada.entity)
    expect((ada.entity as Entity & { attributes: object }).attributes).toBeDefined()
  })

  test('a bot knows where the heads of others are turned, and is told when they turn alone', async () => {
    harness = await startHarness({ version, operators: ['Ada'] })
    const ada = await harness.join('Ada')
    const ben = await harness.join('Ben')
    let told = 0
    ada._client.on('entity_head_rotation', () => {
      told++
    })
    const headYaw = (bot: Bot, other: Bot) => (sighting(bot, other) as unknown as { headYaw: number }).headYaw
    expect(headYaw(ben, ada)).toBeCloseTo(ada.entity.yaw, 1)
    for (const yaw of [1, 2]) {
      await harness.run(ben.look(yaw, 0, true))
      await ticks(harness, 4)
      expect(headYaw(ada, ben)).toBeCloseTo(yaw, 1)
    }
    expect(told).toBe(2)
    ben.setControlState('forward', true)
    await ticks(harness, 20)
    expect(sighting(ada, ben).position.distanceTo(ben.entity.position)).toBeLessThan(1)
    expect(told).toBe(2)
    const eve = await harness.join('Eve')
    expect(headYaw(eve, ben)).toBeCloseTo(2, 1)
  })

  test('a bot sees others join, change, show their looks and leave', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    const lists = record(
      ada,
      ['playerJoined', 'playerUpdated', 'playerLeft'],
      (player: { username: string }) => player.username,
    )
    const bob = await harness.join('Bob')
    expect(ada.players.Bob).toMatchObject({ username: 'Bob', gamemode: 0, ping: 0 })
    expect(String(ada.players.Bob?.displayName)).toBe('Bob')
    expect(ada.players.Bob?.skinData).toBeUndefined()
    const looks = record(
      ada,
      ['entityCrouch', 'entityUncrouch', 'entitySwingArm', 'entityHandSwap', 'entityAttributes'],
      nameOf,
    )
    bob.setControlState('sneak', true)
    await ticks(harness, 3)
    expect(sighting(ada, bob).metadata[6]).toBe(5)
    bob.setControlState('sneak', false)
    await ticks(harness, 3)
    bob.swingArm('right')
    await give(harness, bob, { torch: 1, iron_chestplate: 1 })
    await hold(bob, 'torch')
    await harness.run(bob.equip(bob.registry.itemsByName.iron_chestplate?.id ?? 0, 'torso'))
    await ticks(harness, 3)
    expect(sighting(ada, bob).heldItem.name).toBe('torch')
    expect(sighting(ada, bob).equipment[4]?.name).toBe('iron_chestplate')
    bob._client.write('block_dig', { status: 6, location: { x: 0, y: 0, z: 0 }, face: 0, sequence: 0 })
    await ticks(harness, 3)
    expect(sighting(ada, bob).equipment[1]?.name).toBe('torch')
    bob.setControlState('forward', true)
    bob.setControlState('sprint', true)
    await ticks(harness, 3)
    expect(Number(sighting(ada, bob).metadata[0]) & 8).toBe(8)
    bob.clearControlStates()
    await ticks(harness, 3)
    expect(looks.map((event) => event.join(' '))).toEqual([
      'entityCrouch Bob',
      'entityUncrouch Bob',
      'entitySwingArm Bob',
      'entityHandSwap Bob',
      'entityAttributes Bob',
      'entityAttributes Bob',
    ])
    harness.server.command('/gamemode creative Bob')
    await ticks(harness, 2)
    expect(ada.players.Bob?.gamemode).toBe(1)
    bob.quit()
    await ticks(harness, 3)
    expect(ada.players.Bob).toBeUndefined()
    expect(lists[0]).toEqual(['playerJoined', 'Bob'])
    expect(lists.at(-1)).toEqual(['playerLeft', 'Bob'])
  })

  test('skin, main hand, air, flames and a hand in use are seen by others', async () => {
    harness = await startHarness({ version })
    const [ada, bob] = [await harness.join('Ada'), await harness.join('Bob')]
    bob.setSettings({
      ...bob.settings,
      mainHand: 'left',
      skinParts: { ...bob.settings.skinParts, showCape: false },
    })
    await ticks(harness, 3)
    expect(sighting(ada, bob).metadata[17]).toBe(0x7e)
    expect(sighting(ada, bob).metadata[18]).toBe(0)
    await give(harness, bob, { shield: 1 })
    await harness.run(bob.equip(bob.registry.itemsByName.shield?.id ?? 0, 'off-hand'))
    bob.activateItem(true)
    await ticks(harness, 3)
    expect(sighting(ada, bob).metadata[8]).toBe(3)
    bob.deactivateItem()
    await ticks(harness, 3)
    expect(sighting(ada, bob).metadata[8]).toBe(0)
    playerOf(harness, bob).fireTicks = 100
    await ticks(harness, 2)
    expect(Number(sighting(ada, bob).metadata[0]) & 1).toBe(1)
    const breaths = record(bob, ['breath'], () => bob.oxygenLevel)
    await setBlock(harness, { x: 0, y: -59, z: 0 }, 'water')
    await ticks(harness, 60)
    expect(bob.oxygenLevel).toBeLessThan(18)
    expect(Number(sighting(ada, bob).metadata[1])).toBeLessThan(270)
    expect(breaths.length).toBeGreaterThan(40)
  })

  test('a client that wants to see less far gets fewer columns', async () => {
    harness = await startHarness({ version, viewDistance: 4 })
    const ada = await harness.join('Ada')
    await ticks(harness, 20)
    const unloaded = record(ada, ['chunkColumnUnload'], () => null)
    expect(ada.world.getColumns()).toHaveLength(81)
    ada.setSettings({ ...ada.settings, viewDistance: 2 })
    await ticks(harness, 10)
    expect(unloaded.length).toBe(81 - 49)
    ada.setSettings({ ...ada.settings, viewDistance: 'far' })
    await ticks(harness, 20)
    expect(ada.world.getColumns()).toHaveLength(81)
  })

  test('latency is measured and told', async () => {
    harness = await startHarness({ version })
    const ada = await harness.join('Ada')
    await ticks(harness, 620)
    expect(ada.player.ping).toBeLessThanOrEqual(100)
    playerOf(harness, ada).latency = 120
    await ticks(harness, 600)
    expect(ada.player.ping).toBeGreaterThan(30)
  })
})
