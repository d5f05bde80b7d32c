import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import {
  expectAgreement,
  give,
  hold,
  playerOf,
  rejection,
  ticks,
  truth,
} from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function start(options: HarnessOptions): Promise<Bot> {
  harness = await startHarness(options)
  return harness.join('Ada')
}

describe.each(['1.21.4', '1.20.1'] as const)('survival on %s', (version) => {
  test.each([
    [3, 20],
    [4, 19],
    [13, 10],
  ])('a fall of %i blocks leaves %i half hearts', async (height, health) => {
    const bot = await start({ version, rules: { naturalRegeneration: false } })
    harness.server.command(`/tp Ada 0.5 ${-60 + height} 0.5`)
    await ticks(harness, 60)
    expect(bot.entity.position.y).toBe(-60)
    expect(playerOf(harness, bot).health).toBe(health)
    expect(bot.health).toBe(health)
  })

  test('a deadly fall drops the inventory, and the player comes back empty-handed and whole', async () => {
    const bot = await start({ version })
    await give(harness, bot, { stick: 5, dirt: 64 })
    let deaths = 0
    bot.on('death', () => {
      deaths++
    })
    harness.server.command('/tp Ada 30.5 0 0.5')
    await ticks(harness, 200)
    expect(deaths).toBe(1)
    expect(bot.health).toBe(20)
    expect(bot.entity.position.x).toBeCloseTo(0.5)
    expect(truth(harness, bot)).toEqual({})
    expectAgreement(harness, bot)
    bot.setControlState('back', true)
    await ticks(harness, 60)
    expect(playerOf(harness, bot).position.z).not.toBeCloseTo(0.5, 0)
    bot.clearControlStates()
    for (const { position } of [...harness.server.game.entities.values()]) {
      harness.server.command(
        `/tp Ada ${position.x.toFixed(2)} ${position.y.toFixed(2)} ${position.z.toFixed(2)}`,
      )
      await ticks(harness, 5)
    }
    expect(truth(harness, bot)).toEqual({ stick: 5, dirt: 64 })
  })

  test('a dead player stays dead until it asks to come back', async () => {
    const bot = await start({ version })
    const player = playerOf(harness, bot)
    const lines: string[] = []
    bot.on('messagestr', (line) => {
      lines.push(line)
    })
    bot._client.write = ((write) => (name: string, params: unknown) => {
      if (name !== 'client_command') write.call(bot._client, name, params)
    })(bot._client.write)
    harness.server.command('/kill Ada')
    await ticks(harness, 40)
    expect(player.isDead).toBe(true)
    expect(lines).toContain('Ada was killed')
  })

  test('the void kills', async () => {
    const bot = await start({ version })
    harness.server.command('/gamemode creative Ada')
    harness.server.command('/tp Ada 0.5 -140 0.5')
    let deaths = 0
    bot.on('death', () => {
      deaths++
    })
    await ticks(harness, 100)
    expect(deaths).toBe(1)
  })

  test('lava burns', async () => {
    const bot = await start({ version, rules: { naturalRegeneration: false } })
    harness.server.game.world.setBlock({ x: 0, y: -60, z: 0 }, 'lava')
    await ticks(harness, 15)
    expect(bot.health).toBeLessThanOrEqual(16)
    expect(bot.health).toBeGreaterThan(0)
  })

  test('eating fills, takes its time and uses the food up', async () => {
    const bot = await start({ version, rules: { hunger: false } })
    await give(harness, bot, { bread: 2 })
    await harness.run(hold(bot, 'bread'))
    playerOf(harness, bot).food = 10
    bot.food = 10
    const before = harness.clock.tick()
    await harness.run(bot.consume())
    expect(harness.clock.tick() - before).toBeGreaterThanOrEqual(31)
    await ticks(harness, 2)
    expect(bot.food).toBe(15)
    expect(truth(harness, bot)).toEqual({ bread: 1 })
    expectAgreement(harness, bot)
  })

  test('who is full does not eat', async () => {
    const bot = await start({ version })
    await give(harness, bot, { bread: 2 })
    await harness.run(hold(bot, 'bread'))
    expect(await rejection(bot.consume())).toContain('Food is full')
    bot._client.write('use_item', { hand: 0, sequence: 1, rotation: { x: 0, y: 0 } })
    await ticks(harness, 50)
    expect(truth(harness, bot)).toEqual({ bread: 2 })
  })

  test('hurt players heal when they are fed', async () => {
    const bot = await start({ version })
    const player = playerOf(harness, bot)
    player.health = 15
    await ticks(harness, 60)
    expect(bot.health).toBeGreaterThan(16)
    expect(player.saturation).toBeLessThan(5)
  })

  test('players fight unless the world forbids it', async () => {
    const bot = await start({ version, rules: { naturalRegeneration: false } })
    const other = await harness.join('Bob')
    await give(harness, bot, { stone_sword: 1 })
    await harness.run(hold(bot, 'stone_sword'))
    await ticks(harness, 13)
    const target = bot.players.Bob?.entity
    if (target === undefined) throw new Error('Ada does not see Bob.')
    bot.attack(target)
    await ticks(harness, 3)
    expect(other.health).toBe(15)
    expect(playerOf(harness, bot).held?.damage).toBe(1)
  })

  test('animals wander about on the ground and are seen to', async () => {
    const bot = await start({ version })
    for (let x = -3; x <= 3; x++) harness.server.command(`/summon sheep ${x} -60 8.5`)
    await ticks(harness, 5)
    const sheep = () => Object.values(bot.entities).filter((entity) => entity.name === 'sheep')
    const before = sheep().map((entity) => entity.position.clone())
    await ticks(harness, 400)
    const distances = sheep().map((entity, index) =>
      entity.position.distanceTo(before[index] ?? entity.position),
    )
    expect(Math.max(...distances)).toBeGreaterThan(1)
    expect(sheep().map((entity) => entity.position.y)).toEqual(Array.from({ length: 7 }, () => -60))
  })

  test('an animal is killed for its drops', async () => {
    const bot = await start({ version })
    expect(harness.server.command('/summon cow 2 -60 0.5')).toBe('Summoned new Cow')
    await ticks(harness, 5)
    const cow = bot.nearestEntity((entity) => entity.name === 'cow')
    if (cow === null) throw new Error('No cow in sight.')
    for (let blow = 0; blow < 10; blow++) {
      harness.server.command(`/tp Ada ${cow.position.x} ${cow.position.y} ${cow.position.z}`)
      bot.attack(cow)
      await ticks(harness, 11)
    }
    await ticks(harness, 100)
    expect(bot.nearestEntity((entity) => entity.name === 'cow')).toBeNull()
    const onGround = [...harness.server.game.entities.values()].flatMap((entity) =>
      entity.type === 'item' ? entity.stack.name : [],
    )
    expect([...onGround, ...Object.keys(truth(harness, bot))]).toContain('beef')
  })
})
