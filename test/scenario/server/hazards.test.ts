import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import { playerOf, setBlock, ticks } from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

const at = (x: number, y: number, z: number) => ({ x, y: -60 + y, z })

/** Ada stands at 0.5, 0.5 and does not heal. */
async function start(options: HarnessOptions): Promise<Bot> {
  harness = await startHarness({ ...options, rules: { naturalRegeneration: false, ...options.rules } })
  return harness.join('Ada')
}

/** Puts a pillar of blocks into a shaft of stone around the bot; the uppermost of them is its lid. */
async function shaft(content: string): Promise<void> {
  for (let y = 0; y <= 3; y++) {
    for (const x of [-1, 0, 1]) {
      for (const z of [-1, 0, 1]) if (x !== 0 || z !== 0) await setBlock(harness, at(x, y, z), 'stone')
    }
  }
  await setBlock(harness, at(0, 4, 0), 'stone')
  for (let y = 0; y <= 3; y++) harness.server.game.world.setBlock(at(0, y, 0), content)
}

/** Whether an entity burns, by what a client was told of it. */
function isOnFire({ entity }: { readonly entity: { readonly metadata: object } }): boolean {
  return (Number(Object.values(entity.metadata)[0] ?? 0) & 1) === 1
}

describe.each(['1.21.4', '1.20.1'] as const)('hazards on %s', (version) => {
  test('air lasts fifteen seconds under water, then every second costs a heart', async () => {
    const bot = await start({ version })
    await shaft('water')
    await ticks(harness, 150)
    expect(bot.oxygenLevel).toBeCloseTo(10, 0)
    await ticks(harness, 160)
    expect(bot.health).toBe(20)
    await ticks(harness, 15)
    expect(bot.health).toBe(18)
    await ticks(harness, 20)
    expect(bot.health).toBe(16)
  })

  test('above the water the air comes back four times as fast', async () => {
    const bot = await start({ version })
    await shaft('water')
    await ticks(harness, 200)
    expect(bot.oxygenLevel).toBeLessThan(8)
    for (const y of [3, 2, 1, 0]) await setBlock(harness, at(0, y, 0), 'air')
    await ticks(harness, 60)
    expect(bot.oxygenLevel).toBe(20)
    expect(bot.health).toBe(20)
  })

  test('a drowned player says so and has all its air when it comes back', async () => {
    const bot = await start({ version })
    const lines: string[] = []
    bot.on('messagestr', (line) => {
      lines.push(line)
    })
    await shaft('water')
    playerOf(harness, bot).health = 2
    await ticks(harness, 330)
    expect(lines).toContain('Ada drowned')
    await setBlock(harness, at(0, 1, 0), 'air')
    expect(playerOf(harness, bot).isDead).toBe(false)
    expect(playerOf(harness, bot).air).toBeGreaterThan(250)
  })

  test('a head in stone suffocates, a head in glass does not', async () => {
    const bot = await start({ version })
    await setBlock(harness, at(0, 1, 0), 'glass')
    await ticks(harness, 30)
    expect(bot.health).toBe(20)
    await setBlock(harness, at(0, 1, 0), 'stone')
    await ticks(harness, 22)
    expect(bot.health).toBe(17)
    await setBlock(harness, at(0, 1, 0), 'air')
    await ticks(harness, 30)
    expect(bot.health).toBe(17)
  })

  test('fire hurts, sets on fire after a second, and burns on for eight', async () => {
    const bot = await start({ version })
    await setBlock(harness, at(0, 0, 0), 'fire')
    await ticks(harness, 10)
    expect(isOnFire(bot)).toBe(false)
    expect(bot.health).toBe(19)
    await ticks(harness, 15)
    expect(isOnFire(bot)).toBe(true)
    await setBlock(harness, at(0, 0, 0), 'air')
    const before = bot.health
    await ticks(harness, 100)
    expect(isOnFire(bot)).toBe(true)
    expect(before - bot.health).toBe(5)
    await ticks(harness, 70)
    expect(isOnFire(bot)).toBe(false)
    // The first of eight half hearts went before the fire was out of the way.
    expect(before - bot.health).toBe(7)
  })

  test('water puts a burning player out', async () => {
    const bot = await start({ version })
    await setBlock(harness, at(0, 0, 0), 'lava')
    await ticks(harness, 3)
    await setBlock(harness, at(0, 0, 0), 'air')
    await ticks(harness, 25)
    expect(isOnFire(bot)).toBe(true)
    await setBlock(harness, at(0, 0, 0), 'water')
    await ticks(harness, 2)
    expect(isOnFire(bot)).toBe(false)
    const { health } = bot
    await ticks(harness, 60)
    expect(bot.health).toBe(health)
  })

  test('others see a player burn', async () => {
    const bot = await start({ version })
    await setBlock(harness, at(0, 0, 0), 'lava')
    await ticks(harness, 3)
    await setBlock(harness, at(0, 0, 0), 'air')
    const other = await harness.join('Bob')
    const seen = other.players.Ada
    expect(seen !== undefined && isOnFire(seen)).toBe(true)
    expect(bot.health).toBeLessThan(20)
  })

  test('a cactus pricks who walks into it', async () => {
    const bot = await start({ version })
    await setBlock(harness, at(1, -1, 0), 'sand')
    await setBlock(harness, at(1, 0, 0), 'cactus')
    await ticks(harness, 20)
    expect(bot.health).toBe(20)
    await harness.run(bot.look(-Math.PI / 2, 0, true))
    bot.setControlState('forward', true)
    await ticks(harness, 30)
    expect(bot.health).toBeLessThan(20)
    expect(bot.health).toBeGreaterThan(15)
  })

  test('a berry bush pricks only who moves in it', async () => {
    const bot = await start({ version })
    harness.server.game.world.setBlock(at(0, 0, 0), 'sweet_berry_bush', { age: '3' })
    await ticks(harness, 5)
    playerOf(harness, bot).health = 20
    await ticks(harness, 30)
    expect(playerOf(harness, bot).health).toBe(20)
    bot.setControlState('forward', true)
    await ticks(harness, 5)
    expect(playerOf(harness, bot).health).toBeLessThan(20)
  })

  test('magma burns who stands on it, not who sneaks', async () => {
    const bot = await start({ version })
    bot.setControlState('sneak', true)
    await ticks(harness, 3)
    await setBlock(harness, at(0, -1, 0), 'magma_block')
    await ticks(harness, 25)
    expect(bot.health).toBe(20)
    bot.setControlState('sneak', false)
    await ticks(harness, 25)
    expect(bot.health).toBeLessThan(20)
  })

  test.each([
    ['peaceful', 12, 10],
    ['normal', 3, 1],
    ['hard', 2, 20],
  ] as const)('starvation on %s leaves of %i half hearts %i', async (difficulty, before, after) => {
    const bot = await start({ version, rules: { difficulty } })
    const player = playerOf(harness, bot)
    player.food = 0
    player.saturation = 0
    player.health = before
    let deaths = 0
    bot.on('death', () => {
      deaths++
    })
    await ticks(harness, 250)
    expect(player.health).toBe(after)
    expect(deaths).toBe(difficulty === 'hard' ? 1 : 0)
  })

  test.each([
    ['hay_block', 18],
    // Honey is a sixteenth lower than a block: a little more than 13 blocks.
    ['honey_block', 17],
    ['slime_block', 20],
    ['stone', 10],
  ])('a fall of 13 blocks onto %s leaves %i half hearts', async (name, health) => {
    const bot = await start({ version })
    for (const x of [-1, 0, 1]) for (const z of [-1, 0, 1]) await setBlock(harness, at(x, 0, z), name)
    harness.server.command('/tp Ada 0.5 -46 0.5')
    await ticks(harness, 60)
    expect(bot.health).toBe(health)
  })

  test('water one block deep breaks any fall', async () => {
    const bot = await start({ version })
    await setBlock(harness, at(0, 0, 0), 'water')
    await ticks(harness, 60)
    harness.server.command('/tp Ada 0.5 -10 0.5')
    await ticks(harness, 100)
    expect(bot.entity.position.y).toBeLessThan(-58)
    expect(bot.health).toBe(20)
  })

  test('vines catch a fall', async () => {
    const bot = await start({ version })
    for (const y of [0, 1, 2, 3]) await setBlock(harness, at(0, y, 1), 'stone')
    for (const y of [0, 1, 2, 3]) harness.server.game.world.setBlock(at(0, y, 0), 'vine', { south: 'true' })
    harness.server.command('/tp Ada 0.5 -45 0.5')
    await ticks(harness, 120)
    expect(bot.entity.position.y).toBeLessThan(-58)
    expect(bot.health).toBe(20)
  })
})
