import type { Bot } from 'mineflayer'
import { afterEach, describe, expect, test } from 'vitest'
import type { MobEntity } from '../../../server/game/entity.ts'
import { give, hold, playerOf, ticks, truth, vector } from '../../support/server-actions.ts'
import { type HarnessOptions, type ServerHarness, startHarness } from '../../support/server-harness.ts'

let harness: ServerHarness
afterEach(() => harness.close())

async function start(options: HarnessOptions): Promise<Bot> {
  const rules = { difficulty: 'normal', naturalRegeneration: false, ...options.rules } as const
  harness = await startHarness({ ...options, rules })
  harness.server.command('/time set midnight')
  return harness.join('Ada')
}

function mobs(name: string): readonly MobEntity[] {
  return [...harness.server.game.entities.values()].filter(
    (entity): entity is MobEntity => entity.type === 'mob' && entity.traits.name === name,
  )
}

function summon(name: string, x: number, z: number): MobEntity {
  harness.server.command(`/summon ${name} ${x} -60 ${z}`)
  const mob = mobs(name).at(-1)
  if (mob === undefined) throw new Error(`No ${name} was summoned.`)
  return mob
}

function itemsOnGround(): readonly string[] {
  return [...harness.server.game.entities.values()].flatMap((entity) =>
    entity.type === 'item' ? [entity.stack.name] : [],
  )
}

/** Strikes the nearest mob of the name at a sword's pace until it is dead. Gives the number of blows. */
async function slay(bot: Bot, name: string): Promise<number> {
  let blows = 0
  for (; mobs(name).length > 0 && blows < 30; blows++) {
    const mob = mobs(name)[0]
    const entity = mob === undefined ? undefined : bot.entities[mob.id]
    if (mob === undefined || entity === undefined) break
    mob.position = { ...playerOf(harness, bot).position, x: playerOf(harness, bot).position.x + 1.5 }
    bot.attack(entity)
    await ticks(harness, 13)
  }
  return blows
}

describe.each(['1.21.4', '1.20.1'] as const)('mobs on %s', (version) => {
  test('a cow dies of three blows with an iron sword and leaves its beef', async () => {
    const bot = await start({ version })
    await give(harness, bot, { iron_sword: 1 })
    await harness.run(hold(bot, 'iron_sword'))
    await ticks(harness, 13)
    summon('cow', 2, 0.5)
    await ticks(harness, 5)
    expect(await slay(bot, 'cow')).toBe(2)
    await ticks(harness, 60)
    expect([...itemsOnGround(), ...Object.keys(truth(harness, bot))]).toContain('beef')
  })

  test('a hurt cow runs away', async () => {
    const bot = await start({ version })
    const cow = summon('cow', 2.5, 0.5)
    await ticks(harness, 5)
    const entity = bot.entities[cow.id]
    if (entity === undefined) throw new Error('The bot sees no cow.')
    bot.attack(entity)
    let farthest = 0
    for (let tick = 0; tick < 100; tick++) {
      await ticks(harness, 1)
      farthest = Math.max(farthest, Math.hypot(cow.position.x - 2.5, cow.position.z - 0.5))
    }
    expect(farthest).toBeGreaterThan(3)
  })

  test('a zombie comes, strikes for a heart and a half, throws back, and is killed for its flesh', async () => {
    const bot = await start({ version, seed: 4 })
    await give(harness, bot, { iron_sword: 1 })
    await harness.run(hold(bot, 'iron_sword'))
    summon('zombie', 6.5, 0.5)
    const before = bot.entity.position.x
    for (let tick = 0; tick < 200 && bot.health === 20; tick++) await ticks(harness, 1)
    expect(bot.health).toBe(17)
    await ticks(harness, 10)
    expect(bot.entity.position.x).toBeLessThan(before - 0.3)
    // 20 half hearts behind 2 points of armour: four blows of 6 are needed.
    expect(await slay(bot, 'zombie')).toBe(4)
  })

  test('iron armour takes most of a blow and wears', async () => {
    const bot = await start({ version })
    await give(harness, bot, { iron_helmet: 1, iron_chestplate: 1, iron_leggings: 1, iron_boots: 1 })
    for (const [name, place] of [
      ['iron_helmet', 'head'],
      ['iron_chestplate', 'torso'],
      ['iron_leggings', 'legs'],
      ['iron_boots', 'feet'],
    ] as const) {
      const item = bot.inventory.items().find((candidate) => candidate.name === name)
      if (item === undefined) throw new Error(`The bot has no ${name}.`)
      await harness.run(bot.equip(item, place))
    }
    summon('zombie', 3.5, 0.5)
    for (let tick = 0; tick < 200 && bot.health === 20; tick++) await ticks(harness, 1)
    // 3 * (1 - (15 - 4 * 3 / 8) / 25)
    expect(bot.health).toBeCloseTo(20 - 3 * (1 - 13.5 / 25), 3)
    expect(playerOf(harness, bot).inventory.storage.at(6)?.damage).toBe(1)
  })

  test('a zombie walks around a wall', async () => {
    const bot = await start({ version })
    for (let z = -3; z <= 3; z++) {
      for (const y of [-60, -59, -58]) harness.server.game.world.setBlock({ x: 4, y, z }, 'stone')
    }
    const zombie = summon('zombie', 8.5, 0.5)
    zombie.mind.target = playerOf(harness, bot).id
    for (let tick = 0; tick < 300 && bot.health === 20; tick++) await ticks(harness, 1)
    expect(bot.health).toBeLessThan(20)
  })

  test('a skeleton shoots from a distance', async () => {
    const bot = await start({ version })
    let arrows = 0
    bot.on('entitySpawn', (entity) => {
      if (entity.name === 'arrow') arrows++
    })
    const skeleton = summon('skeleton', 9.5, 0.5)
    for (let tick = 0; tick < 400 && bot.health === 20; tick++) await ticks(harness, 1)
    expect(arrows).toBeGreaterThan(0)
    expect(bot.health).toBeLessThan(20)
    expect(skeleton.position.x).toBeGreaterThan(5)
    expect(bot.entities[skeleton.id]?.equipment[0]?.name).toBe('bow')
  })

  test('a creeper blows up beside a player and tears a hole', async () => {
    const bot = await start({ version })
    await give(harness, bot, { iron_chestplate: 1 })
    summon('creeper', 6.5, 0.5)
    for (let tick = 0; tick < 300 && mobs('creeper').length > 0; tick++) await ticks(harness, 1)
    await ticks(harness, 2)
    expect(mobs('creeper')).toEqual([])
    expect(bot.health).toBeLessThan(20)
    const { world } = harness.server.game
    const holes = Array.from({ length: 81 }, (_, index) => ({
      x: Math.floor(index / 9) - 3,
      y: -61,
      z: (index % 9) - 4,
    })).filter((place) => world.blockAt(place).name === 'air')
    expect(holes.length).toBeGreaterThan(2)
  })

  test('a creeper leaves the ground whole where mobs may not change it', async () => {
    await start({ version, rules: { mobGriefing: false } })
    const before = harness.server.game.world.hash()
    summon('creeper', 4.5, 0.5)
    for (let tick = 0; tick < 300 && mobs('creeper').length > 0; tick++) await ticks(harness, 1)
    expect(mobs('creeper')).toEqual([])
    expect(harness.server.game.world.hash()).toBe(before)
  })

  test('peace takes the monsters away and leaves the animals', async () => {
    const bot = await start({ version })
    summon('zombie', 12.5, 0.5)
    summon('cow', 5.5, 0.5)
    await ticks(harness, 5)
    expect(harness.server.command('/difficulty peaceful')).toBe('The difficulty has been set to Peaceful')
    await ticks(harness, 2)
    expect(mobs('zombie')).toEqual([])
    expect(mobs('cow')).toHaveLength(1)
    expect(bot.nearestEntity((entity) => entity.name === 'zombie')).toBeNull()
    expect(harness.server.command('/difficulty')).toBe('The difficulty is Peaceful')
    expect(harness.server.command('/difficulty peaceful')).toBe(
      'The difficulty did not change; it is already set to peaceful',
    )
    expect(harness.server.command('/difficulty cruel')).toBe(
      'Incorrect argument for command\n...ifficulty cruel<--[HERE]',
    )
  })

  test('zombies and skeletons burn by day, creepers and spiders do not', async () => {
    const bot = await start({ version })
    harness.server.command('/gamemode creative Ada')
    harness.server.command('/time set day')
    const all = ['zombie', 'skeleton', 'creeper', 'spider'].map((name, index) =>
      summon(name, 8.5, index * 3 - 4.5),
    )
    await ticks(harness, 120)
    expect(all.map((mob) => mob.health < mob.traits.health)).toEqual([true, true, false, false])
    expect(Number(bot.entities[all[0]?.id ?? 0]?.metadata[0] ?? 0) & 1).toBe(1)
    await ticks(harness, 500)
    expect(all.map((mob) => mob.health <= 0)).toEqual([true, true, false, false])
  })

  test('a spider is calm by day until it is hurt, an enderman at any time', async () => {
    const bot = await start({ version })
    harness.server.command('/time set day')
    const spider = summon('spider', 2.5, 0.5)
    summon('enderman', 0.5, 3.5)
    await ticks(harness, 100)
    expect(bot.health).toBe(20)
    spider.position = { x: 2.5, y: -60, z: 0.5 }
    await ticks(harness, 2)
    const entity = bot.entities[spider.id]
    if (entity === undefined) throw new Error('The bot sees no spider.')
    bot.attack(entity)
    for (let tick = 0; tick < 200 && bot.health === 20; tick++) await ticks(harness, 1)
    expect(bot.health).toBe(18)
  })

  test('an enderman stands a blow, but is elsewhere before an arrow comes; it attacks who looks into its eyes', async () => {
    const bot = await start({ version })
    await give(harness, bot, { bow: 1, arrow: 1 })
    const enderman = summon('enderman', 2.5, 0.5)
    await ticks(harness, 3)
    const entity = bot.entities[enderman.id]
    if (entity === undefined) throw new Error('The bot sees no enderman.')
    bot.attack(entity)
    await ticks(harness, 4)
    expect(Math.hypot(enderman.position.x - 2.5, enderman.position.z - 0.5)).toBeLessThan(3)
    harness.server.command('/kill @e[type=enderman]')
    const other = summon('enderman', 6.5, 0.5)
    await harness.run(hold(bot, 'bow'))
    await harness.run(bot.lookAt(vector({ ...other.position, y: other.position.y + 1.4 }), true))
    bot.activateItem()
    await ticks(harness, 22)
    other.position = { x: 6.5, y: -60, z: 0.5 }
    bot.deactivateItem()
    await ticks(harness, 12)
    expect(other.health).toBe(40)
    expect(Math.hypot(other.position.x - 6.5, other.position.z - 0.5)).toBeGreaterThan(1.5)
    harness.server.command('/kill @e[type=enderman]')
    const third = summon('enderman', 8.5, 0.5)
    await ticks(harness, 20)
    expect(third.mind.target).toBeNull()
    await harness.run(bot.lookAt(vector({ ...third.position, y: third.position.y + 2.9 * 0.85 }), true))
    await ticks(harness, 6)
    expect(third.mind.target).toBe(playerOf(harness, bot).id)
  })

  test('a sheep is shorn once, and grows its wool again from grass', async () => {
    const bot = await start({ version })
    await give(harness, bot, { shears: 1 })
    await harness.run(hold(bot, 'shears'))
    const sheep = summon('sheep', 2.5, 0.5)
    await ticks(harness, 5)
    const entity = bot.entities[sheep.id]
    if (entity === undefined) throw new Error('The bot sees no sheep.')
    await harness.run(Promise.resolve(bot.useOn(entity)))
    await ticks(harness, 40)
    const wool = () => (truth(harness, bot).white_wool ?? 0) + itemsOnGround().length
    expect(sheep.mind.shorn).toBe(true)
    expect(wool()).toBeGreaterThan(0)
    const taken = wool()
    sheep.position = { x: 2.5, y: -60, z: 0.5 }
    await ticks(harness, 2)
    await harness.run(Promise.resolve(bot.useOn(entity)))
    await ticks(harness, 20)
    expect(wool()).toBe(taken)
    expect(playerOf(harness, bot).held?.damage).toBe(1)
    await ticks(harness, 8000)
    expect(sheep.mind.shorn).toBe(false)
  })

  test('two fed cows have a calf, which grows up', async () => {
    const bot = await start({ version })
    await give(harness, bot, { wheat: 3 })
    await harness.run(hold(bot, 'wheat'))
    const parents = [summon('cow', 2, 0.5), summon('cow', 0.5, 2)]
    await ticks(harness, 3)
    for (const parent of parents) {
      const entity = bot.entities[parent.id]
      if (entity === undefined) throw new Error('The bot sees no cow.')
      await harness.run(Promise.resolve(bot.useOn(entity)))
    }
    await ticks(harness, 100)
    expect(truth(harness, bot)).toEqual({ wheat: 1 })
    const young = mobs('cow').filter((cow) => cow.mind.childhood > 0)
    expect(young).toHaveLength(1)
    const calf = young[0]
    if (calf === undefined) throw new Error('No calf.')
    expect(bot.entities[calf.id]?.metadata[16]).toBe(true)
    calf.mind.childhood = 5
    await ticks(harness, 10)
    expect(bot.entities[calf.id]?.metadata[16]).toBe(false)
  })
})
